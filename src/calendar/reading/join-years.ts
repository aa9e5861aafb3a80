import type { Hit, MonthsMeant, YearSaid } from './hit.ts';
import type { JoinedHit } from './join-ranges.ts';
import { either } from './words.ts';

const LISTED = new RegExp(
  `^\\s{0,3}(?:,|;|&|\\+|-|–|/|${either('và', 'với', 'so với', 'hay', 'hoặc')}|vs\\.?)?\\s{0,3}$`,
  'u',
);
const SAID_AS_ONE = /^\s{0,3}[-,/]?\s{0,3}$/u;

/** Gives periods the year that was said for their neighbours too. */
export function joinYears(hits: readonly JoinedHit[], text: string): readonly JoinedHit[] {
  const firsts = yearSaidFirst(hits, text);
  const listed = sameUnitOfListedYears(firsts, text);
  const backwards = yearsOfNeighbours(listed.toReversed(), text).toReversed();
  return yearsOfNeighbours(backwards, text);
}

/** "năm 2023 quý 3", "2023 6 tháng đầu năm": one period. */
function yearSaidFirst(hits: readonly JoinedHit[], text: string): readonly JoinedHit[] {
  const joined: JoinedHit[] = [];
  for (const hit of hits) {
    const before = joined.at(-1);
    if (before !== undefined && isYear(before) && isYearless(hit)) {
      if (SAID_AS_ONE.test(between(before, hit, text))) {
        joined[joined.length - 1] = {
          ...before,
          end: hit.end,
          meaning: withYear(hit.meaning, before.meaning.year),
        };
        continue;
      }
    }
    joined.push(hit);
  }
  return joined;
}

/** "quý 3 năm 2022 và 2023": the mere number is the same quarter of another year. */
function sameUnitOfListedYears(hits: readonly JoinedHit[], text: string): readonly JoinedHit[] {
  const read: JoinedHit[] = [];
  for (const hit of hits) {
    const before = read.at(-1);
    const follows =
      before !== undefined && isPartOfSaidYear(before) && isYear(hit) && hit.meaning.bare;
    read.push(
      follows && LISTED.test(between(before, hit, text))
        ? { ...hit, meaning: withYear(before.meaning, hit.meaning.year) }
        : hit,
    );
  }
  return read;
}

/** "quý 2 và quý 3 năm 2023": both of 2023. Works in either direction, as the hits are given. */
function yearsOfNeighbours(hits: readonly JoinedHit[], text: string): readonly JoinedHit[] {
  const read: JoinedHit[] = [];
  for (const hit of hits) {
    const before = read.at(-1);
    const gives = before !== undefined && isMonths(before) && before.meaning.year !== null;
    read.push(
      gives && isYearless(hit) && LISTED.test(between(before, hit, text))
        ? { ...hit, meaning: withYear(hit.meaning, before.meaning.year) }
        : hit,
    );
  }
  return read;
}

function between(a: JoinedHit, b: JoinedHit, text: string): string {
  return a.start < b.start ? text.slice(a.end, b.start) : text.slice(b.end, a.start);
}

function isMonths(hit: JoinedHit): hit is Hit<MonthsMeant> {
  return hit.meaning.kind === 'months';
}

function isYear(hit: JoinedHit): hit is Hit<MonthsMeant> {
  return isMonths(hit) && hit.meaning.unit === 'year';
}

function isYearless(hit: JoinedHit): hit is Hit<MonthsMeant> {
  return isMonths(hit) && hit.meaning.year === null;
}

function isPartOfSaidYear(hit: JoinedHit): hit is Hit<MonthsMeant> {
  return isMonths(hit) && hit.meaning.unit !== 'year' && hit.meaning.year !== null;
}

function withYear(meaning: MonthsMeant, year: YearSaid): MonthsMeant {
  return { ...meaning, year };
}
