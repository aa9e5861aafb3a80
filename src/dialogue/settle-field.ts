import type { Agency } from '../agencies/agency.ts';
import { COMMANDS } from '../asking/commands.ts';
import { uniqueBy } from '../unique-by.ts';
import type { FieldIndex } from './field-index.ts';
import type { AgencyMention, Question } from './question.ts';
import { type AgencyLookup, certainly } from './read-agencies.ts';
import type { FieldRead } from './sense.ts';

/** One of the questions a person may have meant, about an agency or one of its fields of work. */
type FieldChoice = {
  readonly agency: Agency;
  /** Null: the agency as a whole. */
  readonly field: string | null;
  readonly question: Question;
};

/** A question as it is to be answered, or those between which the person must choose. */
export type FieldSettled =
  | { readonly kind: 'settled'; readonly question: Question }
  | { readonly kind: 'choose'; readonly words: string; readonly choices: readonly FieldChoice[] };

const MOST_CHOICES = 5;

/**
 * Whether a question is about a field of work, and whose. "Đất đai Nha Trang" may be the land office as well as the field
 * of the city; a field of nobody in particular is asked about among those who have it.
 */
export function settledField(question: Question, lookup: AgencyLookup): FieldSettled {
  const { slots } = question;
  const { field } = slots;
  const { index } = lookup.fields;
  if (field === null) return { kind: 'settled', question };
  // The chart by field marks it.
  if (slots.chart === 'byField' && field.isSaid) return { kind: 'settled', question };
  const byField: Question = { ...question, command: 'linh-vuc' };
  if (isOfCounts(question, field, index))
    return { kind: 'settled', question: withoutMetric(byField) };
  if (!isByField(question)) return { kind: 'settled', question: unheeded(question, field) };
  const [mention] = slots.agencies;
  if (mention === undefined) return ofAnybody(byField, field, lookup);
  if (field.rival === null || mention.finding.kind !== 'found') {
    return { kind: 'settled', question: byField };
  }
  const whole = aboutWhole(question, field.rival);
  const its = choicesOfField(byField, { field, index }, [mention.finding.agency]);
  const other = its.length > 0 ? its : [aboutWhole(question, mention.finding.agency)];
  return {
    kind: 'choose',
    words: `${field.text} ${mention.text}`.trim(),
    choices: [whole, ...other],
  };
}

/** Late dossiers are split by field, and nothing else is. */
function isByField({ command, slots }: Question): boolean {
  if (command === 'linh-vuc') return true;
  return command === 'tre-han' && slots.agencies.length < 2 && slots.asks === null;
}

/** "Hồ sơ doanh nghiệp sở KHĐT": what is late of a field is told with all its dossiers. */
function isOfCounts(
  { command, slots, understood }: Question,
  field: FieldRead,
  index: FieldIndex,
): boolean {
  const [only, ...more] = slots.agencies;
  if (command !== 'ho-so' || understood?.plain !== true || more.length > 0) return false;
  if (field.rival !== null || slots.by !== null || only?.finding.kind !== 'found') return false;
  return index.named(field.text, only.finding.agency.id).length > 0;
}

function withoutMetric(question: Question): Question {
  return { ...question, slots: { ...question.slots, metric: null } };
}

/** What cannot be told by field: the land office, if it may be meant, or the agency without its field, said so. */
function unheeded(question: Question, field: FieldRead): Question {
  const { slots } = question;
  const rest = [slots.rest, field.text].filter((text) => text !== '').join('; ');
  if (field.isSaid) return { ...question, slots: { ...slots, field: null, rest } };
  const agencies = slots.agencies.map((mention): AgencyMention => {
    const { text, finding } = mention;
    const own = finding.kind === 'found' ? [finding.agency] : [];
    if (field.rival !== null && field.rival.district !== own[0]?.id) return mention;
    const nearest = field.rival === null ? own : [field.rival, ...own];
    return { text: `${field.text} ${text}`.trim(), finding: { kind: 'unknown', nearest } };
  });
  return { ...question, slots: { ...slots, field: null, agencies } };
}

/** Nobody was named: who has such a field, and who bears its name. */
function ofAnybody(question: Question, field: FieldRead, lookup: AgencyLookup): FieldSettled {
  const {
    directory,
    fields: { index },
  } = lookup;
  const owners = index.named(field.text).map(({ agency }) => agency);
  const agencies = uniqueBy(owners, (id) => id).flatMap((id) =>
    directory.has(id) ? [directory.get(id)] : [],
  );
  const its = choicesOfField(question, { field, index }, agencies).slice(0, MOST_CHOICES);
  const rival = field.rival === null ? [] : [aboutWhole(question, field.rival)];
  return its.length === 0
    ? { kind: 'settled', question }
    : { kind: 'choose', words: field.text, choices: [...its, ...rival] };
}

function choicesOfField(
  question: Question,
  { field, index }: { readonly field: FieldRead; readonly index: FieldIndex },
  agencies: readonly Agency[],
): readonly FieldChoice[] {
  return agencies.flatMap((agency) => {
    const [only, ...more] = index.named(field.text, agency.id);
    if (only === undefined) return [];
    const slots = { ...question.slots, agencies: [certainly(agency, agency.name)] };
    const name = more.length === 0 ? only.field : field.text;
    return [{ agency, field: name, question: { ...question, slots } }];
  });
}

/** The same asked of an agency as a whole: its rate, unless something else was asked outright. */
function aboutWhole(question: Question, agency: Agency): FieldChoice {
  const { slots } = question;
  const command = COMMANDS[question.command].metrics.length > 0 ? question.command : 'tre-han';
  const agencies = [certainly(agency, agency.name)];
  return {
    agency,
    field: null,
    question: { ...question, command, slots: { ...slots, field: null, agencies } },
  };
}
