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
  const all = PROBLEM_WORDS[code] ?? code;
  const said = detail === '' ? '' : foundWords(code, detail);
  const words = said === '' ? all.replace(FORM, '') : all;
  const found = said === '' ? '' : `: ${said}`;
  return `${placeWords(place)}: ${words}${found}`;
};

/** What readers say of broken files, as far as it helps to mend them; anything else they say is for programmers. */
const BROKEN_WORDS: Readonly<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED: 'dấu ngoặc kép mở mà không đóng',
  CSV_INVALID_CLOSING_QUOTE: 'dấu ngoặc kép đóng giữa ô',
  INVALID_OPENING_QUOTE: 'dấu ngoặc kép mở giữa ô',
};

/** How what was found is written behind the words: "(đã ghi; gần nhất)". Where nothing is told it explains nothing. */
const FORM = / \((?:[^()]*(?: [/→<>≠] |; )[^()]*|dòng:cột|vị trí)\)$/u;

/** "Nha Trang, received: 14218 → 20": the column in the words of the form, the numbers with their thousands apart. */
function columnWords(detail: string): string {
  return detail.replace(/(?<=, )(\w+): (.*)$/u, (all: string, name: string, numbers: string) => {
    const words = Object.hasOwn(COLUMN_WORDS, name) ? COLUMN_WORDS[name] : undefined;
    return words === undefined ? all : `${words}: ${grouped(numbers)}`;
  });
}

/** Days as people read them, but for what is quoted as it stands. */
function foundWords(code: string, detail: string): string {
  if (code === 'broken') return BROKEN_WORDS[detail] ?? '';
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

/** Behind the name of a file whose rows are the records of one list, whatever lines they stand in. */
const RECORDS = '[]';

function placeWords(place: string): string {
  const { file, row, column } = readPlace(place);
  const isRecord = row !== null && file.endsWith(RECORDS);
  const where = [
    isRecord ? file.slice(0, -RECORDS.length) : file,
    row === null ? null : `${isRecord ? 'bản ghi thứ' : 'dòng'} ${String(row)}`,
    column === null ? null : `cột ${column}`,
  ];
  return where.filter((part) => part !== null).join(', ');
}
