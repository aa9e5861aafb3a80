import type { Directory } from '../agencies/agency.ts';
import type { Metric } from '../figures/metric.ts';
import { chartKind } from './chart-kind.ts';
import { completePeriods } from './complete-periods.ts';
import type { LastAnswer } from './conversations.ts';
import type { Draft } from './draft.ts';
import { metricFor, metricOf } from './metric-commands.ts';
import type { AgencyMention, Question, CommandName, Slots } from './question.ts';
import { certainly } from './read-agencies.ts';
import { orderFor } from './read-order.ts';
import type { Sentence } from './read-sentence.ts';

/** What a draft is completed from. */
export type Background = { readonly last: LastAnswer | null; readonly directory: Directory };

/** Commands that need an agency, a metric and a period to talk about, so that the last ones are taken up. */
const TAKES_UP = new Set([
  'so-sanh',
  'dien-bien',
  'linh-vuc',
  'bieu-do',
  'nguon',
  'cong-thuc',
  'bao-cao',
]);
/** Of themselves about everything; only a plain follow-up ("có khớp không?") narrows them. */
const WHOLE = new Set(['doi-chieu', 'xep-hang']);

/** Fills what was not said from the conversation, and notes that it did. */
export function completeQuestion(draft: Draft, { last, directory }: Background): Question {
  const { command, sentence, plain, rest } = draft;
  const { agencies, among, taken: agencyTaken } = whom(draft, last, directory);
  const said = metricFor(command, sentence.metric);
  const metricTaken = last !== null && takesMetric(draft, agencyTaken);
  const metric = metricTaken ? (lastMetric(last) ?? said) : said;
  const { periods, taken: periodTaken } = completePeriods(draft, last, agencyTaken || metricTaken);
  const slots: Slots = {
    agencies,
    periods,
    metric,
    among,
    order: orderFor(sentence.order, metric),
    top: sentence.top,
    chart: null,
    rest,
  };
  const before = agencyTaken ? (last?.question.command ?? null) : null;
  const chart = command === 'bieu-do' ? chartKind(sentence, slots, before) : null;
  const understood = {
    agencyFromConversation: agencyTaken,
    metricFromConversation: metricTaken && metric !== null,
    periodFromConversation: periodTaken,
    plain,
  };
  const isOutright = !plain && !agencyTaken && !understood.metricFromConversation && !periodTaken;
  return {
    command: byWhatIsAsked(command, slots, sentence),
    slots: { ...slots, chart },
    understood: isOutright ? null : understood,
  };
}

/** The metric of the last question, as said or as the answer turned out. */
export function lastMetric({ question, topic }: LastAnswer): Metric | null {
  return question.slots.metric ?? metricOf(question.command) ?? topic.metric;
}

/** The agencies of the last question, or the one its answer was about. */
export function lastAgencies(
  { question, topic }: LastAnswer,
  directory: Directory,
): readonly AgencyMention[] {
  const named = question.slots.agencies.filter(({ finding }) => finding.kind === 'found');
  if (named.length > 0 || topic.agency === null || !directory.has(topic.agency)) return named;
  const agency = directory.get(topic.agency);
  return [certainly(agency, agency.name)];
}

type Whom = Pick<Slots, 'agencies' | 'among'> & { readonly taken: boolean };

function whom(draft: Draft, last: LastAnswer | null, directory: Directory): Whom {
  const { command, sentence, mentions, plain } = draft;
  const said = { agencies: mentions, among: sentence.among, taken: false };
  const takes =
    TAKES_UP.has(command) || metricOf(command) !== null || (plain && command === 'doi-chieu');
  if (last === null || !takes || sentence.among !== null || sentence.ranks) return said;
  const before = lastAgencies(last, directory);
  if (command === 'so-sanh') return besides(said, before, sentence.periods.length > 1);
  if (mentions.length > 0) return said;
  const { among } = last.question.slots;
  if (command === 'bieu-do' && among !== null) return { agencies: [], among, taken: true };
  return before.length === 0 ? said : { ...said, agencies: before, taken: true };
}

/** "so với Cam Ranh": the agency talked about, beside the one just named. */
function besides(said: Whom, before: readonly AgencyMention[], hasPeriods: boolean): Whom {
  if (said.agencies.length > 1 || (said.agencies.length === 1 && hasPeriods)) return said;
  const named = new Set(said.agencies.map(idOf));
  const others = before.filter((mention) => !named.has(idOf(mention)));
  return { ...said, agencies: [...others, ...said.agencies], taken: others.length > 0 };
}

function idOf({ finding, text }: AgencyMention): string {
  return finding.kind === 'found' ? finding.agency.id : text;
}

function takesMetric({ command, sentence, plain }: Draft, agencyTaken: boolean): boolean {
  if (sentence.metric !== null) return false;
  if (metricOf(command) !== null) return false;
  return agencyTaken || (plain && (TAKES_UP.has(command) || WHOLE.has(command)));
}

/** "/tre-han các huyện" is a ranking and "/tre-han Nha Trang, Cam Ranh" a comparison, whatever command was typed. */
function byWhatIsAsked(command: CommandName, slots: Slots, sentence: Sentence): CommandName {
  if (metricOf(command) === null && command !== 'so-sanh') return command;
  if (slots.among !== null || sentence.ranks) return 'xep-hang';
  if (metricOf(command) === null) return command;
  return slots.agencies.length > 1 || slots.periods.length > 1 ? 'so-sanh' : command;
}
