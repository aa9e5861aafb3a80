import { parseArgs } from 'node:util';

import type { Config } from '../config.ts';
import { ConfigurationInvalid } from '../errors.ts';
import { poll } from '../polling/poll.ts';
import { importLines, importSummary } from '../replies/import-lines.ts';
import { fileSource } from '../sources/file/file-source.ts';
import { clockAt } from './clock-at.ts';
import { openKnowledge } from './open-knowledge.ts';

const OPTIONS = {
  agency: { type: 'string' },
  period: { type: 'string' },
  now: { type: 'string' },
  dry: { type: 'boolean', default: false },
} as const;

/** `npm run import -- FILE...`: takes in figures from files and says what was taken, refused and why. Exit code 1 if any was refused. */
export async function importFiles(args: readonly string[], config: Config): Promise<void> {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: OPTIONS,
    allowPositionals: true,
  });
  if (positionals.length === 0) {
    throw new ConfigurationInvalid([{ code: 'noFiles', place: 'import', detail: '' }]);
  }
  using open = await openKnowledge({ ...config, samples: 'none' }, clockAt(values.now));
  const given = {
    ...(values.agency === undefined ? {} : { agency: values.agency }),
    ...(values.period === undefined ? {} : { period: values.period }),
  };
  const { directory } = open.knowledge;
  const source = fileSource('file', positionals, { directory, finder: open.finder, given });
  let done = 0;
  const { counts, payloads } = await poll(source, open.intake, {
    dry: values.dry,
    onTaken: () => {
      done += 1;
      if (process.stderr.isTTY) process.stderr.write(`\r${progressBar(done, positionals.length)}`);
    },
  });
  if (process.stderr.isTTY) process.stderr.write('\n');
  process.stdout.write([...payloads.flatMap(importLines), importSummary(counts), ''].join('\n'));
  if (counts.refused > 0) process.exitCode = 1;
}

function progressBar(done: number, total: number): string {
  const filled = Math.round((done / total) * 30);
  return `[${'█'.repeat(filled)}${'░'.repeat(30 - filled)}] ${String(done)}/${String(total)}`;
}
