import { totalOf } from '../agencies/total-of.ts';
import { commandFor, type CommandName, COMMANDS, metricOf } from '../asking/commands.ts';
import type { Metric } from '../figures/metric.ts';
import { formulaAsked } from './asked-formula.ts';
import { lastAgencies } from './complete-agencies.ts';
import { lastMetric } from './complete-metric.ts';
import { completePeriods } from './complete-periods.ts';
import { completeQuestion, manyTaken } from './complete-question.ts';
import type { LastAnswer } from './conversations.ts';
import { isRanking } from './conversations.ts';
import type { Background, Draft } from './draft.ts';
import { heeding } from './heeding.ts';
import { judgedByRate } from './judged-by.ts';
import { lastPeriod } from './last-period.ts';
import { eachOnce, firstSide } from './paired-or-each.ts';
import type { Question, Slots } from './question.ts';
import { certainly } from './read-agencies.ts';
import { isTurned, orderFor } from './read-order.ts';
import type { Sentence } from './read-sentence.ts';

/**
 * The command for a sentence that names agencies and nothing else: that of the conversation, asked again; without
 * one it is about late dossiers, and says so.
 */
export function commandForAgency(sentence: Sentence, { last, directory }: Background): CommandName {
  if (last === null) return 'tre-han';
  if (sentence.acts.has('add') && lastAgencies(last, directory).length > 0) return 'so-sanh';
  const before = last.question.command;
  return COMMANDS[before].isAskedAgain ? before : commandFor(lastMetric(last) ?? 'overdue');
}

/** Whether a sentence for which `decided` was chosen changes the last question instead of asking a new one. */
export function changesLast(
  sentence: Sentence,
  decided: CommandName | null,
  last: LastAnswer | null,
): boolean {
  if (last === null) return false;
  if (decided === null) return true;
  const { metric, acts, ranks } = sentence;
  if (decided === 'xep-hang') return isRanking(last) && metric === null && !acts.has('place');
  return metricOf(decided) !== null && !ranks && keepsDeed(sentence, last.question.command);
}

/** "còn đúng hạn?" after a trend asks for another trend; after a ranking or a comparison any metric does. */
function keepsDeed({ acts }: Sentence, before: CommandName): boolean {
  const isOfSeveral = before === 'xep-hang' || before === 'so-sanh';
  return isOfSeveral || (acts.has('continue') && COMMANDS[before].isAskedAgain);
}

/** A sentence that only changes the last question: another period, order, number, level or metric. Null if it does not. */
export function changedQuestion(
  said: Omit<Draft, 'command'>,
  background: Background,
): Question | null {
  const { last } = background;
  if (last === null) return null;
  const sentence = inWholeYear(said.sentence, last);
  const draft = { ...said, sentence };
  if (sentence.acts.has('lastYear')) {
    return completeQuestion({ ...draft, command: 'so-sanh' }, background);
  }
  if (reorders(sentence, last)) {
    return isRanking(last)
      ? changed(draft, last)
      : completeQuestion({ ...draft, command: 'xep-hang' }, background);
  }
  if (isOfSides(sentence, last)) return changed(draft, last);
  if (sentence.asks === 'why') return whyQuestion(draft, last, background);
  if (isHeld(sentence)) return heldAgainstTarget(draft, last);
  return sentence.periods.length > 0 || sentence.metric !== null ? changed(draft, last) : null;
}

/** Each side of a comparison keeps its limit or does not, and has who is behind it; a value is said of the first alone. */
function isOfSides({ asks, only }: Sentence, last: LastAnswer): boolean {
  const isAsked = asks !== null && asks !== 'headroom' && only === null;
  return isAsked && last.question.command === 'so-sanh';
}

/** "Đạt không", "trên 1% không", "còn bao nhiêu hồ sơ nữa thì vượt". */
function isHeld({ asks, acts, only }: Sentence): boolean {
  return asks !== null || acts.has('standing') || only !== null;
}

/** "Cả năm?" after an answer about a half year or a quarter means that year. */
function inWholeYear(sentence: Sentence, last: LastAnswer): Sentence {
  const period = lastPeriod(last);
  const isMeant = sentence.acts.has('wholeYear') && sentence.periods.length === 0;
  if (!isMeant || period === null) return sentence;
  return { ...sentence, periods: [{ kind: 'year', year: period.to.year }] };
}

function reorders({ ranks, order, top, by }: Sentence, last: LastAnswer): boolean {
  return ranks || order !== null || top !== null || (by !== null && isRanking(last));
}

/** "có đạt mục tiêu không": the answer about the metric talked of says it, whatever was asked of it before. */
function heldAgainstTarget(draft: Omit<Draft, 'command'>, last: LastAnswer): Question {
  if (!isRanking(last)) return changed(draft, last, metricHeld(draft.sentence, last));
  const question = changed(draft, last);
  // Targets are set for rates, whatever the order went by.
  const metric = question.slots.metric === 'dossiers' ? 'overdue' : question.slots.metric;
  return { ...question, slots: { ...question.slots, metric, by: 'rate' } };
}

/** "Vì sao?" after a ranking: who is behind the total of all that were put in order. */
function whyQuestion(
  draft: Omit<Draft, 'command'>,
  last: LastAnswer,
  { directory }: Background,
): Question {
  const question = changed(draft, last, metricHeld(draft.sentence, last));
  const { slots } = question;
  const { among, agencies } = slots;
  const alone = {
    ...slots,
    formula: null,
    among: null,
    by: null,
    only: null,
    order: null,
    top: null,
  };
  if (among === null || agencies.length > 0) return { ...question, slots: alone };
  const { level } = among;
  const total =
    level === 'any' || level === 'group' ? null : totalOf(directory, { ...among, level });
  const whom = total ?? directory.province;
  return { ...question, slots: { ...alone, agencies: [certainly(whom, whom.name)] } };
}

/** Limits are set for rates: after the balance of dossiers that of the late ones. */
function metricHeld({ metric, asks }: Sentence, last: LastAnswer): Metric {
  if (asks === 'headroom') return 'overdue';
  const before = metric ?? lastMetric(last) ?? 'overdue';
  return before === 'dossiers' ? 'overdue' : before;
}

/** `held`: the metric whose own command is to answer, whatever was asked before. */
function changed(
  draft: Omit<Draft, 'command'>,
  last: LastAnswer,
  held: Metric | null = null,
): Question {
  const { sentence, rest } = draft;
  const { slots: before, command } = last.question;
  const metric = sentence.metric ?? heldMetric(before.metric, held);
  const { value: periods, taken } = completePeriods({ sentence, command: 'xep-hang' }, last);
  const changedOnes = changedSlots(sentence, last, metric);
  const sides = { ...changedOnes, periods };
  // What is held against a limit, or asked the reason of, is one side of a comparison.
  const whomAndWhen = held === null ? eachOnce(sides) : firstSide(sides);
  const slots = { ...changedOnes, ...whomAndWhen, rest };
  const changedCommand =
    held === null ? withMetric(single(command, slots), slots) : commandFor(held);
  const question = {
    command: changedCommand,
    slots: heeding(changedCommand, slots, sentence),
    understood: {
      agencyFromConversation: before.agencies.length > 0,
      ...manyTaken(before.agencies.length),
      metricFromConversation: sentence.metric === null && metric !== null,
      periodFromConversation: taken,
      orderFromMetric: isTurned(sentence.order, slots.order),
      plain: true,
    },
  };
  return judgedByRate(question, sentence);
}

function changedSlots(sentence: Sentence, last: LastAnswer, metric: Metric | null): Slots {
  const { slots: before } = last.question;
  // "cao nhất thì sao" asks for all of them again.
  const isSameList = sentence.order === null && isRanking(last);
  return {
    ...before,
    metric,
    formula: formulaAsked(sentence, metric === before.metric, last),
    among: amongNow(sentence, before),
    order: orderFor(sentence.order, metric) ?? before.order,
    by: sentence.by ?? (metric === before.metric ? before.by : null),
    only: sentence.only ?? (isSameList ? before.only : null),
    asks: sentence.asks,
    top: sentence.top ?? before.top,
    isPaired: before.isPaired && sentence.periods.length === 0,
  };
}

/** All dossiers have no limit: what is late has. */
function heldMetric(before: Metric | null, held: Metric | null): Metric | null {
  return held !== null && before === 'dossiers' ? held : before;
}

/** "Còn phường?" after the communes of Cam Lâm looks there too. */
function amongNow({ among, ofProvince }: Sentence, { among: before }: Slots): Slots['among'] {
  if (among === null || before === null || among.within !== null || ofProvince) {
    return among ?? before;
  }
  return among.level === before.level ? { ...among, within: before.within } : among;
}

/** A comparison of periods of one agency ends when another single period is asked for. */
function single(command: CommandName, { agencies, periods, metric }: Slots): CommandName {
  const isPair = agencies.length > 1 || periods.length !== 1;
  return command === 'so-sanh' && !isPair ? commandFor(metric ?? 'overdue') : command;
}

/** The command of one metric gives way to that of another. */
function withMetric(command: CommandName, { metric }: Slots): CommandName {
  return metricOf(command) === null || metric === null ? command : commandFor(metric);
}
