import { type CommandName, metricOf } from '../asking/commands.ts';
import type { LastAnswer } from './conversations.ts';
import type { Slots } from './question.ts';
import type { Sentence } from './read-sentence.ts';

/** Commands that tell rates. */
const BY_FORMULA: ReadonlySet<CommandName> = new Set([
  'tre-han',
  'xep-hang',
  'so-sanh',
  'dien-bien',
  'bieu-do',
]);

/** The formula said, or the one talked about where the metric is taken from there: another metric has others. */
export function formulaAsked(
  { formula }: Pick<Sentence, 'formula'>,
  isMetricTaken: boolean,
  last: LastAnswer | null,
): Slots['formula'] {
  if (formula !== null || !isMetricTaken || last === null) return formula;
  return last.question.slots.formula;
}

/** The formula as far as a command can heed it, and the words that chose it where it cannot. */
export function heedingFormula(
  command: CommandName,
  slots: Slots,
  { formulaText }: Pick<Sentence, 'formulaText'>,
): { readonly formula: Slots['formula']; readonly unheeded: readonly string[] } {
  if (heeds(command, slots)) return { formula: slots.formula, unheeded: [] };
  // What is in time is always counted of what was resolved.
  const isAnyway = slots.metric === 'onTime' && slots.formula === 'OVERDUE_RESOLVED_ONLY';
  return { formula: null, unheeded: isAnyway ? [] : [formulaText] };
}

/** Only what is late has several formulas that counts give, and only its rate. */
function heeds(command: CommandName, { metric, by, asks }: Slots): boolean {
  // How far it is to a limit, and whose late dossiers they are, is told by the default alone.
  if (asks === 'headroom' || asks === 'why') return false;
  const isOfLate = (metric ?? metricOf(command) ?? 'overdue') === 'overdue';
  const isOfRate = command === 'tre-han' || by === null || by === 'rate';
  return isOfLate && isOfRate && BY_FORMULA.has(command);
}
