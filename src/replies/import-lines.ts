import { parsePeriodKey } from '../calendar/periods.ts';
import type { DossierChanges } from '../dossiers/store.ts';
import type { TakenDossiers } from '../polling/take-in-dossiers.ts';
import type { TakenIn, TakenReading } from '../polling/take-in.ts';
import { count } from './numbers.ts';
import { periodName } from './period-names.ts';
import type { ProblemWording } from './problem-text.ts';
import { capital } from './sentence.ts';
import { documentName } from './source-line.ts';

type Outcome = TakenReading['outcome'];
type Refused = Extract<TakenIn, { kind: 'refused' }>;
type Told = 'outcome' | 'document' | 'period' | 'figures' | 'statements' | 'findings';

/** What became of one file of figures. */
export type TakenFile =
  | Refused
  | {
      readonly kind: 'taken';
      readonly origin: string;
      readonly readings: readonly Pick<TakenReading, Told>[];
    };

/** Rows left out of a list whose good rows were taken. */
type LeftOut = Extract<TakenDossiers, { kind: 'taken' }>['left'];

const CHANGE_WORDS: readonly (readonly [keyof DossierChanges, string])[] = [
  ['added', 'hồ sơ mới'],
  ['changed', 'thay đổi'],
  ['unchanged', 'không đổi'],
  ['disappeared', 'không còn trong danh sách nên coi là đã xong'],
  ['wentBack', 'lùi trạng thái'],
  [
    'elsewhere',
    'cũng đang có ở nguồn khác nên bị tính hai lần (giữ một nguồn, bỏ nguồn kia bằng import --remove)',
  ],
  ['test', 'hồ sơ thử nghiệm (không tính)'],
  ['sensitive', 'thuộc thủ tục riêng tư (chỉ đếm)'],
];

/** Lists are counted with the files of figures. */
const SUMMED_AS: Readonly<Record<TakenDossiers['kind'], Outcome | 'refused'>> = {
  taken: 'stored',
  readable: 'new',
  unchanged: 'unchanged',
  refused: 'refused',
};

const OUTCOME_WORDS: Readonly<Record<Outcome, string>> = {
  stored: 'đã nạp',
  unchanged: 'không đổi, không nạp lại',
  restated: 'đã nạp bản mới, giữ cả bản cũ',
  new: 'sẽ nạp',
};

/** How many problems of one file are listed before "còn n lỗi nữa". */
const SHOWN = 20;

/**
 * One file of an import: what was taken from it, or everything that is wrong with it, in words that its readers may be
 * told.
 */
export function importLines(taken: TakenFile, wording: ProblemWording): readonly string[] {
  if (taken.kind === 'refused') return refusedLines(taken, wording);
  return taken.readings.map(({ outcome, document, period, figures, statements, findings }) => {
    const found = findings === 0 ? '' : `, ${count(findings)} điểm cần lưu ý khi đối chiếu`;
    return `✓ ${taken.origin}: ${OUTCOME_WORDS[outcome]} — ${documentName({ document })}, ${periodName(parsePeriodKey(period))}: ${count(figures)} dòng số liệu, ${count(statements)} số công bố${found}`;
  });
}

/** One list of dossiers: what it changed, the rows left out of it, or everything that is wrong with it. */
export function dossierLines(taken: TakenDossiers, wording: ProblemWording): readonly string[] {
  switch (taken.kind) {
    case 'refused':
      return refusedLines(taken, wording);
    case 'unchanged':
      return [`✓ ${taken.origin}: ${OUTCOME_WORDS.unchanged}`];
    case 'readable':
      return [
        `✓ ${taken.origin}: sẽ nạp ${count(taken.rows)} hồ sơ`,
        ...macroLines(taken),
        ...leftOutLines(taken.left, wording),
      ];
    case 'taken': {
      const parts = CHANGE_WORDS.filter(([name]) => taken.changes[name] > 0).map(
        ([name, words]) => `${count(taken.changes[name])} ${words}`,
      );
      return [
        `✓ ${taken.origin}: đã nạp — ${parts.join(', ')}`,
        ...macroLines(taken),
        ...leftOutLines(taken.left, wording),
      ];
    }
  }
}

/** Whoever opens the file next should know. */
function macroLines({ hasMacros }: { readonly hasMacros?: true }): readonly string[] {
  return hasMacros === true ? ['   tệp có macro: không chạy, chỉ đọc dữ liệu trong các ô'] : [];
}

function leftOutLines(left: LeftOut, wording: ProblemWording): readonly string[] {
  if (left.count === 0) return [];
  return [`   bỏ qua các dòng có ${count(left.count)} lỗi:`, ...problemLines(left, wording)];
}

function refusedLines({ origin, problems }: Refused, wording: ProblemWording): readonly string[] {
  return [
    `✗ ${origin}: không nạp, kho số liệu giữ nguyên`,
    ...problemLines({ problems, count: problems.length }, wording),
  ];
}

function problemLines({ problems, count: total }: LeftOut, wording: ProblemWording) {
  const shown = problems.slice(0, SHOWN);
  const rest = total - shown.length;
  return [
    ...shown.map((problem) => `   - ${wording(problem)}`),
    ...(rest > 0 ? [`   … còn ${count(rest)} lỗi nữa`] : []),
  ];
}

/** The dossiers of a source were taken out, or would be (null). */
export function dossiersRemovedLine(source: string, removed: number | null): string {
  return removed === null
    ? `Sẽ bỏ mọi hồ sơ của nguồn ${source}.`
    : `Đã bỏ ${count(removed)} hồ sơ của nguồn ${source}.`;
}

/** The last line of an import. */
export function importSummary(
  figures: Readonly<Record<Outcome | 'refused', number>>,
  lists: readonly TakenDossiers[] = [],
): string {
  const counts = { ...figures };
  for (const { kind } of lists) counts[SUMMED_AS[kind]] += 1;
  const parts = [
    counts.stored > 0 ? `nạp ${count(counts.stored)}` : '',
    counts.new > 0 ? `sẽ nạp ${count(counts.new)}` : '',
    counts.restated > 0 ? `bản mới ${count(counts.restated)}` : '',
    counts.unchanged > 0 ? `không đổi ${count(counts.unchanged)}` : '',
    counts.refused > 0 ? `từ chối ${count(counts.refused)} tệp` : '',
  ].filter((part) => part !== '');
  return capital(`${parts.join(', ')}.`);
}
