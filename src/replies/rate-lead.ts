import type { RateAsk } from '../asking/question-text.ts';
import type { Counts } from '../figures/counts.ts';
import type { Sieve } from '../figures/limit.ts';
import { tallied, type Tally } from '../figures/tally.ts';
import type { RateAnswer } from '../queries/rate-answer.ts';
import { count } from './numbers.ts';
import { periodTitle } from './period-block.ts';
import { rateHeadline } from './rate-lines.ts';
import { type Judged, judgedText, missingBlocks } from './rate-verdict.ts';
import type { Block, Line } from './reply.ts';
import { TALLY_WORDS } from './tally-words.ts';

/** What of a rate was asked for, and therefore comes first; all null for the rate itself. */
export type RateLead = {
  /** A number of dossiers. */
  readonly number: Tally | null;
  /** The value it is held against. */
  readonly sieve: Sieve | null;
  readonly asks: RateAsk | null;
};

/**
 * "37 hồ sơ đang giải quyết trễ hạn — UBND thị xã Ninh Hòa, năm 2023", "Chưa vượt 1%: 0,77% hồ sơ trễ hạn — …": what was
 * asked for first; the rate where it is not known.
 */
export function leadHeadline(answer: RateAnswer, lead: RateLead): Line {
  const number = numberHeadline(answer, lead.number);
  const judged = judgedText(judgedIn(answer, lead));
  const line = number ?? rateHeadline(answer);
  return judged === null
    ? line
    : [{ strong: judged }, lead.asks === 'target' ? ' ' : ': ', ...line];
}

/** Whether the headline says the rate. */
export function saysRate(answer: RateAnswer, { number }: RateLead): boolean {
  return numberHeadline(answer, number) === null;
}

/** What the number is a part of; that it is not known, where it is not. */
export function leadBlocks(answer: RateAnswer, lead: RateLead): readonly Block[] {
  return [...numberBlocks(answer, lead.number), ...missingBlocks(judgedIn(answer, lead))];
}

function judgedIn(answer: RateAnswer, { number, sieve, asks }: RateLead): Judged {
  return { answer, sieve, asks, number: number === null ? null : numberOf(answer, number) };
}

function numberHeadline(answer: RateAnswer, number: Tally | null): Line | null {
  const value = number === null ? null : numberOf(answer, number);
  if (number === null || value === null) return null;
  const whom = `${answer.agency.name}, ${periodTitle(answer)}`;
  return [{ strong: count(value) }, ` ${TALLY_WORDS[number]} — ${whom}`];
}

function numberBlocks(answer: RateAnswer, number: Tally | null): readonly Block[] {
  if (number === null) return [];
  if (numberOf(answer, number) === null) {
    return [{ kind: 'warning', line: [`Nguồn không ghi số ${TALLY_WORDS[number]}.`] }];
  }
  const parts = answer.counts === null ? null : partsText(answer.counts, answer.metric);
  return parts === null ? [] : [{ kind: 'text', line: [parts] }];
}

/** From the row of the table; where only a rate is published, from the counts it was published with. */
function numberOf({ counts, rates, metric }: RateAnswer, number: Tally): number | null {
  if (counts !== null) return tallied(counts, number);
  const [first] = rates;
  if (number !== metric || first?.state.kind !== 'rate') return null;
  const { fraction } = first.state.rate;
  return fraction === null ? null : Number(fraction.numerator);
}

function partsText(counts: Counts, metric: RateAnswer['metric']): string | null {
  return metric === 'overdue'
    ? sumText('Trễ hạn', tallied(counts, 'overdue'), [
        ['đã giải quyết', counts.resolvedOverdue],
        ['đang giải quyết', counts.pendingOverdue],
      ])
    : sumText('Đã giải quyết', counts.resolved, [
        ['trước hạn', counts.resolvedEarly],
        [counts.resolvedEarly === null ? 'trước và đúng hạn' : 'đúng hạn', counts.resolvedOnTime],
        ['trễ hạn', counts.resolvedOverdue],
      ]);
}

/** "Trễ hạn 121: đã giải quyết 84, đang giải quyết 37." */
function sumText(
  what: string,
  total: number | null,
  parts: readonly (readonly [string, number | null])[],
): string | null {
  const known = parts.flatMap(([name, value]) =>
    value === null ? [] : [`${name} ${count(value)}`],
  );
  return total === null || known.length === 0
    ? null
    : `${what} ${count(total)}: ${known.join(', ')}.`;
}
