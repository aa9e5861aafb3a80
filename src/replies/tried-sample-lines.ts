import type { Directory } from '../agencies/agency.ts';
import { parsePeriodKey } from '../calendar/periods.ts';
import type { Dossier, DossierState } from '../dossiers/dossier.ts';
import type { Problem } from '../errors.ts';
import { COUNT_NAMES, type Counts } from '../figures/counts.ts';
import { hundredthsOfPercent } from '../figures/fraction.ts';
import { OverdueFormula } from '../figures/metric.ts';
import { rateBy } from '../figures/rate.ts';
import { severityOf } from '../snapshots/severity.ts';
import type { Figure, Snapshot } from '../snapshots/snapshot.ts';
import { COUNT_WORDS } from './count-words.ts';
import { findingText } from './finding-text.ts';
import { FORMULA_USERS } from './metric-words.ts';
import { dueText } from './moment-words.ts';
import { count, day, percent } from './numbers.ts';
import { periodWithDays } from './period-names.ts';
import { problemTextOnMachine } from './problem-text.ts';

/** What the mapping of a source makes of its recorded sample. */
export type TriedSample = {
  /** The source, and the file. */
  readonly name: string;
  readonly sample: string;
  readonly problems: readonly Problem[];
  /** What another province's answer is told by: what it says of its owner, or that its codes are none of ours. */
  readonly guard: { readonly owner: string | null; readonly hasCodes: boolean };
  /** What a row of the sample has. */
  readonly paths: readonly string[];
} & (
  | { readonly takes: 'figures'; readonly made: MadeFigures | null }
  | { readonly takes: 'dossiers'; readonly made: MadeDossiers | null }
);

/** Null where the sample could not be read at all. */
type MadeFigures = Pick<Snapshot, 'document' | 'period' | 'asOf' | 'figures' | 'findings'>;
type MadeDossiers = readonly { readonly dossier: Dossier }[];

/** Enough to see whether every field is where it should be. */
const ROWS_SHOWN = 5;
const PROBLEMS_SHOWN = 10;

/** The states of a dossier, in the words of the national portal (domain.md 8). */
const STATE_WORDS: Readonly<Record<DossierState, string>> = {
  registered: 'mới đăng ký',
  received: 'được tiếp nhận',
  rejected: 'không được tiếp nhận',
  processing: 'đang xử lý',
  supplementRequested: 'yêu cầu bổ sung',
  paymentRequested: 'yêu cầu nộp phí, lệ phí',
  withdrawn: 'công dân rút',
  stopped: 'dừng xử lý',
  done: 'đã xử lý xong',
  returned: 'đã trả kết quả',
};

/** A sample as whoever writes the mapping has to see it: what becomes of its rows, and what is wrong with them. */
export function triedSampleLines(tried: TriedSample, directory: Directory): readonly string[] {
  const { name, sample, problems, paths } = tried;
  const doubts = [...guardLines(tried), ...doubtLines(tried, directory)];
  const mark = problems.length > 0 ? '✗' : doubts.length > 0 ? '⚠' : '✓';
  const rows =
    tried.takes === 'figures'
      ? figureLines(tried.made, directory)
      : dossierLines(tried.made, directory);
  return [
    `${mark} Nguồn ${name}, thử trên mẫu ${sample}`,
    ...ownerLines(tried),
    ...rows.map((line) => `    ${line}`),
    ...problems.slice(0, PROBLEMS_SHOWN).map((problem) => `    ✗ ${problemTextOnMachine(problem)}`),
    ...doubts.slice(0, PROBLEMS_SHOWN).map((line) => `    ⚠ ${line}`),
    ...(problems.length > 0 && paths.length > 0
      ? [`    Mẫu có các trường: ${paths.join(', ')}`]
      : []),
  ];
}

function ownerLines({ guard: { owner } }: TriedSample): readonly string[] {
  return owner === null ? [] : [`    Chỉ nhận câu trả lời của: ${owner}`];
}

function guardLines({ guard: { owner, hasCodes } }: TriedSample): readonly string[] {
  return owner === null && !hasCodes
    ? [
        'chưa có agencyCodes hay mapping.owner: câu trả lời của tỉnh khác có cơ quan trùng tên sẽ bị nhận nhầm',
      ]
    : [];
}

/** What would be taken in, and be doubted wherever it is shown. */
function doubtLines(tried: TriedSample, directory: Directory): readonly string[] {
  if (tried.takes !== 'figures' || tried.made === null) return [];
  const { findings, document } = tried.made;
  return findings
    .filter((finding) => severityOf(finding, document) === 'warning')
    .map((finding) => `${directory.get(finding.agency).name}: ${findingText(finding)}`);
}

function figureLines(made: MadeFigures | null, directory: Directory): readonly string[] {
  if (made === null) return [];
  const { period, asOf, figures } = made;
  const head = `${periodWithDays(parsePeriodKey(period))}, số liệu đến ${day(asOf)}: ${rowsText(figures.length)}`;
  return [head, ...figures.slice(0, ROWS_SHOWN).map((figure) => figureLine(figure, directory))];
}

function figureLine({ agency, field, counts }: Figure, directory: Directory): string {
  const cells = COUNT_NAMES.flatMap((name) => {
    const value = counts[name];
    return value === null ? [] : [`${COUNT_WORDS[name]} ${count(value)}`];
  });
  const of = field === null ? '' : ` (${field})`;
  return `${directory.get(agency).name}${of}: ${cells.join(' · ')}${rateText(counts)}`;
}

/** Two columns taken for each other may add up all the same: then their rate is one that nobody has ever seen. */
function rateText(counts: Counts): string {
  // The first that the columns of a sample are enough for.
  for (const formula of OverdueFormula.options) {
    const result = rateBy(formula, counts);
    if (result.kind === 'rate') {
      const rate = percent(hundredthsOfPercent(result.fraction));
      return ` → tỷ lệ trễ hạn ${rate} (${FORMULA_USERS[formula]})`;
    }
  }
  return '';
}

function dossierLines(dossiers: MadeDossiers | null, directory: Directory): readonly string[] {
  if (dossiers === null) return [];
  const shown = dossiers.slice(0, ROWS_SHOWN).map(({ dossier }) => dossierLine(dossier, directory));
  return [rowsText(dossiers.length), ...shown];
}

function dossierLine(
  { code, agency, state, currentDueAt, step }: Dossier,
  directory: Directory,
): string {
  const due = currentDueAt === null ? 'không có hạn' : `hẹn trả ${dueText(currentDueAt)}`;
  return [code, directory.get(agency).name, STATE_WORDS[state], due, step]
    .filter((part) => part !== null)
    .join(' · ');
}

function rowsText(rows: number): string {
  return rows > ROWS_SHOWN
    ? `${count(rows)} dòng, ${String(ROWS_SHOWN)} dòng đầu:`
    : `${count(rows)} dòng:`;
}
