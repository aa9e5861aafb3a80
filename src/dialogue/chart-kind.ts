import { type CommandName, COMMANDS } from '../asking/commands.ts';
import type { ChartKind } from '../replies/chart-request.ts';
import type { Slots } from './question.ts';
import type { Sentence } from './read-sentence.ts';

/**
 * The kind of chart asked for: as said, or what suits the question; for a mere "vẽ biểu đồ" what suits the question
 * before. Null leaves it to the command.
 */
export function chartKind(
  sentence: Sentence,
  slots: Pick<Slots, 'agencies' | 'periods' | 'among'>,
  before: CommandName | null,
): ChartKind | null {
  const suited = saidKind(sentence) ?? suitedKind(sentence, slots);
  if (suited !== null) return suited;
  if (sentence.chart === 'bars') return 'ranking';
  return before === null ? null : COMMANDS[before].chart;
}

function saidKind({ chart, acts }: Sentence): ChartKind | null {
  if (chart !== null && chart !== 'bars') return chart;
  if (acts.has('trend')) return 'trend';
  return acts.has('field') ? 'byField' : null;
}

function suitedKind(
  { ranks }: Sentence,
  { agencies, periods, among }: Pick<Slots, 'agencies' | 'periods' | 'among'>,
): ChartKind | null {
  if (among !== null || ranks) return 'ranking';
  return agencies.length > 1 || periods.length > 1 ? 'comparison' : null;
}
