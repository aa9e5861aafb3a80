import { count, day } from './numbers.ts';

/** What was made of sample dossiers. */
export type SamplesMade = {
  /** Without those left from tests. */
  readonly dossiers: number;
  readonly agencies: number;
  readonly overdue: number;
  readonly pending: number;
  readonly test: number;
  readonly on: Temporal.PlainDate;
};

const SAYS_SO = 'Đây là dữ liệu mẫu, không phải hồ sơ thật: mọi câu trả lời từ đó đều ghi rõ.';
const AWAY = 'Bỏ hết: npm run -s samples -- --remove';

/** Sample dossiers were taken into the store, in place of `removed` earlier ones. */
export function samplesTakenLines(made: SamplesMade, removed: number): readonly string[] {
  return [
    ...(removed === 0 ? [] : [samplesRemovedLine(removed)]),
    `Đã nạp ${madeWords(made)}.`,
    SAYS_SO,
    AWAY,
  ];
}

/** Sample dossiers were written into a file. */
export function samplesWrittenLines(made: SamplesMade, file: string): readonly string[] {
  return [`Đã ghi ${madeWords(made)} vào ${file}.`, SAYS_SO];
}

/** Sample dossiers were taken out of the store. */
export function samplesRemovedLine(removed: number): string {
  return removed === 0 ? 'Không có hồ sơ mẫu nào.' : `Đã bỏ ${count(removed)} hồ sơ mẫu.`;
}

function madeWords({ dossiers, agencies, overdue, pending, test, on }: SamplesMade): string {
  const tests = test === 0 ? '' : `, thêm ${count(test)} hồ sơ test`;
  const late = overdue === 0 ? 'không hồ sơ nào quá hạn' : `trong đó ${count(overdue)} quá hạn`;
  const whose = `${count(dossiers)} hồ sơ mẫu của ${count(agencies)} cơ quan, ngày ${day(on)}`;
  return `${whose}: ${count(pending)} đang giải quyết, ${late}${tests}`;
}
