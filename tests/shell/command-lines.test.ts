import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { type Config, readConfig } from '../../src/config.ts';
import { failureLines } from '../../src/replies/shell-words.ts';
import { ask } from '../../src/shell/ask.ts';
import { checkSchedules } from '../../src/shell/check-schedules.ts';
import { clockAt } from '../../src/shell/clock-at.ts';
import { importFiles } from '../../src/shell/import-files.ts';
import { runJob } from '../../src/shell/run-job.ts';
import { type Folder, temporaryFolder } from './run-program.ts';

let folder: Folder;
let config: Config;
beforeAll(() => {
  folder = temporaryFolder();
  config = { ...readConfig({ DUNG_HEN_DATA: join(folder.path, 'data') }), samples: 'none' };
});
afterAll(() => folder[Symbol.dispose]());

/** What the terminal says about something that cannot be done. */
async function said(run: () => unknown): Promise<readonly string[]> {
  try {
    await run();
  } catch (error) {
    return failureLines(error);
  }
  throw new Error('it was done');
}

describe('refused before anything is opened', () => {
  test.each<[string, () => unknown, string]>([
    [
      'nothing asked',
      () => ask([], config),
      '  - ask: hãy ghi câu hỏi: npm run -s ask -- "/tre-han Nha Trang"',
    ],
    [
      'a bad moment',
      () => ask(['--now', 'hôm nay', 'x'], config),
      '  - --now: thời điểm phải có dạng 2023-09-15T07:00+07:00: hôm nay',
    ],
    [
      'a moment without a zone',
      () => runJob(['--now', '2023-09-15T07:00', 'poll-figures'], config),
      '  - --now: thời điểm phải có dạng 2023-09-15T07:00+07:00: 2023-09-15T07:00',
    ],
    [
      'no file',
      () => importFiles([], config),
      '  - import: hãy ghi tên tệp cần nạp: npm run import -- TỆP…',
    ],
    [
      'files, and a source to remove',
      () => importFiles(['--remove', 'file', 'a.csv'], config),
      '  - import: bỏ một nguồn hay nạp tệp, mỗi lần chỉ một việc',
    ],
    [
      'no such option',
      () => importFiles(['--foo', 'a.csv'], config),
      'Tham số không đúng: --foo. Xem cách dùng: chạy lại lệnh này với --help.',
    ],
  ])('%s', async (_words, run, line) => {
    expect(await said(run)).toContain(line);
    expect(existsSync(config.dataFolder)).toBe(false);
  });
});

test.each([
  [['khong'], 'khong'],
  [[], 'job'],
])('a job that is not there: %j; the others are named', async (args, place) => {
  const lines = await said(() => runJob(args, config));
  expect(lines[1]).toMatch(
    new RegExp(`^ {2}- ${place}: không có việc này; các việc: .*forget-choices`, 'u'),
  );
});

test.each(['poll-figures', 'poll-dossiers'])(
  'the job %s is not unknown where no source is configured',
  async (name) => {
    const [, line] = await said(() => runJob([name], config));
    expect(line).toContain(`${name}: config.yaml chưa khai báo nguồn nào loại này`);
  },
);

const sourcesAt = (...schedules: readonly string[]) => ({
  sources: schedules.map(
    (schedule) =>
      ({
        kind: 'file',
        name: 'a',
        folder: 'b',
        schedule,
        moveFiles: true,
        keepFilesDays: 7,
      }) as const,
  ),
});

describe('schedules', () => {
  test.each(['*/10 * * * *', '0 6 * * 1-5', '0 0 6 * * *'])('%s can be kept', (schedule) => {
    expect(() => checkSchedules(sourcesAt(schedule))).not.toThrow();
  });

  test('every one that cannot be kept is named', async () => {
    const bad = sourcesAt('mỗi sáng', '*/10 * * * *', '61 * * * *', '');
    expect((await said(() => checkSchedules(bad))).slice(1)).toEqual(
      [0, 2, 3].map(
        (at) =>
          `  - sources.${String(at)}.schedule: giá trị không hợp lệ: lịch theo mẫu cron, ví dụ */10 * * * *`,
      ),
    );
  });
});

describe('--now', () => {
  test('stands still at the moment given', () => {
    expect(clockAt('2023-09-15T07:00+07:00').now().toString()).toBe('2023-09-15T00:00:00Z');
  });

  test('without it time passes', () => {
    const moment = clockAt(undefined).now();
    expect(Temporal.Instant.compare(moment, Temporal.Instant.from('2026-01-01T00:00Z'))).toBe(1);
  });
});
