import { withMarks } from '../vietnamese/fold.ts';
import type { Agency, Directory } from './agency.ts';

const DAY = String.raw`(\d{1,2})/(\d{1,2})/(\d{4})`;
/** "(tỉnh Khánh Hòa, từ 01/07/2025)", "(TP Nha Trang, 01/11/2024–30/06/2025)": how choices tell namesakes apart. */
const EXISTENCE = new RegExp(
  String.raw`\s*\((?:[^()]*,)?\s*(?:(?:từ|tu)\s+${DAY}|${DAY}\s*[–-]\s*${DAY})\s*\)`,
  'giu',
);
/** "UBND xã Diên Điền" is "xã Diên Điền", too. */
const OFFICE = /^ubnd /u;
/** Agencies have no longer names. */
const MOST_WORDS = 14;

/**
 * A text in which names with the days of the agency behind them are given exactly, as `exact` writes it: what a choice
 * shows can be typed. Days that fit no agency of the name stay as they are.
 */
export function withLabelsRead(
  text: string,
  { agencies }: Pick<Directory, 'agencies'>,
  exact: (agency: Agency) => string,
): string {
  let read = '';
  let done = 0;
  for (const match of text.matchAll(EXISTENCE)) {
    const before = text.slice(done, match.index);
    const days = daysIn(match);
    const named = days === null ? null : namedAtEnd(before, agencies.filter(livedOn(days)));
    if (named === null) continue;
    read += before.slice(0, named.start) + exact(named.agency);
    done = match.index + match[0].length;
  }
  return read + text.slice(done);
}

type Days = { readonly from: Temporal.PlainDate; readonly to: Temporal.PlainDate | null };

function daysIn([, ...numbers]: readonly string[]): Days | null {
  const [since, from, to] = [0, 3, 6].map((at) => dayOf(numbers.slice(at, at + 3)));
  if (since !== undefined && since !== null) return { from: since, to: null };
  return from === undefined || from === null ? null : { from, to: to ?? null };
}

/** Null for a day that is none, and where nothing was read. */
function dayOf(numbers: readonly string[]): Temporal.PlainDate | null {
  const [day, month, year] = numbers.map(Number);
  if (day === undefined || month === undefined || year === undefined) return null;
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' });
  } catch {
    return null;
  }
}

function livedOn({ from, to }: Days): (agency: Agency) => boolean {
  return ({ validFrom, validTo }) =>
    validFrom?.equals(from) === true &&
    (to === null ? validTo === null : validTo?.equals(to) === true);
}

/** The one agency by whose name a text ends, and where that begins; the longest name counts. */
function namedAtEnd(
  text: string,
  agencies: readonly Agency[],
): { readonly agency: Agency; readonly start: number } | null {
  const starts = Array.from(
    text.matchAll(/(?<![\p{L}\p{M}\p{N}])[\p{L}\p{N}]/gu),
    ({ index }) => index,
  ).slice(-MOST_WORDS);
  for (const start of starts) {
    const words = withMarks(text.slice(start));
    const [agency, ...others] = agencies.filter(({ name }) => isCalled(withMarks(name), words));
    if (agency !== undefined && others.length === 0) return { agency, start };
  }
  return null;
}

function isCalled(name: string, words: string): boolean {
  return words === name || words === name.replace(OFFICE, '');
}
