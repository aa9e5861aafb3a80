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
  // The number it leaves is what the order goes by.
  if (slots.by === 'resolvedOverdue' && slots.formula === 'OVERDUE_RESOLVED_ONLY') {
    return { formula: null, unheeded: [] };
  }
  // What is in time is always counted of what was resolved.
  const isAnyway = slots.metric === 'onTime' && slots.formula === 'OVERDUE_RESOLVED_ONLY';
  return { formula: null, unheeded: isAnyway ? [] : [formulaText] };
}

/** "Số hồ sơ trễ hạn tính theo hồ sơ đã giải quyết": the numerator of that formula, and not all that are late. */
export function countedByFormula(slots: Slots): Slots {
  const { formula, metric, by, only } = slots;
  const isSifted = by === null && only !== null && typeof only !== 'string' && only.of === 'number';
  const isOfNumber = by === 'count' || isSifted;
  const isOfLate = metric === null || metric === 'overdue';
  return isOfNumber && isOfLate && formula === 'OVERDUE_RESOLVED_ONLY'
    ? { ...slots, by: 'resolvedOverdue' }
    : slots;
}

/** Only what is late has several formulas that counts give, and only its rate. */
function heeds(command: CommandName, slots: Slots): boolean {
  const { metric, by, asks } = slots;
  // How far it is to a limit, and whose late dossiers they are, is told by the default alone.
  if (asks === 'headroom' || asks === 'why') return false;
  const isOfLate = (metric ?? metricOf(command) ?? 'overdue') === 'overdue';
  const isOfRate = !isOrdered(command, slots) || by === null || by === 'rate';
  return isOfLate && isOfRate && BY_FORMULA.has(command);
}

/** A number is what several are put in order by, and nothing else. */
function isOrdered(command: CommandName, { among }: Slots): boolean {
  return command === 'xep-hang' || (command === 'bieu-do' && among !== null);
}
