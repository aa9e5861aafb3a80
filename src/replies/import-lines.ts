import type { PeriodKey } from '../calendar/period.ts';
import { parsePeriodKey } from '../calendar/periods.ts';
import type { Problem } from '../errors.ts';
import type { DocumentRef } from '../snapshots/snapshot.ts';
import { count } from './numbers.ts';
import { periodName } from './period-names.ts';
import { problemText } from './problem-words.ts';
import { capital } from './sentence.ts';
import { documentName } from './source-line.ts';

type Outcome = 'stored' | 'unchanged' | 'restated' | 'new';

/** What became of one file; the shape is `TakenIn` of the polling room. */
type Taken =
  | {
      readonly kind: 'taken';
      readonly origin: string;
      readonly readings: readonly {
        readonly outcome: Outcome;
        readonly document: DocumentRef;
        readonly period: PeriodKey;
        readonly figures: number;
        readonly statements: number;
        readonly findings: number;
      }[];
    }
  | { readonly kind: 'refused'; readonly origin: string; readonly problems: readonly Problem[] };

const OUTCOME_WORDS: Readonly<Record<Outcome, string>> = {
  stored: 'đã nạp',
  unchanged: 'không đổi, không nạp lại',
  restated: 'đã nạp bản mới, giữ cả bản cũ',
  new: 'sẽ nạp',
};

/** How many problems of one file are listed before "còn n lỗi nữa". */
const SHOWN = 20;

/** One file of an import: what was taken from it, or everything that is wrong with it. */
export function importLines(taken: Taken): readonly string[] {
  if (taken.kind === 'refused') {
    const rest = taken.problems.length - SHOWN;
    return [
      `✗ ${taken.origin}: không nạp, kho số liệu giữ nguyên`,
      ...taken.problems.slice(0, SHOWN).map((problem) => `   - ${problemText(problem)}`),
      ...(rest > 0 ? [`   … còn ${count(rest)} lỗi nữa`] : []),
    ];
  }
  return taken.readings.map(({ outcome, document, period, figures, statements, findings }) => {
    const found = findings === 0 ? '' : `, ${count(findings)} điểm cần lưu ý khi đối chiếu`;
    return `✓ ${taken.origin}: ${OUTCOME_WORDS[outcome]} — ${documentName({ document })}, ${periodName(parsePeriodKey(period))}: ${count(figures)} dòng số liệu, ${count(statements)} số công bố${found}`;
  });
}

/** The last line of an import. */
export function importSummary(counts: Readonly<Record<Outcome | 'refused', number>>): string {
  const parts = [
    counts.stored > 0 ? `nạp ${count(counts.stored)}` : '',
    counts.new > 0 ? `sẽ nạp ${count(counts.new)}` : '',
    counts.restated > 0 ? `bản mới ${count(counts.restated)}` : '',
    counts.unchanged > 0 ? `không đổi ${count(counts.unchanged)}` : '',
    counts.refused > 0 ? `từ chối ${count(counts.refused)} tệp` : '',
  ].filter((part) => part !== '');
  return capital(`${parts.join(', ')}.`);
}
