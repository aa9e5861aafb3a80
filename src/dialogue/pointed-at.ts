import type { AgencyId, Directory } from '../agencies/agency.ts';
import { totalOf } from '../agencies/total-of.ts';
import { commandFor } from '../asking/commands.ts';
import { lastAgencies } from './complete-agencies.ts';
import { lastMetric } from './complete-metric.ts';
import { manyTaken } from './complete-question.ts';
import type { LastAnswer } from './conversations.ts';
import { isRanking } from './conversations.ts';
import type { Background } from './draft.ts';
import { ownOf } from './our-own.ts';
import { agencyKey } from './paired-or-each.ts';
import type { AgencyMention, Among, Question, Slots } from './question.ts';
import { certainly } from './read-agencies.ts';
import type { Sentence } from './read-sentence.ts';

/** What a sentence is heard as and with, once it is known whom it points at. */
export type Pointed<B extends Background> = {
  /** With the chat's own agency in it, if that was said beside others. */
  readonly sentence: Sentence;
  readonly hearing: B;
  /** "Huyện đó" after a ranking that several lead: people choose. */
  readonly open: AgencyMention | null;
};

type Heard<B extends Background> = Omit<Pointed<B>, 'sentence'>;

const MOST_CHOICES = 6;

/**
 * "Huyện đó quý 3?" after a ranking goes on about the one it puts first, and "trung bình bao nhiêu?" about all that were
 * put in order, as if that had been asked about; "đơn vị mình" is the chat's own, whoever was talked about. Everything
 * else is heard as it was.
 */
export function pointedAt<B extends Background>(sentence: Sentence, hearing: B): Pointed<B> {
  const own = ownOf(sentence, hearing);
  if (own === 'nobody') return { sentence, hearing, open: null };
  if (own === null) return { sentence, ...talkPointedAt(sentence, hearing) };
  const isOfOthers = sentence.mentions.length > 0 || sentence.among !== null;
  return isOfOthers ? besideOthers(sentence, own, hearing) : { sentence, hearing, open: own };
}

/** What a ranking told, where nobody is named. */
function talkPointedAt<B extends Background>(sentence: Sentence, hearing: B): Heard<B> {
  const { last } = hearing;
  const { mentions, among, acts, pointer } = sentence;
  const isOfOthers = mentions.length > 0 || among !== null;
  if (last === null || isOfOthers || !isRanking(last)) return { hearing, open: null };
  if (acts.has('average')) return averagePointedAt(last, hearing);
  const isOfOne = pointer !== '' && last.question.slots.agencies.length === 0;
  return isOfOne ? leaderPointedAt(pointer, last, hearing) : { hearing, open: null };
}

/** "Nha Trang và đơn vị mình", "đơn vị mình so với các xã khác", "các xã mình". */
function besideOthers<B extends Background>(
  sentence: Sentence,
  own: AgencyMention,
  hearing: B,
): Pointed<B> {
  const { mentions, among } = sentence;
  // The agency talked about before is no part of it.
  if (among !== null) {
    return {
      sentence: { ...sentence, among: amongOwn(among, own) },
      hearing: { ...hearing, last: null },
      open: null,
    };
  }
  const isSaid = mentions.some((mention) => agencyKey(mention) === agencyKey(own));
  const both = isSaid ? mentions : [own, ...mentions];
  return { sentence: { ...sentence, mentions: both }, hearing, open: null };
}

/** A district has communes and a land office; others of one's own level are those of everybody. */
function amongOwn(among: Among, { finding }: AgencyMention): Among {
  if (finding.kind !== 'found' || finding.agency.level !== 'district') return among;
  const hasThem = among.level === 'commune' || among.level === 'branch';
  return hasThem && among.within === null ? { ...among, within: finding.agency.id } : among;
}

/** "Huyện đó", "các đơn vị này" where no agency was talked about, "huyện mình" of nobody: the province is not meant. */
export function isOfNobodyMeant(sentence: Sentence, background: Background): boolean {
  const { acts, mentions } = sentence;
  const { last, context, directory } = background;
  if (ownOf(sentence, background) === 'nobody') return true;
  const isOfThose = acts.has('these') && !acts.has('compare');
  if ((!acts.has('thisOne') && !isOfThose) || mentions.length > 0) return false;
  return last === null ? context.home === null : lastAgencies(last, directory).length === 0;
}

function averagePointedAt<B extends Background>(last: LastAnswer, hearing: B): Heard<B> {
  const total = totalRanked(last.question.slots, hearing.directory);
  return { hearing: { ...hearing, last: about(total, last, hearing.directory) }, open: null };
}

function totalRanked({ among }: Slots, directory: Directory): AgencyId {
  const { province } = directory;
  if (among === null || among.level === 'any' || among.level === 'group') return province.id;
  return totalOf(directory, { ...among, level: among.level })?.id ?? province.id;
}

function leaderPointedAt<B extends Background>(
  pointer: string,
  last: LastAnswer,
  hearing: B,
): Heard<B> {
  const leading = (last.topic.leading ?? []).filter((id) => hearing.directory.has(id));
  const [only, ...more] = leading;
  if (only === undefined) return { hearing, open: null };
  if (more.length === 0) {
    return { hearing: { ...hearing, last: about(only, last, hearing.directory) }, open: null };
  }
  const candidates = leading.slice(0, MOST_CHOICES).map((id) => hearing.directory.get(id));
  return { hearing, open: { text: pointer, finding: { kind: 'ask', candidates } } };
}

/** The ranking as if it had been the question about one agency. */
function about(id: AgencyId, last: LastAnswer, directory: Directory): LastAnswer {
  const agency = directory.get(id);
  const { question, topic } = last;
  const metric = lastMetric(last) ?? 'overdue';
  return {
    question: {
      ...question,
      command: commandFor(metric),
      slots: {
        ...question.slots,
        agencies: [certainly(agency, agency.name)],
        metric,
        among: null,
        order: null,
        by: null,
        only: null,
        top: null,
        chart: null,
      },
    },
    topic: { ...topic, agency: id },
  };
}

/** Nothing but "huyện đó", or after a list "ngày mai": the same question of it. */
export function askedAgain({ question }: LastAnswer, dueWhen?: string): Question {
  return {
    ...question,
    slots: { ...question.slots, ...(dueWhen === undefined ? {} : { dueWhen }) },
    understood: {
      agencyFromConversation: true,
      ...manyTaken(question.slots.agencies.length),
      metricFromConversation: true,
      periodFromConversation: question.slots.periods.length > 0,
      orderFromMetric: false,
      plain: true,
    },
  };
}
