import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { CellValue } from 'hucre/xlsx';

import { agencyFinder } from '../../../src/agencies/find-agency.ts';
import { fixedClock } from '../../../src/clock.ts';
import type { Dossier } from '../../../src/dossiers/dossier.ts';
import { readSensitiveWords } from '../../../src/dossiers/read-sensitive-words.ts';
import { SourceUnreadable } from '../../../src/errors.ts';
import { readColumnNames } from '../../../src/sources/dossiers/column-names.ts';
import { dossierFiles } from '../../../src/sources/dossiers/dossier-files.ts';
import type { DossierReading } from '../../../src/sources/dossiers/dossier-files.ts';
import type {
  ListMessage,
  ListRequest,
  RowBatch,
} from '../../../src/sources/dossiers/list-message.ts';
import { sayList } from '../../../src/sources/dossiers/say-list.ts';
import { reading as figures } from '../file/reading.ts';

export const names = readColumnNames(await readFile('fixtures/dossier-columns.yaml', 'utf8'));
export const sensitiveWords = readSensitiveWords(
  await readFile('fixtures/sensitive-procedures.yaml', 'utf8'),
);

/** Lists as they are read for Khánh Hòa. */
export const reading: DossierReading = {
  finder: agencyFinder(figures.directory),
  clock: fixedClock(Temporal.Instant.from('2030-01-01T00:00:00Z')),
  names,
  sensitiveWords,
  agency: null,
  readBatches: batchesHere,
};

/** Header and rows of a table. */
export type Grid = readonly (readonly CellValue[])[];

export const HEADER = [
  'Mã hồ sơ',
  'Tên thủ tục',
  'Lĩnh vực',
  'Cơ quan giải quyết',
  'Đơn vị xử lý',
  'Bước hiện tại',
  'Kênh',
  'Trạng thái',
  'Ngày tiếp nhận',
  'Ngày hẹn trả',
  'Ngày kết thúc xử lý',
] as const;

export const ROW = [
  'H32.12-230901-0001',
  'Đăng ký biến động quyền sử dụng đất',
  'Đất đai',
  'UBND thành phố Nha Trang',
  'Phòng Tài nguyên và Môi trường',
  'Thẩm định',
  'Trực tuyến',
  'Đang xử lý',
  '01/09/2023 08:15',
  '15/09/2023',
  null,
] as const;

/** The row with other cells in some columns, by their titles. */
export function row(
  changes: Readonly<Partial<Record<(typeof HEADER)[number], CellValue>>> = {},
): readonly CellValue[] {
  return HEADER.map(
    (title, index) => changes[title] ?? (title in changes ? null : (ROW[index] ?? null)),
  );
}

/** A grid as CSV, quoted where it has to be. */
export function csv(grid: Grid, delimiter = ','): string {
  const quoted = (cell: CellValue) => {
    const text = cell === null ? '' : String(cell);
    return /["\n]/u.test(text) || text.includes(delimiter)
      ? `"${text.replaceAll('"', '""')}"`
      : text;
  };
  return grid.map((cells) => `${cells.map(quoted).join(delimiter)}\n`).join('');
}

/** A file of that name and content in a folder of its own. */
export async function written(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(await mkdtemp(join(tmpdir(), 'dossiers-')), name);
  await writeFile(path, content);
  return path;
}

/** The reading of the thread, without one: starting it takes longer than most lists. */
async function* batchesHere(request: ListRequest): AsyncGenerator<RowBatch> {
  const messages: ListMessage[] = [];
  await sayList(request, (message) => messages.push(message));
  for (const message of messages) {
    if (message.kind === 'batch') yield message.batch;
    if (message.kind === 'refused') throw new SourceUnreadable(request.origin, message.problems);
  }
}

/** What a file says, good and bad. */
export type ReadFile = {
  readonly dossiers: readonly Dossier[];
  readonly problems: readonly string[];
};

/** Reads a file as the bot does. */
export async function read(path: string, other: Partial<DossierReading> = {}): Promise<ReadFile> {
  const dossiers: Dossier[] = [];
  const problems: string[] = [];
  const note = (found: readonly { code: string; place: string; detail: string }[]) =>
    problems.push(...found.map(({ code, place, detail }) => `${place} ${code} ${detail}`.trim()));
  const declared = { name: 'test', completeFor: null, partialOk: false };
  try {
    for await (const payload of dossierFiles(declared, [path], { ...reading, ...other }).fetch()) {
      if (payload.kind === 'refused') note(payload.problems);
      else {
        for await (const batch of payload.batches()) {
          dossiers.push(...batch.dossiers.map(({ dossier }) => dossier));
          note(batch.problems);
        }
      }
    }
  } catch (error) {
    if (!(error instanceof SourceUnreadable)) throw error;
    note(error.problems);
  }
  return { dossiers, problems };
}

/** The problems of a file of that name and content. */
export async function problemsOf(
  name: string,
  content: string | Uint8Array,
  other: Partial<DossierReading> = {},
): Promise<readonly string[]> {
  const { problems } = await read(await written(name, content), other);
  return problems;
}

/** The dossiers of a file without problems. */
export async function dossiersOf(
  name: string,
  content: string | Uint8Array,
  other: Partial<DossierReading> = {},
): Promise<readonly Dossier[]> {
  const { dossiers, problems } = await read(await written(name, content), other);
  if (problems.length > 0) throw new Error(problems.join('\n'));
  return dossiers;
}
