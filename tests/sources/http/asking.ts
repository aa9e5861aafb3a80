import { readFileSync } from 'node:fs';

import { agencyFinder } from '../../../src/agencies/find-agency.ts';
import { readDirectory } from '../../../src/agencies/read-directory.ts';
import { type Clock, fixedClock } from '../../../src/clock.ts';
import type { Problem } from '../../../src/errors.ts';
import { LIST_COLUMNS, REQUIRED } from '../../../src/sources/dossiers/list-columns.ts';
import { mapAnswer } from '../../../src/sources/http/map-answer.ts';
import type { Mapper } from '../../../src/sources/http/map-thread.ts';
import {
  type HttpDossierOptions,
  type HttpFigureOptions,
  httpSourceForm,
} from '../../../src/sources/http/options.ts';
import { realTimer } from '../../../src/sources/http/timer.ts';
import type { OneStopDouble } from '../../doubles/one-stop/one-stop-double.ts';
import { TOKEN } from '../../doubles/one-stop/one-stop-double.ts';

export const directory = readDirectory(readFileSync('fixtures/agencies/khanh-hoa.yaml', 'utf8'));
export const finder = agencyFinder(directory);
export const NOW = Temporal.Instant.from('2026-11-21T08:05+07:00');

/** Codes of the system, and whom they mean. */
export const CODES = {
  'H32.01': 'so-yt',
  'H32.02': 'so-tc',
  'H32.30': 'p-nha-trang-2025',
} as const;

export const FIGURE_FIELDS = {
  agency: 'maDonVi',
  received: 'tongTiepNhan',
  carriedOver: 'kyTruocChuyenQua',
  resolved: 'daGiaiQuyet.tong',
  resolvedOnTime: 'daGiaiQuyet.dungHan',
  resolvedOverdue: 'daGiaiQuyet.treHan',
  pending: 'dangGiaiQuyet.tong',
  pendingWithin: 'dangGiaiQuyet.trongHan',
  pendingOverdue: 'dangGiaiQuyet.treHan',
};

export const DOSSIER_FIELDS = {
  code: 'maHoSo',
  agency: 'maDonVi',
  procedure: 'tenThuTuc',
  step: 'buocXuLy',
  state: 'trangThai',
  receivedAt: 'ngayTiepNhan',
  dueAt: 'ngayHenTra',
};

const form = httpSourceForm({ all: LIST_COLUMNS, required: REQUIRED });

const common = (root: string) => ({
  kind: 'http',
  name: 'mot-cua',
  headers: { Authorization: `Bearer ${TOKEN}` },
  agencyCodes: CODES,
  allowHttp: true,
  attempts: 1,
  requestsPerMinute: 6_000,
  url: `${root}/thong-ke?tu={period.from}&den={period.to}`,
});

/** A source that asks the double for figures, as a configuration would have it; for what runs only. */
export function figureOptions(
  { root }: Pick<OneStopDouble, 'root'>,
  changes: Readonly<Record<string, unknown>> = {},
): HttpFigureOptions {
  const mapping = {
    rows: 'duLieu',
    fields: FIGURE_FIELDS,
    asOf: 'thoiDiem',
    period: { from: 'kyBaoCao.tuNgay', to: 'kyBaoCao.denNgay' },
  };
  const sample = 'fixtures/sources/http/thong-ke.json';
  const figures = { takes: 'figures', sample, mapping, closedDaily: false };
  const options = form.parse({ ...common(root), ...figures, ...changes });
  if (options.takes !== 'figures') throw new Error('not figures');
  return options;
}

/** A source that asks the double for open dossiers, page by page. */
export function dossierOptions(
  { root }: Pick<OneStopDouble, 'root'>,
  changes: Readonly<Record<string, unknown>> = {},
): HttpDossierOptions {
  const options = form.parse({
    ...common(root),
    takes: 'dossiers',
    url: `${root}/ho-so?trang={page}&co={size}`,
    paging: { by: 'page', size: 2 },
    sample: 'fixtures/sources/http/ho-so.json',
    mapping: { rows: 'items', fields: DOSSIER_FIELDS, asOf: 'thoiDiem', total: 'tong' },
    ...changes,
  });
  if (options.takes !== 'dossiers') throw new Error('not dossiers');
  return options;
}

/** Maps in this thread: starting one takes longer than most tests. */
const inlineMapper = (): Mapper => ({
  map: mapAnswer,
  async [Symbol.asyncDispose]() {},
});

/** What an HTTP source is handed in tests: waits that are noted and end at once, and no chance. */
export function askingRoom(clock: Clock = fixedClock(NOW)) {
  const waited: number[] = [];
  return {
    clock,
    waited,
    wait: async (ms: number) => void waited.push(ms),
    random: () => 1,
    openMapper: inlineMapper,
    startTimer: realTimer,
    ca: null,
    directory,
    finder,
  };
}

export const codesOf = (problems: readonly Problem[]) => [
  ...new Set(problems.map(({ code }) => code)),
];

/** What a reporting period of one agency may look like in the system. */
export const COUNTS = {
  received: 1_000,
  carriedOver: 100,
  resolvedOnTime: 880,
  resolvedOverdue: 20,
  pendingWithin: 97,
  pendingOverdue: 3,
};
