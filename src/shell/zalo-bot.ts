import { countMessages } from '../answers/count-messages.ts';
import { ZALO_BOT } from '../channels/names.ts';
import { realWait } from '../channels/wait.ts';
import type { ZaloBotMode } from '../channels/zalo-bot/settings.ts';
import { dayOf } from '../clock.ts';
import type { Config } from '../config.ts';
import type { Links } from '../links/open-links.ts';
import type { Log } from '../log.ts';
import type { Outbox } from '../outbox/message.ts';
import { type Usage, usageOf } from '../quota/used-up.ts';
import type { DrawChart } from '../replies/chart-request.ts';
import { ZALO_WORDS } from '../replies/zalo-words.ts';
import { choiceListStore } from '../storage/choice-list-store.ts';
import { messageCounts } from '../storage/message-counts.ts';
import { seenEvents } from '../storage/seen-events.ts';
import { writeWorkbook } from '../workbooks/write-workbook.ts';
import type { OpenKnowledge } from './open-knowledge.ts';

type Account = NonNullable<Config['zaloBotAccount']>;

/** What the channel works with. */
type Parts = {
  readonly open: OpenKnowledge;
  readonly log: Log;
  readonly draw: DrawChart;
  readonly outbox: Pick<Outbox, 'put'>;
  readonly links: Links;
};

/** The bot of Zalo's Bot Platform; loaded only where there is a token. */
export async function zaloBotOf(
  config: Config,
  account: Account,
  { open: { storage, knowledge }, log, draw, outbox, links }: Parts,
) {
  const { zaloBot: settings, keepers } = config;
  const { clock } = knowledge;
  const { countReceived, ...unconfirmed } = settings.unconfirmed;
  const plan = {
    channel: ZALO_BOT,
    messages: settings.monthlyMessages,
    receivedCount: countReceived,
  };
  const { zaloBotChannel } = await import('../channels/zalo-bot/zalo-bot-channel.ts');
  return zaloBotChannel(
    {
      token: account.token,
      apiRoot: account.apiRoot,
      mode: modeOf(settings.mode, account),
      names: settings.names,
      chartMinutes: lifeOf(settings.chartMinutes),
      fileMinutes: lifeOf(settings.fileMinutes),
      words: ZALO_WORDS,
      unconfirmed,
    },
    {
      draw,
      makeFile: writeWorkbook,
      publish: links.publish,
      lists: choiceListStore(storage),
      seen: seenEvents(storage),
      counted: countMessages(plan, {
        counts: messageCounts(storage),
        outbox,
        clock,
        keepers,
      }),
      clock,
      log,
      wait: realWait,
    },
  );
}

function modeOf(
  mode: Config['zaloBot']['mode'],
  { publicUrl, secret }: Pick<Account, 'publicUrl' | 'secret'>,
): ZaloBotMode {
  return mode === 'polling' ? { kind: 'polling' } : { kind: 'webhook', publicUrl, secret };
}

/** 0 in the configuration: it is not put under a link at all. */
function lifeOf(minutes: number): number | null {
  return minutes === 0 ? null : minutes;
}

/** How much of this month's messages is used. */
export async function zaloBotUsage(
  { monthlyMessages: messages, unconfirmed }: Config['zaloBot'],
  { storage, knowledge: { clock } }: OpenKnowledge,
): Promise<Usage> {
  const month = dayOf(clock.now()).toPlainYearMonth();
  const counts = await messageCounts(storage).of(ZALO_BOT, month);
  return usageOf(counts, { messages, receivedCount: unconfirmed.countReceived });
}
