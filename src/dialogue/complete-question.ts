import { type CommandName, metricOf } from '../asking/commands.ts';
import { acrossYears, yearsOf } from './across-years.ts';
import { chartKind } from './chart-kind.ts';
import { completeAgencies } from './complete-agencies.ts';
import { completeMetric } from './complete-metric.ts';
import { completePeriods } from './complete-periods.ts';
import type { Background, Draft } from './draft.ts';
import type { Question, Slots, UnderstoodFrom } from './question.ts';
import { orderFor } from './read-order.ts';
import type { Sentence } from './read-sentence.ts';

/** Fills what was not said from the conversation, and notes that it did. */
export function completeQuestion(draft: Draft, { last, directory }: Background): Question {
  const { command, sentence, rest, plain } = draft;
  const whom = completeAgencies(draft, { last, directory });
  const metric = completeMetric(draft, last, whom.taken);
  const goesOn = whom.taken || metric.taken;
  const periods =
    last !== null && goesOn
      ? completePeriods(draft, last)
      : { value: sentence.periods, taken: false };
  const slots: Slots = {
    ...whom.value,
    periods: periods.value,
    metric: metric.value,
    order: orderFor(sentence.order, metric.value),
    by: byOf(draft, metric.value, last),
    only: sentence.only,
    top: sentence.top,
    chart: null,
    rest,
  };
  const before = whom.taken && last !== null ? last.question : null;
  const asked = acrossYears({ command: byWhatIsAsked(command, slots, sentence), slots }, sentence);
  return {
    command: asked.command,
    slots: command === 'bieu-do' ? asChart(slots, sentence, before) : asked.slots,
    understood: understoodFrom({
      agencyFromConversation: whom.taken,
      metricFromConversation: metric.taken,
      periodFromConversation: periods.taken,
      plain,
    }),
  };
}

/** What a ranking goes by; without one the number of the balance asked for, which "còn Cam Ranh?" goes on with. */
function byOf(
  { sentence, continues }: Draft,
  metric: Slots['metric'],
  last: Background['last'],
): Slots['by'] {
  if (sentence.ranks) return sentence.by;
  if (metric !== 'dossiers') return null;
  return sentence.by ?? (continues ? (last?.question.slots.by ?? null) : null);
}

/** A chart of the ranking before keeps its order, its length and whom it left out. */
function asChart(slots: Slots, sentence: Sentence, before: Question | null): Slots {
  const kept = before === null ? slots : keptFrom(before.slots, slots);
  const chart = chartKind(sentence, slots, before?.command ?? null);
  // "Dạng so sánh qua các năm": side by side, and not a line.
  const isByYears = chart === 'comparison' && sentence.acts.has('trend');
  return { ...kept, periods: isByYears ? yearsOf(slots) : slots.periods, chart };
}

function keptFrom({ order, by, only, top }: Slots, slots: Slots): Slots {
  return {
    ...slots,
    order: slots.order ?? order,
    by: slots.by ?? by,
    only: slots.only ?? only,
    top: slots.top ?? top,
  };
}

/** Null when everything was said outright. */
function understoodFrom(from: UnderstoodFrom): UnderstoodFrom | null {
  return Object.values(from).some(Boolean) ? from : null;
}

/** "/tre-han các huyện" is a ranking and "/tre-han Nha Trang, Cam Ranh" a comparison, whatever command was typed. */
function byWhatIsAsked(command: CommandName, slots: Slots, sentence: Sentence): CommandName {
  if (command === 'so-sanh') return slots.among === null ? command : 'xep-hang';
  if (metricOf(command) === null) return command;
  if (slots.among !== null || sentence.ranks) return 'xep-hang';
  return slots.agencies.length > 1 || slots.periods.length > 1 ? 'so-sanh' : command;
}
