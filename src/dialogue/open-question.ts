import { commandFor, metricOf } from '../asking/commands.ts';
import type { Period, PeriodAsked } from '../calendar/period.ts';
import { yearPeriod } from '../calendar/periods.ts';
import { inYearOf } from './last-period.ts';
import type { Question } from './question.ts';
import type { AgencyLookup } from './read-agencies.ts';
import { readSentence, type Sentence } from './read-sentence.ts';
import type { Act } from './sense.ts';

const ADDING: ReadonlySet<Act> = new Set<Act>(['continue', 'wholeYear']);

/**
 * "Quý 3", said where the bot has just asked which agency was meant: the same question, of that period. Null where more
 * is said than a period or a metric; then it is a question of its own.
 */
export function openQuestionWith(
  text: string,
  open: Question,
  lookup: AgencyLookup,
): Question | null {
  const sentence = readSentence(text, 'plain', lookup);
  const { periods, metric } = sentence;
  if (!addsOnly(sentence) || (periods.length === 0 && metric === null)) return null;
  const { slots, command } = open;
  const isOfMetric = metricOf(command) !== null;
  if (metric !== null && !isOfMetric) return null;
  return {
    ...open,
    command: metric === null ? command : commandFor(metric),
    slots: {
      ...slots,
      metric: metric ?? slots.metric,
      periods:
        periods.length === 0 ? slots.periods : periods.map((asked) => inYearSaid(asked, slots)),
    },
  };
}

function addsOnly(sentence: Sentence): boolean {
  const { mentions, among, unread, asides, acts, ranks, only, chart } = sentence;
  const isOfOthers = mentions.length + unread.length + asides.length > 0 || among !== null;
  const isOther = ranks || only !== null || chart !== null;
  return !isOfOthers && !isOther && sentence.field === null && acts.isSubsetOf(ADDING);
}

/** "Quý 3" after "Vạn Thắng 2023" is of that year. */
function inYearSaid(asked: PeriodAsked, { periods }: Question['slots']): PeriodAsked {
  const [before] = periods;
  const year: Period | null = before?.kind === 'year' ? yearPeriod(before.year) : null;
  return inYearOf(asked, year);
}
