import type { Directory } from '../agencies/agency.ts';
import { exactIdsIn } from '../asking/question-text.ts';
import type { PeriodAsked } from '../calendar/period.ts';
import type { PeriodRead } from '../calendar/read-periods.ts';
import { readPeriods } from '../calendar/read-periods.ts';
import { fold } from '../vietnamese/fold.ts';
import { boundsIn } from './bounds-in.ts';
import { carriedOverIn } from './carried-over.ts';
import { forecastIn } from './forecast-words.ts';
import { formulaIn } from './formulas-in.ts';
import type { Piece, Sense } from './sense.ts';

/** The parts of a sentence that can be read without knowing its words. */
export type Cuts = {
  /** "#p-loc-tho", periods, "top 5", "trên 1%", "theo công thức của tỉnh". */
  readonly pieces: readonly Piece[];
  /** Where an unmarked "nam" stands that may be the end of a name before it ("cam an nam 2023"). */
  readonly doubtful: readonly { readonly start: number; readonly end: number }[];
};

/** "Cam An Nam 2023": nobody writes the word for year like that. */
const CAPITALISED = /^\p{Lu}\p{Ll}/u;
const CARRIED_OVER_SENSE = { kind: 'metric', metric: 'dossiers', weak: true } as const;
/** More than there are asks for all; "top 2023" may be a year, and is asked about. */
const TOP = /(?<![\p{L}\p{N}])(?:top|tốp)\s*((?!20\d\d(?!\d))\d{1,6})(?![\p{L}\p{N}])/giu;

/**
 * Cuts out what is certain. `isName` tells whether words with an unmarked "nam" at their end are an agency's name;
 * then the period begins behind it.
 */
export function readCuts(
  text: string,
  directory: Directory,
  isName: (words: string) => boolean,
): Cuts {
  const certain = [
    ...agencyIds(text, directory),
    ...tops(text),
    ...boundCuts(text),
    ...carriedOverIn(text).map((span) => cut(text, span, CARRIED_OVER_SENSE)),
    ...formulaCuts(text),
    ...forecastIn(text).map((span) => cut(text, span, { kind: 'act', act: 'forecast' })),
  ];
  const periods = readPeriods(blanked(text, certain));
  const doubtful = periods.filter((period) => endsName(text, period, isName));
  const asked = periods.map((period) => {
    const start = doubtful.includes(period) ? period.surelyFrom : period.start;
    const span = { start, end: period.end };
    return cut(text, span, { kind: 'period', asked: askedAs(period, text) });
  });
  return {
    pieces: [...certain, ...asked],
    doubtful: doubtful
      .map(({ start, surelyFrom }) => ({ start, end: surelyFrom }))
      .filter(({ start, end }) => !CAPITALISED.test(text.slice(start, end))),
  };
}

function askedAs({ asked, problem, start, end }: PeriodRead, text: string): PeriodAsked {
  return asked ?? { kind: 'impossible', problem, text: text.slice(start, end) };
}

/** Whether the two to four words up to and with the doubtful one are a name. */
function endsName(
  text: string,
  { start, surelyFrom }: PeriodRead,
  isName: (words: string) => boolean,
): boolean {
  if (surelyFrom === start) return false;
  const words = text.slice(0, surelyFrom).trim().split(/\s+/u);
  return [2, 3, 4].some(
    (length) => words.length >= length && isName(words.slice(-length).join(' ')),
  );
}

/** "UBND phường Lộc Thọ #p-loc-tho": the id decides, the name before it is only for people. */
function agencyIds(text: string, directory: Directory): readonly Piece[] {
  return exactIdsIn(text).flatMap(({ id, start: sign, end }) => {
    const agency = directory.agencies.find((one) => one.id === id);
    if (agency === undefined) return [];
    const before = text.slice(0, sign).trimEnd();
    const start = before.endsWith(agency.name) ? before.length - agency.name.length : sign;
    return [cut(text, { start, end }, { kind: 'agency', agency })];
  });
}

function boundCuts(text: string): readonly Piece[] {
  return boundsIn(text).map(({ start, end, sieve }) =>
    cut(text, { start, end }, sieve === null ? { kind: 'aside' } : { kind: 'bound', sieve }),
  );
}

function formulaCuts(text: string): readonly Piece[] {
  const read = formulaIn(text);
  if (read === null) return [];
  const { formula } = read;
  return [cut(text, read, formula === null ? { kind: 'aside' } : { kind: 'formula', formula })];
}

/** "Top 0" is no number to show: the order stands, and the words are told to be not understood. */
function tops(text: string): readonly Piece[] {
  return Array.from(text.matchAll(TOP)).flatMap((match) => {
    const top = Number(match[1]);
    const span = { start: match.index, end: match.index + match[0].length };
    return [cut(text, span, top === 0 ? { kind: 'aside' } : { kind: 'top', top })];
  });
}

type Span = { readonly start: number; readonly end: number };

function cut(text: string, { start, end }: Span, sense: Sense): Piece {
  const words = text.slice(start, end);
  return { text: words, folded: fold(words), start, end, sense };
}

/** The text without what is certain, each character in its place: "#p-van-thang năm 2023" is not about May. */
function blanked(text: string, certain: readonly Span[]): string {
  return certain.reduce(
    (left, { start, end }) => left.slice(0, start) + '|'.repeat(end - start) + left.slice(end),
    text,
  );
}
