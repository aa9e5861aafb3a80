import { mkdirSync, readFileSync, renameSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { AgencyId } from '../../src/agencies/agency.ts';
import { openStore, runProgram, temporaryFolder } from './run-program.ts';

const NOW = ['--now', '2026-11-21T08:00+07:00'];
const TABLE = readFileSync('fixtures/sources/ii-06a-copied-from-the-document.csv', 'utf8');
/** The same report with next to nothing in it. */
const FEW = TABLE.replace(/^1\t.*\n2\t.*\nTỔNG CỘNG\t.*$/mu, (rows) =>
  rows
    .split('\n')
    .map((row, at) => {
      const [mark = '', name = ''] = row.split('\t');
      const some = [7, 13, 20][at] ?? 0;
      return [mark, name, some, some, 0, 0, some, 0, some, 0, 0, 0, 0].join('\t');
    })
    .join('\n'),
);

test(
  'npm run job -- poll-figures/NAME --believe takes in what was refused, as the reason beside it says',
  { timeout: 180_000 },
  async () => {
    using home = temporaryFolder();
    const folder = join(home.path, 'vao');
    mkdirSync(folder);
    const config = join(home.path, 'config.yaml');
    writeFileSync(
      config,
      `samples: none\nsources: [{ kind: file, name: so-lieu, folder: ${folder} }]\n`,
    );
    const run = {
      data: join(home.path, 'data'),
      variables: { DUNG_HEN_CONFIG: config, DUNG_HEN_KEEPERS: 'telegram:1' },
    };
    const file = join(folder, 'q3.csv');
    const put = (text: string) => {
      writeFileSync(file, text);
      const long = new Date('2023-09-15');
      utimesSync(file, long, long);
    };
    put(TABLE);
    const first = await runProgram(['job', 'poll-figures', ...NOW], run);
    expect(first.out).toContain('stored q3.csv 2023-Q3');

    put(FEW);
    const refused = await runProgram(['job', 'poll-figures', ...NOW], run);
    expect(refused.out).toContain('refused q3.csv counterRanBackwards');
    const rejected = join(folder, 'rejected', 'q3.csv');
    const reason = readFileSync(`${rejected}.ly-do.txt`, 'utf8');
    const [, told = ''] = /npm run -s job -- (?<args>\S+ --believe)/u.exec(reason) ?? [];
    expect(told).toBe('poll-figures/so-lieu --believe');

    renameSync(rejected, file);
    const believed = await runProgram(['job', ...told.split(' '), ...NOW], run);
    expect(believed.out).toContain('restated q3.csv 2023-Q3');
    using open = await openStore(run.data);
    const [reading] = await open.knowledge.snapshots.readings(AgencyId.parse('so-khdt'));
    expect(reading?.figure.counts.received).toBe(20);
  },
);
