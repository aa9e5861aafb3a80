import type { PeriodAsked } from '../calendar/period.ts';
import { completePeriods } from './complete-periods.ts';
import { type Background, completeQuestion, lastMetric } from './complete-question.ts';
import type { LastAnswer } from './conversations.ts';
import type { Draft } from './draft.ts';
import { commandFor, metricOf } from './metric-commands.ts';
import type { CommandName, Question, Slots } from './question.ts';
import { orderFor } from './read-order.ts';
import type { Sentence } from './read-sentence.ts';

/** Commands that can be asked again about another agency. */
const AGAIN = new Set(['dien-bien', 'linh-vuc', 'doi-chieu', 'nguon', 'cong-thuc']);
/** Commands that have no agency, metric or period to change. */
const NOT_AGAIN = new Set(['tro-giup', 'start', 'tong-quan']);

/**
 * The command for a sentence that names agencies and nothing else: that of the conversation, asked again; without
 * one it is about late dossiers, and says so.
 */
export function commandForAgency(sentence: Sentence, last: LastAnswer | null): CommandName {
  if (last === null) return 'tre-han';
  if (sentence.acts.has('add')) return 'so-sanh';
  const before = last.question.command;
  if (AGAIN.has(before)) return before;
  return commandFor(lastMetric(last) ?? 'overdue');
}

/** A sentence that only changes the last question: another period, order, number, level or metric. Null if it does not. */
export function changedQuestion(
  draft: Omit<Draft, 'command'>,
  { last, directory }: Background,
): Question | null {
  if (last === null || NOT_AGAIN.has(last.question.command)) return null;
  const { sentence } = draft;
  const { question } = last;
  const reorders = sentence.ranks || sentence.order !== null || sentence.top !== null;
  if (!reorders && sentence.periods.length === 0 && sentence.metric === null) return null;
  const isRanking = question.slots.among !== null || question.command === 'xep-hang';
  if (reorders && !isRanking) {
    return completeQuestion({ ...draft, command: 'xep-hang' }, { last, directory });
  }
  return change(draft, last);
}

/** Whether a metric named alone changes the last question instead of asking about one agency. */
export function changesMetric(
  { acts, mentions, ranks }: Sentence,
  last: LastAnswer | null,
): boolean {
  if (last === null || mentions.length > 0 || ranks) return false;
  const before = last.question.command;
  return (
    before === 'xep-hang' || before === 'so-sanh' || (acts.has('continue') && AGAIN.has(before))
  );
}

function change(draft: Omit<Draft, 'command'>, last: LastAnswer): Question {
  const { sentence, rest } = draft;
  const { slots: before, command } = last.question;
  const metric = sentence.metric ?? before.metric;
  const { periods } = completePeriods({ ...draft, command: 'xep-hang' }, last, true);
  const slots: Slots = {
    ...before,
    metric,
    periods,
    among: sentence.among ?? before.among,
    order: orderFor(sentence.order, metric) ?? before.order,
    top: sentence.top ?? before.top,
    rest,
  };
  return {
    command: single(
      metricOf(command) === null || metric === null ? command : commandFor(metric),
      slots,
    ),
    slots,
    understood: {
      agencyFromConversation: before.agencies.length > 0 || before.among !== null,
      metricFromConversation: sentence.metric === null && metric !== null,
      periodFromConversation: isTaken(periods, sentence.periods),
      plain: true,
    },
  };
}

/** A comparison of periods of one agency ends when another single period is asked for. */
function single(command: CommandName, { agencies, periods, metric }: Slots): CommandName {
  const isPair = agencies.length > 1 || periods.length !== 1;
  return command === 'so-sanh' && !isPair ? commandFor(metric ?? 'overdue') : command;
}

function isTaken(periods: readonly PeriodAsked[], said: readonly PeriodAsked[]): boolean {
  return periods.some((asked, at) => asked !== said[at]);
}
