import { parseArgs } from 'node:util';

import type { Config } from '../config.ts';
import { ConfigurationInvalid } from '../errors.ts';
import { clockAt } from './clock-at.ts';
import { allJobs } from './jobs.ts';
import { openKnowledge } from './open-knowledge.ts';

const OPTIONS = {
  dry: { type: 'boolean', default: false },
  now: { type: 'string' },
} as const;

/** `npm run job -- NAME`: one job, once; `--dry` says what it would do. */
export async function runJob(args: readonly string[], config: Config): Promise<void> {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: OPTIONS,
    allowPositionals: true,
  });
  using open = await openKnowledge(config, clockAt(values.now));
  const jobs = allJobs(config, open);
  const wanted = jobs.filter(({ name }) => name === positionals[0]);
  if (wanted.length === 0) {
    const known = [...new Set(jobs.map(({ name }) => name))].join(', ');
    throw new ConfigurationInvalid([
      { code: 'unknownJob', place: positionals[0] ?? '', detail: known },
    ]);
  }
  for (const job of wanted) {
    const { summary, details } = await job.run({ dry: values.dry });
    const counts = Object.entries(summary).map(([name, value]) => `${name}=${String(value)}`);
    process.stdout.write([...details, `${job.name}: ${counts.join(' ')}`, ''].join('\n'));
  }
}
