import { type CommandName, metricOf } from '../asking/commands.ts';
import { periodText } from '../asking/period-text.ts';
import { isPart, leadingCount } from '../figures/tally.ts';
import { countedByFormula, heedingFormula } from './asked-formula.ts';
import { eachOnce } from './paired-or-each.ts';
import type { Only, Slots } from './question.ts';
import type { Sentence } from './read-sentence.ts';

/** Commands that tell a number, and not only a rate. */
const OF_NUMBERS: ReadonlySet<CommandName> = new Set([
  'tre-han',
  'dung-han',
  'ho-so',
  'truc-tuyen',
  'buu-chinh',
  'qua-han',
]);
/** Commands that show each agency in a period of its own. */
const SETS_SIDES: ReadonlySet<CommandName> = new Set(['so-sanh', 'bieu-do']);
/** Commands that list dossiers of today. */
const OF_LISTS: ReadonlySet<CommandName> = new Set(['sap-den-han', 'qua-han']);
/** Commands about one rate that its limits are known of. */
const OF_RATES: ReadonlySet<CommandName> = new Set(['tre-han', 'dung-han']);

/**
 * The slots as far as a command can heed them. What of a question it cannot ("so sánh hồ sơ đang giải quyết quá hạn …") is
 * said not to be understood: never is the answer to another question given without a word.
 */
export function heeding(command: CommandName, asked: Slots, sentence: Sentence): Slots {
  const slots = countedByFormula(asked);
  const isByHeeded = heedsBy(command, slots);
  const isOnlyHeeded = isRanking(command, slots) || heedsOnly(command, slots);
  const byFormula = heedingFormula(command, slots, sentence);
  const ofFuture = heedingForecast(command, sentence);
  const unheeded = [
    ...(isByHeeded || !isPart(slots.by) ? [] : [sentence.partText]),
    ...(isOnlyHeeded ? [] : sentence.boundTexts),
    ...byFormula.unheeded,
    ...ofFuture.unheeded,
  ];
  return {
    ...slots,
    ...(SETS_SIDES.has(command) ? {} : eachOnce({ ...slots, isPaired: false })),
    by: isByHeeded ? slots.by : null,
    only: isOnlyHeeded ? slots.only : null,
    asks: tellsLimit(command, slots) ? slots.asks : null,
    formula: byFormula.formula,
    forecast: ofFuture.forecast,
    ...timesOf(command, slots, sentence),
    rest: [slots.rest, ...unheeded, ...timesUnheeded(command, sentence)]
      .filter((text) => text !== '')
      .join('; '),
  };
}

/** What will be is told of the rate of what is late, of one agency at a time. */
function heedingForecast(command: CommandName, { forecastText }: Sentence) {
  return command === 'tre-han'
    ? { forecast: forecastText !== '', unheeded: [] }
    : { forecast: false, unheeded: [forecastText] };
}

/** Lists are of today: a period is as little to narrow them by as "ngày mai". */
function timesOf(
  command: CommandName,
  { periods }: Slots,
  { dueWhen = '' }: Sentence,
): Pick<Slots, 'periods' | 'dueWhen'> | null {
  if (!OF_LISTS.has(command)) return null;
  const times = [dueWhen, ...periods.map(periodText)].filter((text) => text !== '').join(', ');
  return times === '' ? null : { periods: [], dueWhen: times };
}

function timesUnheeded(command: CommandName, { dueWhen = '' }: Sentence): readonly string[] {
  return OF_LISTS.has(command) ? [] : [dueWhen];
}

/** Every rate may have a limit or a target; a number of dossiers has none. How far it is to one is told of one alone. */
function tellsLimit(command: CommandName, { asks }: Slots): boolean {
  if (command === 'so-sanh') return asks !== 'headroom';
  // Of a list: who has what is late.
  if (command === 'qua-han') return asks === 'why';
  const metric = metricOf(command);
  return metric !== null && metric !== 'dossiers';
}

function isRanking(command: CommandName, { among }: Slots): boolean {
  return command === 'xep-hang' || (command === 'bieu-do' && among !== null);
}

function heedsBy(command: CommandName, slots: Slots): boolean {
  if (command === 'so-sanh') return comparesNumber(slots);
  if (!isRanking(command, slots) && !OF_NUMBERS.has(command)) return false;
  return !(isPart(slots.by) && isOfRates(slots.only));
}

/** Of dossiers every number that tables have is set side by side. */
function comparesNumber({ metric, by }: Slots): boolean {
  return metric === 'dossiers' && leadingCount(by) !== null;
}

function heedsOnly(command: CommandName, { only }: Slots): boolean {
  if (only === null || OF_RATES.has(command)) return true;
  const isOfMetric = metricOf(command) !== null && metricOf(command) !== 'dossiers';
  return isOfMetric && typeof only !== 'string' && only.of === 'rate';
}

/** A part of what is late has no rate; that there are none of it ("0%") needs none. */
function isOfRates(only: Only | null): boolean {
  if (only === null || typeof only === 'string' || only.of === 'number') return false;
  return only.bounds.some(({ threshold }) => threshold !== 0);
}
