import type { AgencyId, Directory } from '../agencies/agency.ts';
import { totalOf } from '../agencies/total-of.ts';
import { commandFor } from '../asking/commands.ts';
import { atHome } from './complete-agencies.ts';
import { lastMetric } from './complete-metric.ts';
import { manyTaken } from './complete-question.ts';
import type { LastAnswer } from './conversations.ts';
import { isRanking } from './conversations.ts';
import type { Background } from './draft.ts';
import type { AgencyMention, Question, Slots } from './question.ts';
import { certainly } from './read-agencies.ts';
import type { Sentence } from './read-sentence.ts';

/** What a sentence is heard with, once it is known whom it points at. */
export type Pointed<B extends Background> = {
  readonly hearing: B;
  /** "Huyện đó" after a ranking that several lead: people choose. */
  readonly open: AgencyMention | null;
};

const MOST_CHOICES = 6;

/**
 * "Huyện đó quý 3?" after a ranking goes on about the one it puts first, and "trung bình bao nhiêu?" about all that were
 * put in order, as if that had been asked about; "đơn vị mình" is the chat's own, whoever was talked about. Everything
 * else is heard as it was.
 */
export function pointedAt<B extends Background>(sentence: Sentence, hearing: B): Pointed<B> {
  const { last } = hearing;
  const isOfOthers = sentence.mentions.length > 0 || sentence.among !== null;
  if (!isOfOthers && saysOurs(sentence)) return { hearing, open: atHome(hearing) };
  if (last === null || isOfOthers || !isRanking(last)) return { hearing, open: null };
  if (sentence.acts.has('average')) return averagePointedAt(last, hearing);
  const isOfOne = sentence.pointer !== '' && last.question.slots.agencies.length === 0;
  return isOfOne ? leaderPointedAt(sentence.pointer, last, hearing) : { hearing, open: null };
}

function saysOurs({ acts }: Sentence): boolean {
  return acts.has('ourPlace') || acts.has('ourOwn');
}

function averagePointedAt<B extends Background>(last: LastAnswer, hearing: B): Pointed<B> {
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
): Pointed<B> {
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
