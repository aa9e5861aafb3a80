import type { Directory } from '../agencies/agency.ts';
import { COMMANDS } from '../asking/commands.ts';
import type { LastAnswer } from './conversations.ts';
import type { Background, Draft, Taken } from './draft.ts';
import { agencyKey } from './paired-or-each.ts';
import type { AgencyMention, Slots } from './question.ts';
import { certainly } from './read-agencies.ts';

/** Whom a question is about: agencies, or all of a kind. */
export type Whom = Pick<Slots, 'agencies' | 'among'>;

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

/** Takes agencies that were not named from the conversation, where the command is about some. */
export function completeAgencies(draft: Draft, background: Background): Taken<Whom> {
  const { sentence, mentions, command } = draft;
  const said = { value: { agencies: mentions, among: sentence.among }, taken: false };
  const { last } = background;
  if (sentence.among !== null) return said;
  const before = talkedAbout(background);
  if (asksPlace(draft))
    return atPlace(said, before.length === 0 ? homeAgencies(background) : before);
  if (sentence.ranks || !isAboutAgencies(draft)) return said;
  if (command === 'so-sanh') {
    return besides(mentions, before, sentence.periods.length > 1 || sentence.againstPeriod);
  }
  return asBefore(draft, last, before) ?? said;
}

/** The agencies of the conversation; before anything was talked about, the chat's own. */
function talkedAbout(background: Background): readonly AgencyMention[] {
  const { last, directory } = background;
  return last === null ? homeAgencies(background) : lastAgencies(last, directory);
}

function homeAgencies(background: Background): readonly AgencyMention[] {
  const own = atHome(background);
  return own === null ? [] : [own];
}

/** The agency that the chat is bound to; null = to none. */
export function atHome({ directory, context: { home } }: Background): AgencyMention | null {
  if (home === null || !directory.has(home)) return null;
  const agency = directory.get(home);
  return certainly(agency, agency.name);
}

/** The agencies of the last answer; for a chart also those of a ranking. */
function asBefore(
  { command, mentions }: Draft,
  last: LastAnswer | null,
  before: readonly AgencyMention[],
): Taken<Whom> | null {
  if (last === null || mentions.length > 0) return null;
  const { question } = last;
  const { among, agencies } = question.slots;
  if (command === 'bieu-do' && question.command === 'xep-hang') {
    return { value: { agencies, among }, taken: true };
  }
  return before.length === 0 ? null : { value: { agencies: before, among: null }, taken: true };
}

function isAboutAgencies({ command, plain }: Draft): boolean {
  const { takesAgency } = COMMANDS[command];
  return takesAgency === 'always' || (takesAgency === 'plainly' && plain);
}

function asksPlace({ sentence, mentions }: Draft): boolean {
  return sentence.acts.has('place') && mentions.length === 0;
}

/** "xếp thứ mấy?": the agency talked about. */
function atPlace(said: Taken<Whom>, before: readonly AgencyMention[]): Taken<Whom> {
  if (before.length === 0) return said;
  return { value: { agencies: before.slice(0, 1), among: null }, taken: true };
}

/** "so với Cam Ranh": the agency talked about, beside the one just named. */
function besides(
  said: readonly AgencyMention[],
  before: readonly AgencyMention[],
  hasPeriods: boolean,
): Taken<Whom> {
  const isEnough = said.length > 1 || (said.length === 1 && hasPeriods);
  const named = new Set(said.map(agencyKey));
  const others = isEnough ? [] : before.filter((mention) => !named.has(agencyKey(mention)));
  return { value: { agencies: [...others, ...said], among: null }, taken: others.length > 0 };
}
