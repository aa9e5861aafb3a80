import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod';

import {
  copyOf,
  fillStore,
  type Folder,
  openStore,
  runProgram,
  temporaryFolder,
} from './run-program.ts';

const TABLE = 'fixtures/sources/ii-06a-so-khdt-quy-3-2023.xlsx';
const BAD = 'fixtures/sources/bad/negative.csv';
const NOW = ['--now', '2026-11-21T08:00+07:00'];
/** Each is a process of its own, and there are only two processors. */
const SLOW = { timeout: 60_000 };

let folder: Folder;
let data: string;
beforeAll(async () => {
  folder = temporaryFolder();
  data = join(folder.path, 'data');
  await fillStore(data);
});
afterAll(() => folder[Symbol.dispose]());

const linesIn = (text: string) => text.trim().split('\n');

/** What is in the store now: the tables, and the files set aside. */
async function contents(of: string) {
  using open = await openStore(of);
  const heads = await open.knowledge.snapshots.heads();
  const aside = await open.knowledge.snapshots.quarantined();
  return { tables: heads.length, aside: aside.map(({ origin }) => origin) };
}

/** One line of `--json`: these fields and no others. */
const Line = z.strictObject({
  question: z.string(),
  text: z.string(),
  choices: z.array(z.strictObject({ label: z.string(), send: z.string() })),
  charts: z.array(z.string()),
  files: z.array(z.string()),
  agency: z.string().nullable(),
  period: z.string().nullable(),
  metric: z.string().nullable(),
});
const answersIn = (out: string) => linesIn(out).map((line) => Line.parse(JSON.parse(line)));

describe.concurrent('npm run ask', () => {
  test(
    '--json: an object a line for each message of a conversation, charts as files',
    SLOW,
    async () => {
      const messages = ['/tre-han Nha Trang', 'còn năm 2019?'];
      const { code, out, said } = await runProgram(['ask', '--json', ...NOW, ...messages], {
        data,
      });
      expect([code, said]).toEqual([0, '']);
      const [first, second] = answersIn(out);
      expect(first).toMatchObject({
        question: '/tre-han Nha Trang',
        agency: 'tp-nha-trang',
        period: '2023',
        metric: 'overdue',
        files: [],
      });
      expect(first?.text).toMatch(/^0,77% /u);
      expect(first?.choices[0]?.label).toBe('CN Nha Trang 0,72%');
      expect(first?.charts.map((file) => existsSync(file))).toEqual([true]);
      expect(second).toMatchObject({ agency: 'tp-nha-trang', period: null, charts: [] });
    },
  );

  test('--stdin --fresh: a message a line, each without memory of the others', SLOW, async () => {
    const input = '/cong-thuc Nha Trang\ncòn 6 tháng đầu năm?\n';
    const { code, out } = await runProgram(['ask', '--stdin', '--fresh', '--json', ...NOW], {
      data,
      input,
    });
    const answers = answersIn(out);
    expect(code).toBe(0);
    expect(answers.map(({ question }) => question)).toEqual(linesIn(input));
    expect(answers.map(({ agency }) => agency)).toEqual(['tp-nha-trang', null]);
  });
});

describe.concurrent('npm run import', () => {
  test('takes what is good, refuses what is bad, and says both', SLOW, async () => {
    using store = copyOf(data);
    const before = await contents(store.path);
    const { code, out, said } = await runProgram(['import', TABLE, BAD], { data: store.path });
    expect([code, said]).toEqual([1, '']);
    expect(linesIn(out)).toEqual([
      expect.stringMatching(
        /^✓ ii-06a-so-khdt-quy-3-2023\.xlsx: đã nạp — .*quý III\/2023: 3 dòng số liệu/u,
      ),
      '✗ negative.csv: không nạp, kho số liệu giữ nguyên',
      '   - negative.csv, dòng 3, cột E: số âm: -1366',
      'Nạp 1, từ chối 1 tệp.',
    ]);
    expect(await contents(store.path)).toEqual({
      tables: before.tables + 1,
      aside: ['negative.csv'],
    });
  });
});

const LONG_AGO = new Date('2026-11-20T08:00:00+07:00');

/** A folder with a good and a bad file, and a second one that is not there. */
function configuredIn({ path }: Folder): Readonly<Record<string, string>> {
  const figures = join(path, 'figures');
  mkdirSync(figures);
  copyFileSync(TABLE, join(figures, 'a.xlsx'));
  copyFileSync(BAD, join(figures, 'b.csv'));
  // As if they had been lying there for a while: what was written just now is left alone.
  for (const name of ['a.xlsx', 'b.csv']) utimesSync(join(figures, name), LONG_AGO, LONG_AGO);
  const file = join(path, 'config.yaml');
  const sources = [figures, join(path, 'none')].map(
    (each, at) => `{ kind: file, name: source-${String(at)}, folder: ${each} }`,
  );
  writeFileSync(file, `sources: [${sources.join(', ')}]`);
  return { DUNG_HEN_CONFIG: file };
}

describe.concurrent('with a source in the configuration', () => {
  test(
    'npm run job -- poll-figures --dry tells what it would take, and takes nothing',
    SLOW,
    async () => {
      using own = temporaryFolder();
      const variables = configuredIn(own);
      const { code, out, said } = await runProgram(['job', 'poll-figures', '--dry'], {
        data,
        variables,
      });
      expect([code, said]).toEqual([0, '']);
      expect(out).toContain('new a.xlsx 2023-Q3 figures=3 statements=0 findings=0\n');
      expect(out).toContain('refused b.csv:3:E negative -1366\n');
      expect(out).toMatch(/\npoll-figures\/source-0: .*new=1 refused=1\n/u);
      expect(out).toMatch(/\npoll-figures\/source-1: .*new=0 refused=1\n$/u);
      expect(await contents(data)).toEqual({ tables: 18, aside: [] });
    },
  );

  test('npm run doctor finds all in order but the folder that is missing', SLOW, async () => {
    using own = temporaryFolder();
    const { code, out } = await runProgram(['doctor'], { data, variables: configuredIn(own) });
    expect(code).toBe(1);
    expect(linesIn(out).filter((line) => !line.startsWith('✓ '))).toEqual([
      `✗ Thư mục nguồn: ${own.path}/none`,
      expect.stringMatching(
        /^· Chưa có chỉ tiêu trực tuyến năm \d{4} trong fixtures\/targets\.yaml: /u,
      ),
    ]);
    expect(out).toContain('✓ Số liệu đã nạp: 18\n');
  });
});

describe.concurrent('what cannot be done: clear words, no stack, exit code 1', () => {
  test('no such command', SLOW, async () => {
    expect(await runProgram(['khong'], { data })).toEqual({
      code: 1,
      out: '',
      said: 'Chưa chạy được, cần sửa:\n  - khong: không có lệnh này; các lệnh: start, ask, import, job, samples, doctor\n',
    });
  });

  test('a damaged store: not a byte of it is touched', SLOW, async () => {
    using spoilt = temporaryFolder();
    const path = join(spoilt.path, 'dung-hen.db');
    const before = Buffer.alloc(20_000, 'not a database ');
    writeFileSync(path, before);
    const { code, out, said } = await runProgram(['ask', '/tre-han'], { data: spoilt.path });
    expect([code, out]).toEqual([1, '']);
    expect(said).toMatch(/^Không mở được kho số liệu .*dung-hen\.db: tệp hỏng .*giữ nguyên.*\n$/u);
    expect(readFileSync(path).equals(before)).toBe(true);
  });
});

test(
  '--help tells how a command is used, and opens nothing; a command there is not is named',
  SLOW,
  async () => {
    const nowhere = { data: join(folder.path, 'nowhere') };
    const [ask, wrong] = await Promise.all([
      runProgram(['ask', '-h'], nowhere),
      runProgram(['aks', '--help'], nowhere),
    ]);
    expect([ask.code, linesIn(ask.out)[1]]).toEqual([
      0,
      '  npm run -s ask -- "/tre-han Nha Trang" "còn quý 3?"',
    ]);
    expect([wrong.code, wrong.out]).toEqual([1, '']);
    expect(wrong.said).toContain('- aks: không có lệnh này; các lệnh: start, ask, import');
    expect(existsSync(nowhere.data)).toBe(false);
  },
);
