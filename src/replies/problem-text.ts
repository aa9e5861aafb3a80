import type { Problem } from '../errors.ts';
import { type IntakeProblem, readPlace } from '../snapshots/intake-problem.ts';
import { COUNT_WORDS } from './count-words.ts';
import { count, day } from './numbers.ts';
import { PROBLEM_WORDS, SETTING_WORDS } from './problem-words.ts';

/** How a problem is put into words: with what was found, or without it. */
export type ProblemWording = (problem: Problem) => string;

/**
 * Problems whose detail is counts, limits, statuses or names of ours. Of all others it quotes what stood in a file, and in
 * a list put into the wrong folder that may be an applicant: it is told on the machine only, never in a chat.
 */
const QUOTES_NOTHING: ReadonlySet<string> = new Set<IntakeProblem>([
  'notReadable',
  'missingColumn',
  'duplicateColumn',
  'tooLarge',
  'otherKind',
  'wrongCellCount',
  'cellTooLong',
  'rowDoesNotAddUp',
  'totalDoesNotAddUp',
  'partExceedsTotal',
  'counterRanBackwards',
  'implausibleJump',
  'pendingDoesNotFollow',
  'rowDisappeared',
  'hardToBelieve',
  'periodInFuture',
  'asOfInFuture',
  'olderThanKnown',
  'asOfBeforePeriod',
  'tooSlow',
  'notMoved',
  'programFailed',
  'sourceFailed',
  'accessRefused',
  'askedTooOften',
  'serverFailed',
  'badStatus',
  'stalled',
  'cutOff',
  'certificateInvalid',
  'redirectedElsewhere',
  'redirectLoop',
  'resting',
  'tooManyPages',
  'incomplete',
  'leftAlone',
]);

/** The same by any name. */
const COLUMN_WORDS: Readonly<Record<string, string>> = COUNT_WORDS;

/** One problem in one line, as it may be told anywhere: where, what, and of what was found only what quotes nobody. */
export const problemText: ProblemWording = (problem) =>
  problemTextOnMachine(QUOTES_NOTHING.has(problem.code) ? problem : { ...problem, detail: '' });

/**
 * The same with whatever was found: for the terminal of the machine and for files beside the one that is wrong, whose
 * readers have that file anyway. Never for a chat, nor for a file that is sent to one.
 */
export const problemTextOnMachine: ProblemWording = ({ code, place, detail }) => {
  const words = PROBLEM_WORDS[code] ?? code;
  const found = detail === '' ? '' : `: ${SETTING_WORDS[detail] ?? foundWords(code, detail)}`;
  return `${placeWords(place)}: ${words}${found}`;
};

/** "Nha Trang, received: 14218 → 20": the column in the words of the form, the numbers with their thousands apart. */
function columnWords(detail: string): string {
  return detail.replace(/(?<=, )(\w+): (.*)$/u, (all: string, name: string, numbers: string) => {
    const words = Object.hasOwn(COLUMN_WORDS, name) ? COLUMN_WORDS[name] : undefined;
    return words === undefined ? all : `${words}: ${grouped(numbers)}`;
  });
}

/** Days as people read them, but for what is quoted as it stands. */
function foundWords(code: string, detail: string): string {
  const words = columnWords(detail);
  if (!QUOTES_NOTHING.has(code)) return words;
  return words.replaceAll(/\d{4}-\d{2}-\d{2}/gu, (text) => day(Temporal.PlainDate.from(text)));
}

function grouped(numbers: string): string {
  return numbers.replaceAll(/\d+/gu, (digits) => count(Number(digits)));
}

function placeWords(place: string): string {
  const { file, row, column } = readPlace(place);
  const where = [
    file,
    row === null ? null : `dòng ${String(row)}`,
    column === null ? null : `cột ${column}`,
  ];
  return where.filter((part) => part !== null).join(', ');
}
