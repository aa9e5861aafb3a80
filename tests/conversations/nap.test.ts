import {
  chmod,
  copyFile,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import type { FileRead, SentFile } from '../../src/channels/channel.ts';
import { plainText } from '../../src/channels/plain-text.ts';
import { fixedClock } from '../../src/clock.ts';
import { silentLog } from '../../src/log.ts';
import { accessOf, openDialogue } from '../../src/shell/dialogue.ts';
import { fileDesk } from '../../src/shell/file-desk.ts';
import { openInMemory } from './open-in-memory.ts';

const NOW = Temporal.Instant.from('2026-11-23T08:00+07:00');
const FORM = 'fixtures/sources/ii-06a-in-a-report.docx';
const BAD = 'fixtures/sources/bad/words-in-a-count.xlsx';
const LIST = 'code;agency;due;state\nMã hồ sơ;Cơ quan giải quyết;Ngày hẹn trả;Trạng thái\n';

let folders: { readonly figures: string; readonly lists: string };
let bot: Awaited<ReturnType<typeof openBot>>;

beforeEach(async () => {
  const root = await mkdtemp(join(tmpdir(), 'nap-'));
  folders = { figures: join(root, 'so-lieu'), lists: join(root, 'ho-so') };
  await mkdir(folders.figures);
  await mkdir(folders.lists);
  bot = await openBot();
});
afterEach(() => bot.close());

/** The application with two watched folders, asked by a keeper unless said otherwise. */
async function openBot() {
  const away = { schedule: '*/10 * * * *', moveFiles: true, keepFilesDays: 7 };
  const config = {
    keepers: [{ channel: 'telegram', person: '9' }],
    dossierColumns: 'fixtures/dossier-columns.yaml',
    sensitiveProcedures: 'fixtures/sensitive-procedures.yaml',
    sources: [
      { kind: 'file' as const, name: 'so-lieu', folder: folders.figures, ...away },
      {
        kind: 'dossiers' as const,
        name: 'ho-so',
        folder: folders.lists,
        complete: false,
        partialOk: false,
        agency: null,
        columns: {},
        ...away,
      },
    ],
  };
  const open = await openInMemory(fixedClock(NOW), 'none');
  const keepers = [{ channel: 'telegram', person: '9' }];
  const access = accessOf({ keepers, access: 'open', host: '0.0.0.0', publicUrl: null });
  const answer = openDialogue({ ...open, files: fileDesk(config, open) }, access, silentLog);
  return {
    async say(text: string, from: { person?: string; file?: SentFile } = {}): Promise<string> {
      const asker = { channel: 'telegram', chat: '9', chatKind: 'private', person: '9' } as const;
      const reply = await answer({ ...asker, addressed: true, text, ...from });
      return plainText(reply?.blocks ?? [], { limit: Infinity, tableWidth: 100 }).join('\n');
    },
    periods: async () => (await open.knowledge.snapshots.heads()).map(({ period }) => period),
    async close() {
      await answer[Symbol.asyncDispose]();
      open[Symbol.dispose]();
    },
  };
}

async function put(from: string, folder: string, secondsAgo = 60): Promise<void> {
  const path = join(folder, basename(from));
  await copyFile(from, path);
  const at = new Date(NOW.subtract({ seconds: secondsAgo }).epochMilliseconds);
  await utimes(path, at, at);
}

const sent = (name: string, read: FileRead): SentFile => ({
  name,
  read: () => Promise.resolve(read),
});
const sentFrom = async (path: string) =>
  sent(basename(path), { kind: 'read', bytes: await readFile(path) });

describe('/nap alone', () => {
  test('looks into the folders now: what is good is taken and moved, what is bad refused with its place', async () => {
    await put(FORM, folders.figures);
    await put(BAD, folders.figures);
    await put('fixtures/sources/ii-06a-so-khdt-quy-3-2023.xlsx', folders.figures, 2);
    const said = await bot.say('/nap');
    expect(said.split('\n')[0]).toBe('Đã kiểm tra 2 thư mục: đọc được 1 tệp, từ chối 1');
    expect(said).toContain('✓ ii-06a-in-a-report.docx: đã nạp');
    expect(said).toContain('words-in-a-count.xlsx, dòng 12, cột E: không phải số');
    expect(said).not.toContain('46 hồ sơ');
    expect(said).toContain(
      'ii-06a-so-khdt-quy-3-2023.xlsx: đang được chép vào, sẽ đọc khi chép xong',
    );
    expect(said).toContain('đang chờ 1, đã nạp (done) 1, từ chối (rejected) 1');
    expect(await readdir(join(folders.figures, 'done'))).toEqual([basename(FORM)]);
    expect(await bot.periods()).toEqual(['2023-Q3']);
  });

  test('finds nothing the second time, and says so', async () => {
    await put(FORM, folders.figures);
    await bot.say('/nap');
    expect((await bot.say('/nap')).split('\n')[0]).toBe('Đã kiểm tra 2 thư mục: không có tệp mới');
  });

  test('a folder that is gone is told of, and the others are looked into: a report is no list of dossiers', async () => {
    await chmod(folders.lists, 0o755);
    await put(FORM, folders.lists);
    bot = await (await bot.close(),
    (folders = { ...folders, figures: '/none/so-lieu' }),
    openBot());
    const said = await bot.say('/nap');
    expect(said).toContain('/none/so-lieu: không mở được thư mục');
    expect(said).toContain('nguồn không trả lời: ENOENT');
    expect(said).toContain(
      `ho-so — ${folders.lists}: đang chờ 0, đã nạp (done) 0, từ chối (rejected) 1`,
    );
    expect(said).toContain('ii-06a-in-a-report.docx: loại tệp này không nạp được ở đây');
    expect(said.split('\n')[0]).toBe('Đã kiểm tra 2 thư mục: đọc được 0 tệp, từ chối 2');
  });
});

describe('/nap with a file', () => {
  test('takes in a table of figures', async () => {
    const said = await bot.say('/nap', { file: await sentFrom(FORM) });
    expect(said).toContain('Đã đọc tệp ii-06a-in-a-report.docx');
    expect(said).toContain('quý III/2023: 3 dòng số liệu');
    expect(await bot.periods()).toEqual(['2023-Q3']);
  });

  test('says of a bad one what is wrong and where, and keeps nothing', async () => {
    const said = await bot.say('/nap', { file: await sentFrom(BAD) });
    expect(said).toContain('Không nạp tệp words-in-a-count.xlsx');
    expect(said).toContain('dòng 12, cột E: không phải số');
    expect(said).not.toContain('46 hồ sơ');
    expect(await bot.periods()).toEqual([]);
  });

  test('a list of dossiers is not read: it came through a messenger', async () => {
    const bytes = new TextEncoder().encode(LIST.split('\n')[1]);
    const said = await bot.say('/nap', { file: sent('ds.csv', { kind: 'read', bytes }) });
    expect(said).toContain('ds.csv là danh sách hồ sơ, không nạp qua tin nhắn');
    expect(said).toContain('Hãy xóa tin nhắn có tệp này');
  });

  test.each<[FileRead, RegExp]>([
    [{ kind: 'tooLarge' }, /^Tệp a\.xlsx quá lớn\n.*tối đa 5 MB/su],
    [{ kind: 'failed', why: 'ECONNRESET' }, /^Không tải được tệp a\.xlsx\n.*ECONNRESET/su],
  ])('%j', async (read, said) => {
    expect(await bot.say('/nap', { file: sent('a.xlsx', read) })).toMatch(said);
  });

  test('whatever the sender calls it, nothing is written outside of its own folder', async () => {
    const bytes = await readFile(FORM);
    const name = '../../.\u0000/..\\bảng "quý 3".docx';
    const said = await bot.say('/nap', { file: sent(name, { kind: 'read', bytes }) });
    expect(said).toMatch(/Đã đọc tệp [^/\\"]*bảng _quý 3_\.docx/u);
  });
});

test('only keepers are served', async () => {
  await put(FORM, folders.figures);
  const file = await sentFrom(FORM);
  expect(await bot.say('/nap', { person: '5' })).toContain('người quản trị');
  expect(await bot.say('/nap', { person: '5', file })).toContain('người quản trị');
  expect(await bot.periods()).toEqual([]);
  expect(await readdir(folders.figures)).toEqual([basename(FORM)]);
});

test('without folders it says how files get in', async () => {
  await writeFile(join(folders.figures, 'x'), '');
  const open = await openInMemory(fixedClock(NOW), 'none');
  const keepers = [{ channel: 'telegram', person: '9' }];
  const access = accessOf({ keepers, access: 'bound', host: '0.0.0.0', publicUrl: null });
  await using answer = openDialogue(open, access, silentLog);
  const from = { channel: 'telegram', chat: '9', chatKind: 'private', person: '9' } as const;
  const reply = await answer({ ...from, addressed: true, text: '/nạp' });
  expect(plainText(reply?.blocks ?? [], { limit: Infinity, tableWidth: 80 }).join('\n')).toMatch(
    /^Chưa có thư mục nào được theo dõi\n.*config\.yaml.*npm run import/su,
  );
  open[Symbol.dispose]();
});
