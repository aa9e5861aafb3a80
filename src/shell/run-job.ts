import { parseArgs } from 'node:util';

import type { Config } from '../config.ts';
import { ConfigurationInvalid } from '../errors.ts';
import { silentLog } from '../log.ts';
import type { Job } from '../schedule/job.ts';
import { outboxStore } from '../storage/outbox-store.ts';
import { clockAt } from './clock-at.ts';
import { allJobs, jobsNamed } from './jobs.ts';
import { openKnowledge } from './open-knowledge.ts';
import { zaloOaClientOf } from './zalo-oa.ts';

const OPTIONS = {
  dry: { type: 'boolean', default: false },
  now: { type: 'string' },
  believe: { type: 'boolean', default: false },
} as const;

/** `npm run job -- NAME`: the jobs of that name, once; `--dry` says what it would do, `--believe` takes in what only history speaks against. */
export async function runJob(args: readonly string[], config: Config): Promise<void> {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: OPTIONS,
    allowPositionals: true,
  });
  using open = await openKnowledge(config, clockAt(values.now));
  // Queued only: what runs beside this, or starts next, delivers it.
  const jobs = await allJobs(config, open, {
    outbox: outboxStore(open.storage),
    onChartsComing: () => undefined,
    log: silentLog,
    zaloOa: await zaloOaClientOf(config, open, silentLog),
  });
  const wanted = jobsNamed(positionals[0] ?? '', jobs);
  if (wanted.length === 0) throw noSuchJob(positionals[0] ?? 'job', jobs);
  for (const job of wanted) {
    const { summary, details } = await job.run({ dry: values.dry, believe: values.believe });
    const counts = Object.entries(summary).map(([name, value]) => `${name}=${String(value)}`);
    process.stdout.write([...details, `${job.name}: ${counts.join(' ')}`, ''].join('\n'));
  }
}

/** Jobs that there are only where `config.yaml` names sources. */
const OF_SOURCES = new Set(['poll-figures', 'poll-dossiers']);

function noSuchJob(name: string, jobs: readonly Job[]): ConfigurationInvalid {
  if (OF_SOURCES.has(name)) {
    return new ConfigurationInvalid([{ code: 'noSources', place: name, detail: '' }]);
  }
  const detail = jobs.map((job) => job.name).join(', ');
  return new ConfigurationInvalid([{ code: 'unknownJob', place: name, detail }]);
}
