import { hearElsewhere } from '../answers/keeper-chats.ts';
import type { Channel, Stop } from '../channels/channel.ts';
import { WEB, ZALO_OA } from '../channels/names.ts';
import { openCharts } from '../charts/open-charts.ts';
import { systemClock } from '../clock.ts';
import type { Config } from '../config.ts';
import { startedLines } from '../replies/shell-words.ts';
import { healthStore } from '../storage/health-store.ts';
import { jobEndStore } from '../storage/job-end-store.ts';
import { type Parts, webGroups, webOf } from './channels.ts';
import { checkSchedules } from './check-schedules.ts';
import { accessOf, openDialogue } from './dialogue.ts';
import { serveHttp } from './http-server.ts';
import { allJobs } from './jobs.ts';
import { openMessengers } from './messengers.ts';
import { openKnowledge } from './open-knowledge.ts';
import { deliveringOutbox, storedOutbox } from './outbox.ts';
import { pinoLog } from './pino-log.ts';
import { scheduleJobs } from './schedule-jobs.ts';
import { zaloOaClientOf } from './zalo-oa.ts';

/**
 * `npm start`: the chat page, the messengers whose tokens are there, and the scheduled jobs. Resolves when all is up; what is
 * up is stopped in the opposite order, also when something behind it does not come up.
 */
export async function start(config: Config): Promise<Stop> {
  checkSchedules(config);
  const log = pinoLog(config.logLevel);
  await using up = new AsyncDisposableStack();
  const open = up.use(await openKnowledge(config, systemClock));
  if (config.sources.some(({ kind }) => kind === 'http')) {
    await (await import('./try-samples.ts')).checkSamples(config, open);
  }
  const charts = openCharts();
  up.defer(() => charts.close());
  const queue = storedOutbox({ open, log }, config);
  const access = accessOf(config);
  const parts = { open, log, draw: charts.draw, events: queue.events };
  // Without a login nobody can be kept out of a group: there are groups where all who come are keepers anyway.
  const groups = access.localChannels.has(WEB) ? await webGroups(open) : null;
  const web = webOf(config, parts, groups);
  const zaloOa = await zaloOaClientOf(config, open, log);
  await zaloOa?.adopt();
  up.defer(async () => zaloOa?.idle());
  if (zaloOa !== null) await warnOfKeepers(config, parts);
  const messengers = await openMessengers(config, { ...parts, queue, zaloOa });
  const server = await serveHttp(config, web.routes, messengers.doors);
  up.defer(() => server.close());
  const channels: readonly Channel[] = [web, ...messengers.channels];
  const answer = up.use(openDialogue(open, access, log));
  const stops: Stop[] = [];
  // At the same time: each waits for what is under way.
  up.defer(async () => void (await Promise.all(stops.map((stop) => stop()))));
  for (const channel of channels) stops.push(await channel.listen(answer));
  const outbox = deliveringOutbox(queue, { open, log }, channels);
  stops.push(outbox.run());
  const sending = { outbox, onChartsComing: charts.warmUp, log, zaloOa };
  await healthStore(open.storage).keepOnly(config.sources.map(({ name }) => name));
  const ends = jobEndStore(open.storage);
  const jobs = await allJobs(config, open, sending);
  up.use(scheduleJobs(jobs, { log, ends, clock: systemClock }));
  void zaloOa?.tryNew();
  const names = channels.map(({ name }) => name);
  process.stdout.write(`${startedLines(server.page, names).join('\n')}\n`);
  const running = up.move();
  return async () => {
    await running.disposeAsync();
    log.info('app.stopped');
  };
}

/** What goes wrong with the Official Account cannot be told over it. */
async function warnOfKeepers({ keepers }: Config, { open, log }: Parts): Promise<void> {
  const { audience } = open.reception;
  if (await hearElsewhere({ audience, keepers }, ZALO_OA)) return;
  log.warn('zaloOa.keepersOnlyThere');
}
