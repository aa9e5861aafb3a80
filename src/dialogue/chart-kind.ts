import type { ChartKind } from '../replies/chart-request.ts';
import type { CommandName, Slots } from './question.ts';
import type { Sentence } from './read-sentence.ts';

/** The chart that each kind of answer has by nature. */
const BY_COMMAND: ReadonlyMap<CommandName, ChartKind> = new Map([
  ['xep-hang', 'ranking'],
  ['so-sanh', 'comparison'],
  ['dien-bien', 'trend'],
  ['linh-vuc', 'byField'],
  ['ho-so', 'composition'],
  ['truc-tuyen', 'target'],
]);

/**
 * The kind of chart asked for: as said, or what suits the question; for a mere "vẽ biểu đồ" what suits the question
 * before. Null leaves it to the command.
 */
export function chartKind(
  sentence: Sentence,
  slots: Pick<Slots, 'agencies' | 'periods' | 'among'>,
  before: CommandName | null,
): ChartKind | null {
  if (sentence.chart !== null && sentence.chart !== 'bars') return sentence.chart;
  if (sentence.acts.has('trend')) return 'trend';
  if (sentence.acts.has('field')) return 'byField';
  if (slots.among !== null || sentence.ranks) return 'ranking';
  if (slots.agencies.length > 1 || slots.periods.length > 1) return 'comparison';
  if (sentence.chart === 'bars') return 'ranking';
  return before === null ? null : (BY_COMMAND.get(before) ?? null);
}
