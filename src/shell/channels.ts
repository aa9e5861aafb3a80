import { COMMAND_NAMES, COMMANDS } from '../asking/commands.ts';
import { WEB } from '../channels/names.ts';
import { realWait } from '../channels/wait.ts';
import { webChannel } from '../channels/web/channel.ts';
import { systemClock } from '../clock.ts';
import type { Config } from '../config.ts';
import type { Log } from '../log.ts';
import type { DrawChart } from '../replies/chart-request.ts';
import { COMMAND_SUMMARIES } from '../replies/command-summaries.ts';
import { TELEGRAM_WORDS } from '../replies/shell-words.ts';
import { WEB_PAGE_WORDS } from '../replies/web-page.ts';
import { choiceStore } from '../storage/choice-store.ts';
import { writeWorkbook } from '../workbooks/write-workbook.ts';
import type { OpenKnowledge } from './open-knowledge.ts';
import type { ChatEvents } from './outbox.ts';

/** What menus offer everybody: nothing of the keeper's. */
const OFFERED = COMMAND_NAMES.filter((name) => COMMANDS[name].right !== 'keeping');

/** What messengers work with. */
export type Parts = {
  readonly open: OpenKnowledge;
  readonly log: Log;
  readonly draw: DrawChart;
  readonly events: ChatEvents;
};

/** Chats of the page live in memory; those that were let in are there again after a restart. */
export async function webGroups({ reception }: OpenKnowledge): Promise<readonly string[]> {
  const bindings = await reception.audience.bindings();
  return bindings.flatMap(({ channel, title }) =>
    channel === WEB && title !== null ? [title] : [],
  );
}

/** The chat page. `groups` are those offered at its start; null = it has none. */
export function webOf(config: Config, { log, draw }: Parts, groups: readonly string[] | null) {
  const commands = OFFERED.map((name) => ({
    command: `/${name}`,
    description: COMMAND_SUMMARIES[name].summary,
    example: COMMAND_SUMMARIES[name].example,
  }));
  const hosts = [
    config.host,
    ...(config.publicUrl === null ? [] : [new URL(config.publicUrl).hostname]),
  ];
  const fontFolder = new URL('../charts/fonts/', import.meta.url);
  return webChannel(
    { hosts, fontFolder, groups },
    { draw, makeFile: writeWorkbook, clock: systemClock, log, words: WEB_PAGE_WORDS, commands },
  );
}

/** Telegram; loaded only where there is a token: grammY takes a tenth of the memory. */
export async function telegramOf(
  config: Config,
  bot: NonNullable<Config['telegramBot']>,
  { open, log, draw, events }: Parts,
) {
  const commands = OFFERED.map((name) => ({
    command: name.replaceAll('-', '_'),
    description: COMMAND_SUMMARIES[name].summary,
  }));
  const mode =
    config.telegram.mode === 'webhook' && config.publicUrl !== null
      ? ({ kind: 'webhook', publicUrl: config.publicUrl, secret: null } as const)
      : ({ kind: 'polling' } as const);
  const options = { token: bot.token, apiRoot: bot.apiRoot, mode, commands, words: TELEGRAM_WORDS };
  const choices = choiceStore(open.storage);
  const { telegramChannel } = await import('../channels/telegram/telegram-channel.ts');
  return telegramChannel(options, {
    draw,
    makeFile: writeWorkbook,
    choices,
    chats: {
      moved: (from, to) => events.moved('telegram', from, to),
      gone: (chat, why) => events.gone('telegram', chat, why),
    },
    clock: systemClock,
    log,
    wait: realWait,
  });
}
