import { joinedDates, joinedMonths, numberOf, oneDay, yearUpTo } from './both-ends.ts';
import {
  type DateMeant,
  type Hit,
  type Meaning,
  type MonthsMeant,
  problem,
  type Settled,
} from './hit.ts';
import { either, GAP } from './words.ts';

const UNTIL = either('đến', 'tới');
const TO = new RegExp(`^\\s{0,3}${UNTIL}\\s{0,3}$`, 'u');
const TO_OR_DASH = new RegExp(`^\\s{0,3}(?:${UNTIL}|-|–|—|→|\\.\\.)\\s{0,3}$`, 'u');
const FROM_BEFORE = new RegExp(`(?<![\\p{L}\\p{M}\\p{N}])${either('từ')}\\s{0,3}$`, 'u');
/** Also "giai đoạn từ 2020 đến 2023". */
const PHASE_BEFORE = new RegExp(
  `(?<![\\p{L}\\p{M}\\p{N}])${either('giai đoạn')}(?:${GAP}${either('từ')})?\\s{0,3}$`,
  'u',
);
/** "tính đến hết ngày 14/6/2023" */
const UNTIL_BEFORE = new RegExp(
  `(?<![\\p{L}\\p{M}\\p{N}])(?:${either('tính')}${GAP})?${UNTIL}(?:${GAP}${either('hết')})?\\s{0,3}$`,
  'u',
);
const LONGEST_BEFORE = 20;
const UNTIL_NOW = new RegExp(
  `^\\s{1,3}${UNTIL}\\s{1,3}${either('nay', 'giờ', 'hiện nay')}(?![\\p{L}\\p{M}])`,
  'u',
);

type Joined = Exclude<Meaning, DateMeant>;

/** A hit once days are ranges or gone. */
export type JoinedHit = Hit<Joined>;

/**
 * Joins what stands on both sides of "đến" or a dash: two days, two months, two quarters; years of a span are kept as years. A
 * fraction that looked like a day ("15/6") is dropped when nothing makes a range of it.
 */
export function joinRanges(hits: readonly Hit[], text: string): readonly JoinedHit[] {
  const joined: JoinedHit[] = [];
  for (let at = 0; at < hits.length; at += 1) {
    const [first, second] = [hits[at], hits[at + 1]];
    if (first === undefined) break;
    const pair = second === undefined ? null : joinedPair(first, second, text);
    if (pair !== null) at += 1;
    joined.push(...(pair ?? alone(first, text)));
  }
  return joined;
}

function joinedPair(first: Hit, second: Hit, text: string): readonly JoinedHit[] | null {
  const gap = text.slice(first.end, second.start);
  const start = startWithFrom(text, first.start);
  const [a, b] = [first.meaning, second.meaning];
  const whole = (meaning: Joined): readonly JoinedHit[] => [
    { start, surelyFrom: start, end: second.end, meaning },
  ];
  const days = TO_OR_DASH.test(gap) ? joinedDays(a, b, start < first.start) : undefined;
  if (days !== undefined) return days === null ? [] : whole(days);
  if (a.kind !== 'months' || b.kind !== 'months' || a.unit !== b.unit) return null;
  if (a.unit === 'year')
    return joinedYears(
      [
        { ...first, meaning: a },
        { ...second, meaning: b },
      ],
      text,
    );
  return TO.test(gap) ? whole(joinedMonths(a, b)) : null;
}

/**
 * What two days make, even if one of them cannot be ("từ 30/2/2023 đến 14/6/2023"). Null where both may as well be
 * fractions; undefined where they are no days.
 */
function joinedDays(a: Meaning, b: Meaning, saidFrom: boolean): Settled | null | undefined {
  if (a.kind === 'date' && b.kind === 'date') return joinedDates(a, b, saidFrom);
  const areDays = [a, b].every((one) => one.kind === 'date' || isNoDay(one));
  return areDays ? problem('noSuchDay') : undefined;
}

function isNoDay(meaning: Meaning): boolean {
  return meaning.kind === 'problem' && meaning.problem === 'noSuchDay';
}

/** "từ 2020 đến 2023", "giai đoạn 2020-2023": all years of the span. "2020-2023" by itself are two, and so are years backwards. */
function joinedYears(
  [first, second]: readonly [Hit<MonthsMeant>, Hit<MonthsMeant>],
  text: string,
): readonly JoinedHit[] | null {
  const gap = text.slice(first.end, second.start);
  const phase = startWith(PHASE_BEFORE, text, first.start);
  const start = Math.min(phase, startWithFrom(text, first.start));
  const isSpan = TO.test(gap) || (phase < first.start && TO_OR_DASH.test(gap));
  const place = { start, surelyFrom: start < first.start ? start : first.surelyFrom };
  const [from, to] = [numberOf(first.meaning.year), numberOf(second.meaning.year)];
  if (!isSpan) return null;
  if (from !== null && to !== null && from < to) {
    const asked = { kind: 'years', span: { from, to } } as const;
    return [{ ...place, end: second.end, meaning: { kind: 'asked', asked } }];
  }
  return [
    { ...place, end: first.end, meaning: first.meaning },
    { ...second, start: first.end, surelyFrom: first.end },
  ];
}

function alone(hit: Hit, text: string): readonly JoinedHit[] {
  const untilNow = UNTIL_NOW.exec(text.slice(hit.end, hit.end + 16));
  if (untilNow !== null && hit.meaning.kind !== 'asked') {
    const start = startWithFrom(text, hit.start);
    const end = hit.end + untilNow[0].length;
    return [{ start, surelyFrom: start, end, meaning: problem('endNeeded') }];
  }
  const { meaning } = hit;
  if (meaning.kind !== 'date') return [{ ...hit, meaning }];
  if (meaning.year === null && meaning.weak) return [];
  const start = startWith(UNTIL_BEFORE, text, hit.start);
  const upTo = start < hit.start ? yearUpTo(meaning) : null;
  return upTo === null
    ? [{ ...hit, meaning: oneDay(meaning) }]
    : [{ start, surelyFrom: start, end: hit.end, meaning: upTo }];
}

/** Where "từ" before a range starts, or the range itself. */
function startWithFrom(text: string, start: number): number {
  return startWith(FROM_BEFORE, text, start);
}

/** Where the words right before `start` begin; `start` itself if they are others. */
function startWith(words: RegExp, text: string, start: number): number {
  const before = text.slice(Math.max(0, start - LONGEST_BEFORE), start);
  const match = words.exec(before);
  return match === null ? start : start - before.length + match.index;
}
