import type { PeriodProblem, PossiblePeriod } from './period.ts';
import { askedMonths } from './reading/asked.ts';
import { joinCumulative } from './reading/join-cumulative.ts';
import { type JoinedHit, joinRanges } from './reading/join-ranges.ts';
import { joinYears } from './reading/join-years.ts';
import { scan } from './reading/scan.ts';

/**
 * A period found in a text, or words that were meant as one but cannot be ("quý 5"): then `problem` says why.
 * `start` and `end` are indices into the NFC form of the text.
 */
export type PeriodRead = {
  readonly start: number;
  readonly end: number;
  /**
   * Later than `start` when an unmarked first word could be the end of a name before it: in "cam an nam 2023" the
   * period is "nam 2023" or "2023". Whether the words before `surelyFrom` are a name is for those to say who know the names.
   */
  readonly surelyFrom: number;
} & (
  | { readonly asked: PossiblePeriod; readonly problem: null }
  | { readonly asked: null; readonly problem: PeriodProblem }
);

/**
 * Every period written in a text, in order: with or without marks, any case, NFC or NFD. A year said for one of
 * several ("quý 2 và quý 3 năm 2023") counts for all of them. Never throws.
 */
export function readPeriods(text: string): readonly PeriodRead[] {
  const plain = Array.from(text.normalize('NFC'), lowerInPlace).join('');
  return joinYears(joinRanges(joinCumulative(scan(plain), plain), plain), plain).map(toPeriodRead);
}

function toPeriodRead({ start, surelyFrom, end, meaning }: JoinedHit): PeriodRead {
  const place = { start, surelyFrom: Math.max(start, surelyFrom), end };
  const settled = meaning.kind === 'months' ? askedMonths(meaning.months, meaning.year) : meaning;
  return settled.kind === 'asked'
    ? { ...place, asked: settled.asked, problem: null }
    : { ...place, asked: null, problem: settled.problem };
}

/** Lower case without changing the length: some letters ("İ") grow. */
function lowerInPlace(character: string): string {
  const lower = character.toLowerCase();
  return lower.length === character.length ? lower : character;
}
