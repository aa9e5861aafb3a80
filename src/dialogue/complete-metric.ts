import { commandFor, COMMANDS, metricFor, metricOf } from '../asking/commands.ts';
import type { Metric } from '../figures/metric.ts';
import type { LastAnswer } from './conversations.ts';
import type { Draft, Taken } from './draft.ts';
import { asksHolder, saysNow } from './of-now.ts';

/** The metric of the last question, as said or as the answer turned out. */
export function lastMetric({ question, topic }: LastAnswer): Metric | null {
  return question.slots.metric ?? metricOf(question.command) ?? topic.metric;
}

/** Takes a metric that was not said from the conversation, where the question goes on with it. */
export function completeMetric(
  draft: Draft,
  last: LastAnswer | null,
  agencyTaken: boolean,
): Taken<Metric | null> {
  const { command, sentence } = draft;
  // "Nha Trang hôm nay" is asked of what is late, as everything is that names no other metric.
  const isOfToday = command === 'qua-han' && (saysNow(sentence) || asksHolder(sentence));
  const said = isOfToday ? 'overdue' : metricFor(command, sentence.metric);
  const before = last === null || sentence.metric !== null ? null : lastMetric(last);
  if (before === null || !takes(draft, agencyTaken)) return { value: said, taken: false };
  const own = metricOf(command);
  return { value: own === null || commandFor(before) === command ? before : own, taken: true };
}

function takes({ command, plain, continues }: Draft, agencyTaken: boolean): boolean {
  if (continues) return true;
  if (metricOf(command) !== null) return false;
  return agencyTaken || (plain && COMMANDS[command].takesMetric);
}
