import { commandFor, type CommandName, metricOf } from '../asking/commands.ts';
import { type PeriodAsked, isImpossible } from '../calendar/period.ts';
import { acrossYears, yearsOf } from './across-years.ts';
import { withAddedSide } from './added-side.ts';
import { formulaAsked } from './asked-formula.ts';
import { sidesBesidePeriod } from './beside-period.ts';
import { chartKind } from './chart-kind.ts';
import { besideNewest } from './compared-periods.ts';
import { completeAgencies, type Whom } from './complete-agencies.ts';
import { completeMetric } from './complete-metric.ts';
import { completePeriods } from './complete-periods.ts';
import { isRanking } from './conversations.ts';
import type { Background, Draft, Taken } from './draft.ts';
import { heeding } from './heeding.ts';
import { judgedByRate } from './judged-by.ts';
import { eachOnce, type Sides } from './paired-or-each.ts';
import { inPlaceOf } from './place-of-ranking.ts';
import type { Question, Slots, UnderstoodFrom } from './question.ts';
import { isTurned, orderFor } from './read-order.ts';
import type { Sentence } from './read-sentence.ts';
import type { FieldRead } from './sense.ts';

/** Fills what was not said from the conversation, and notes that it did. */
export function completeQuestion(draft: Draft, background: Background): Question {
  const { last } = background;
  const { command, sentence, rest, plain } = draft;
  const whom = inPlaceOf(completeAgencies(draft, background), draft, background);
  const metric = completeMetric(draft, last, whom.taken);
  const goesOn = whom.taken || metric.taken;
  const periods =
    last !== null && goesOn
      ? completePeriods(draft, last)
      : { value: sentence.periods, taken: false };
  const sides = sidesOf(draft, { whom, periods }, last);
  const slots: Slots = {
    among: ofAll(whom.value, draft),
    ...sides,
    periods: isNewestAlone(draft, sides) ? [] : sides.periods,
    metric: metric.value,
    formula: formulaAsked(sentence, metric.taken, last),
    forecast: false,
    order: orderFor(sentence.order, metric.value),
    by: byOf(draft, last),
    ...valueOf(draft, last),
    top: sentence.top,
    chart: null,
    field: fieldOf(draft, last),
    rest,
  };
  const before = whom.taken && last !== null ? last.question : null;
  const asked = acrossYears({ command: byWhatIsAsked(command, slots, sentence), slots }, sentence);
  const question = {
    command: asked.command,
    slots: heeding(
      asked.command,
      command === 'bieu-do' ? asChart(slots, sentence, before) : asked.slots,
      sentence,
    ),
    understood: understoodFrom({
      agencyFromConversation: whom.taken,
      ...manyTaken(whom.value.agencies.length - draft.mentions.length),
      metricFromConversation: metric.taken,
      periodFromConversation: periods.taken,
      orderFromMetric: isTurned(sentence.order, slots.order),
      plain,
    }),
  };
  return judgedByRate(question, sentence);
}

/** "Toàn tỉnh so với năm 2022" says one side of a comparison; the other is the newest there is. */
function isOneSide(command: CommandName, { agencies, among }: Whom): boolean {
  return command === 'so-sanh' && agencies.length < 2 && among === null;
}

/** "Kỳ này" is the newest there is, as if no period had been said: then it is told how old that is. */
function isNewestAlone({ command }: Draft, { periods: [only, ...more] }: Sides): boolean {
  const isNewest = only?.kind === 'relative' && only.unit === 'period' && only.offset === 0;
  return isNewest && more.length === 0 && command !== 'so-sanh';
}

type Completed = {
  readonly whom: Taken<Whom>;
  readonly periods: Taken<readonly PeriodAsked[]>;
};

function sidesOf(draft: Draft, { whom, periods }: Completed, last: Background['last']): Sides {
  const gone = withAddedSide(draft, last) ?? sidesBesidePeriod(draft, last);
  if (gone !== null) return gone;
  const isOne = isOneSide(draft.command, whom.value);
  return eachOnce({
    agencies: whom.value.agencies,
    periods: isOne ? besideNewest(periods.value) : periods.value,
    isPaired: arePaired(draft, { whom, periods }, last),
  });
}

/** As they were said together, now or in the question gone on with. */
function arePaired(
  { sentence, mentions }: Draft,
  { whom, periods }: Completed,
  last: Background['last'],
): boolean {
  // What is no agency was asked about behind the others, and has no period in its place.
  if (sentence.isPaired) return mentions.length === sentence.periods.length;
  const isGoneOn = whom.taken && periods.taken && mentions.length + sentence.periods.length === 0;
  return isGoneOn && last?.question.slots.isPaired === true;
}

/** "Đơn vị nào" asks for the first of all units where it asks for a ranking at all. */
function ofAll({ among }: Whom, { command, sentence }: Draft): Slots['among'] {
  const ranks =
    command === 'xep-hang' ||
    command === 'bieu-do' ||
    command === 'qua-han' ||
    metricOf(command) !== null;
  if (!sentence.ofAll || !ranks || among !== null) return among;
  return { level: 'any', type: null, within: null };
}

/** What a ranking goes by; without one the number asked for, which "còn Cam Ranh?" goes on with. */
function byOf({ sentence, continues }: Draft, last: Background['last']): Slots['by'] {
  if (sentence.ranks) return sentence.by;
  const by = sentence.by ?? (continues ? (last?.question.slots.by ?? null) : null);
  return by === 'rate' ? null : by;
}

/** The value a rate is held against, and what of it is asked first: "còn Cam Ranh?" goes on with both. */
function valueOf(
  { sentence, continues }: Draft,
  last: Background['last'],
): Pick<Slots, 'only' | 'asks'> {
  const { only, asks } = sentence;
  const isNew = only !== null || asks !== null || sentence.by !== null;
  if (isNew || !continues || last === null || isRanking(last)) return { only, asks };
  const { slots } = last.question;
  return { only: slots.only, asks: slots.asks };
}

/** "Còn Sở KHĐT?" goes on with the field that was asked about. */
function fieldOf(
  { sentence, command, continues }: Draft,
  last: Background['last'],
): FieldRead | null {
  const goesOn = continues && command === 'linh-vuc';
  const before = goesOn ? (last?.question.slots.field ?? null) : null;
  return sentence.field ?? (before === null ? null : { ...before, isSaid: true, rival: null });
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

/** Of a comparison that is gone on with, every side was. */
export function manyTaken(many: number): Pick<UnderstoodFrom, 'agenciesFromConversation'> {
  return many > 1 ? { agenciesFromConversation: many } : {};
}

/** Null when everything was said outright. */
function understoodFrom(from: UnderstoodFrom): UnderstoodFrom | null {
  return Object.values(from).some(Boolean) ? from : null;
}

/** "/tre-han các huyện" is a ranking and "/tre-han Nha Trang, Cam Ranh" a comparison, whatever command was typed. */
function byWhatIsAsked(command: CommandName, slots: Slots, sentence: Sentence): CommandName {
  if (command === 'so-sanh') return slots.among === null ? ofSides(slots) : 'xep-hang';
  if (metricOf(command) === null) return command;
  if (slots.among !== null || sentence.ranks) return 'xep-hang';
  // No comparison tells these: the first is answered, and the others are said to be left out.
  if (slots.asks === 'headroom' || slots.only !== null) return command;
  return slots.agencies.length > 1 || slots.periods.length > 1 ? 'so-sanh' : command;
}

/** A period that cannot be has nothing to be set beside it. */
function ofSides({ agencies, periods, metric }: Slots): CommandName {
  const isAlone = agencies.length < 2 && periods.some(isImpossible);
  return isAlone ? commandFor(metric ?? 'overdue') : 'so-sanh';
}
