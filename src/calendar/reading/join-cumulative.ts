import { reportingYearOf, yearPeriod } from '../periods.ts';
import { askedDays } from './asked.ts';
import { type DateMeant, type Hit, type Meaning, type Settled, problem } from './hit.ts';
import type { Rule } from './rule.ts';
import { either, GAP, here } from './words.ts';

/** "Lũy kế" counts from the start of the reporting year, 15/12 of the year before (domain.md 5); alone until now. */
export const cumulativeRule: Rule = {
  pattern: here(
    `${either('lũy kế', 'luỹ kế')}(?:(?:${GAP}${either('tính')})?${GAP}${either('đến nay', 'tới nay', 'đến hiện nay', 'đến giờ')})?` +
      `(?![\\p{L}\\p{M}\\p{N}])`,
  ),
  read: () => ({ kind: 'asked', asked: { kind: 'relative', unit: 'year', offset: 0 } }),
};

const STARTS_WITH_MARK = new RegExp(`^${either('lũy kế', 'luỹ kế')}`, 'u');
/** What may stand between "lũy kế" and the period it runs to. */
const UNTIL = new RegExp(
  `^[:,(]?(?:${GAP}${either('tính', 'từ đầu năm', 'cả', 'của', 'trong', 'số liệu')})?` +
    `(?:${GAP}${either('đến', 'tới', 'hết', 'đến hết', 'đến cuối')})?\\s{0,3}$`,
  'u',
);
const NOTHING = /^\s{0,3}\(?$/u;

/**
 * Lets "lũy kế" reach every period said with it, wherever it stands: "lũy kế quý 3" is nine months, "lũy kế đến
 * 30/9/2023" all days until then. Alone it stays the running year.
 */
export function joinCumulative(hits: readonly Hit[], text: string): readonly Hit[] {
  const isMark = ({ start, end }: Hit) => STARTS_WITH_MARK.test(text.slice(start, end));
  const mark = hits.find(isMark);
  if (mark === undefined) return hits;
  if (hits.every(isMark)) return [mark];
  const dates = hits.filter(({ meaning }) => meaning.kind === 'date');
  return hits.flatMap((hit, at) => {
    if (isMark(hit)) return [];
    const [before, after] = [hits[at - 1], hits[at + 1]];
    const joinsBefore = before !== undefined && isMark(before) && leadsTo(before, hit, text);
    const joinsAfter =
      after !== undefined &&
      isMark(after) &&
      NOTHING.test(text.slice(hit.end, after.start)) &&
      !leadsTo(after, hits[at + 2], text);
    return [
      {
        start: joinsBefore ? before.start : hit.start,
        surelyFrom: joinsBefore ? before.start : hit.surelyFrom,
        end: joinsAfter ? after.end : hit.end,
        meaning: fromStartOfYear(hit.meaning, dates.length > 1),
      },
    ];
  });
}

/** A mark between two periods belongs to the one it leads to: "2022 lũy kế 2023". */
function leadsTo(mark: Hit, hit: Hit | undefined, text: string): boolean {
  return hit !== undefined && UNTIL.test(text.slice(mark.end, hit.start));
}

/** Days said with both ends need no other start. */
function fromStartOfYear(meaning: Meaning, isRange: boolean): Meaning {
  switch (meaning.kind) {
    case 'months':
      return { ...meaning, months: { first: 1, last: meaning.months.last } };
    case 'date':
      return isRange ? meaning : untilDay(meaning);
    case 'asked':
    case 'problem':
      return untilNow(meaning);
  }
}

function untilDay({ year, month, day }: DateMeant): Settled {
  if (year === null) return problem('yearNeeded');
  const to = Temporal.PlainDate.from({ year, month, day });
  return askedDays(yearPeriod(reportingYearOf(to)).from, to);
}

/** "Lũy kế tháng này" is the running year; where last month ended is not known without today. */
function untilNow(meaning: Settled): Settled {
  if (meaning.kind !== 'asked' || meaning.asked.kind !== 'relative') return meaning;
  const { unit, offset } = meaning.asked;
  if (unit === 'year') return meaning;
  if (offset !== 0) return problem('yearNeeded');
  return { kind: 'asked', asked: { kind: 'relative', unit: 'year', offset: 0 } };
}
