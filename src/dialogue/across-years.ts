import { type CommandName, metricOf } from '../asking/commands.ts';
import type { Metric } from '../figures/metric.ts';
import { besideNewest, comparesWithPeriod } from './compared-periods.ts';
import type { Slots } from './question.ts';
import type { Sentence } from './read-sentence.ts';

/** A command with what it is asked about. */
type Ask = { readonly command: CommandName; readonly slots: Slots };

/** Amounts have no rate to draw a line of. */
const AMOUNTS: ReadonlySet<Metric | null> = new Set<Metric>(['dossiers', 'onlinePayment']);

/**
 * "/tre-han Nha Trang giai đoạn 2020-2023" and "/so-sanh Nha Trang qua các năm" ask for a trend: no single figure
 * stands for several years. Several agencies, or amounts, are set side by side year by year. Everything else stays.
 */
export function acrossYears(ask: Ask, sentence: Sentence): Ask {
  const { slots } = ask;
  if (slots.among !== null || sentence.ranks || !goesAcross(ask, sentence)) return ask;
  if (slots.agencies.length < 2 && !AMOUNTS.has(slots.metric))
    return { command: 'dien-bien', slots };
  const periods = yearsOf(slots);
  const isOneSide = slots.agencies.length < 2;
  return {
    command: 'so-sanh',
    slots: { ...slots, periods: isOneSide ? besideNewest(periods) : periods },
  };
}

/** The periods named, or all years that have figures. */
export function yearsOf({ periods }: Slots): Slots['periods'] {
  return periods.length === 0 ? [{ kind: 'years', span: null }] : periods;
}

function goesAcross({ command, slots }: Ask, sentence: Sentence): boolean {
  if (command === 'dien-bien') return true;
  if (command !== 'so-sanh' && metricOf(command) === null) return false;
  const asksTrend = sentence.acts.has('trend') && !comparesWithPeriod(sentence);
  return asksTrend || slots.periods.some(({ kind }) => kind === 'years');
}
