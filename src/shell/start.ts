import { schedule } from 'node-cron';

import { COMMAND_NAMES, COMMANDS } from '../asking/commands.ts';
import type { Channel, Stop } from '../channels/channel.ts';
import { realWait } from '../channels/wait.ts';
import { webChannel } from '../channels/web/channel.ts';
import { openCharts } from '../charts/open-charts.ts';
import { systemClock, ZONE } from '../clock.ts';
import type { Config } from '../config.ts';
import { faultText, type Log } from '../log.ts';
import type { DrawChart } from '../replies/chart-request.ts';
import { COMMAND_SUMMARIES } from '../replies/command-summaries.ts';
import { startedLines, TELEGRAM_WORDS } from '../replies/shell-words.ts';
import { WEB_PAGE_WORDS } from '../replies/web-page.ts';
import type { Job } from '../schedule/job.ts';
import { choiceStore } from '../storage/choice-store.ts';
import { writeWorkbook } from '../workbooks/write-workbook.ts';
import { checkSchedules } from './check-schedules.ts';
import { accessOf, openDialogue } from './dialogue.ts';
import { serveHttp } from './http-server.ts';
import { allJobs } from './jobs.ts';
import { type OpenKnowledge, openKnowledge } from './open-knowledge.ts';
import { type ChatEvents, deliveringOutbox, storedOutbox } from './outbox.ts';
import { pinoLog } from './pino-log.ts';

/** What menus offer everybody: nothing of the keeper's. */
const OFFERED = COMMAND_NAMES.filter((name) => COMMANDS[name].right !== 'keeping');

/** `npm start`: the chat page, Telegram when its token is there, and the scheduled jobs. Resolves when all is up. */
export async function start(config: Config): Promise<Stop> {
  checkSchedules(config);
  const log = pinoLog(config.logLevel);
  const open = await openKnowledge(config, systemClock);
  const charts = openCharts();
  const queue = storedOutbox({ open, log }, config);
  const parts = { open, log, draw: charts.draw, events: queue.events };
  const access = accessOf(config);
  // Without a login nobody can be kept out of a group: there are groups where all who come are keepers anyway.
  const groups = access.localChannels.has('web') ? await webGroups(open) : null;
  const web = webOf(config, parts, groups);
  const telegram =
    config.telegramBot === null ? null : await telegramOf(config, config.telegramBot, parts);
  const server = await serveHttp(config, web.routes, telegram?.webhook ?? null).catch(
    async (error: unknown) => {
      await charts.close();
      open[Symbol.dispose]();
      throw error;
    },
  );
  const channels: readonly Channel[] = telegram === null ? [web] : [web, telegram];
  const answer = openDialogue(open, access, log);
  const stops = await Promise.all(channels.map((channel) => channel.listen(answer)));
  const outbox = deliveringOutbox(queue, { open, log }, channels);
  const stopDelivering = outbox.run();
  const cancelJobs = scheduleJobs(allJobs(config, open, outbox), log);
  process.stdout.write(
    `${startedLines(
      server.page,
      channels.map(({ name }) => name),
    ).join('\n')}\n`,
  );
  return async () => {
    cancelJobs();
    await Promise.all([stopDelivering(), ...stops.map((stop) => stop())]);
    await answer[Symbol.asyncDispose]();
    await server.close();
    await charts.close();
    open[Symbol.dispose]();
    log.info('app.stopped');
  };
}

type Parts = {
  readonly open: OpenKnowledge;
  readonly log: Log;
  readonly draw: DrawChart;
  readonly events: ChatEvents;
};

/** Chats of the page live in memory; those that were let in are there again after a restart. */
async function webGroups({ reception }: OpenKnowledge): Promise<readonly string[]> {
  const bindings = await reception.audience.bindings();
  return bindings.flatMap(({ channel, title }) =>
    channel === 'web' && title !== null ? [title] : [],
  );
}

function webOf(config: Config, { log, draw }: Parts, groups: readonly string[] | null) {
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

/** Loaded only where there is a token: grammY takes a tenth of the memory. */
async function telegramOf(
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

/** Runs each job at its time; a run that fails is logged and the next one comes all the same. */
function scheduleJobs(jobs: readonly Job[], log: Log): () => void {
  const tasks = jobs.flatMap((job) => {
    const { name, when } = job;
    if (when === null) return [];
    const once = async () => {
      try {
        const { summary } = await job.run({ dry: false });
        log.info('job.done', { job: name, ...summary });
      } catch (error) {
        log.error('job.failed', {
          job: name,
          why: faultText(error),
        });
      }
    };
    return [schedule(when, once, { timezone: ZONE, noOverlap: true, name })];
  });
  return () => {
    for (const task of tasks) void task.destroy();
  };
}
