import type { Problem } from '../errors.ts';
import { hasTrait, readPlace } from '../snapshots/intake-problem.ts';
import { columnName, missingColumnWords } from './column-words.ts';
import { COUNT_WORDS } from './count-words.ts';
import { count, day } from './numbers.ts';
import { PROBLEM_WORDS, SETTING_WORDS } from './problem-words.ts';

/** How a problem is put into words: with what was found, or without it. */
export type ProblemWording = (problem: Problem) => string;

/** The same by any name. */
const COLUMN_WORDS: Readonly<Record<string, string>> = COUNT_WORDS;

/** One problem in one line, as it may be told anywhere: where, what, and of what was found only what quotes nobody. */
export const problemText: ProblemWording = (problem) =>
  problemTextOnMachine(hasTrait(problem, 'quotesNobody') ? problem : { ...problem, detail: '' });

/**
 * The same with whatever was found: for the terminal of the machine and for files beside the one that is wrong, whose
 * readers have that file anyway. Never for a chat, nor for a file that is sent to one.
 */
export const problemTextOnMachine: ProblemWording = ({ code, place, detail }) => {
  const words = PROBLEM_WORDS[code] ?? code;
  const found = detail === '' ? '' : `: ${foundWords(code, detail)}`;
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
  if (code === 'missingColumn') return missingColumnWords(detail);
  if (code === 'duplicateColumn') return columnName(detail);
  const setting = SETTING_WORDS[detail];
  if (setting !== undefined) return setting;
  const words = columnWords(detail);
  if (!hasTrait({ code }, 'quotesNobody')) return words;
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
