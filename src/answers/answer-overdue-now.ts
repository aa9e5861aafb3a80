import type { Agency } from '../agencies/agency.ts';
import type { Asker } from '../audience/asker.ts';
import { dossierView } from '../audience/rights.ts';
import type { Question } from '../dialogue/question.ts';
import { askDueList } from '../queries/due-list.ts';
import { askHolders } from '../queries/holders.ts';
import { askOverdueNow } from '../queries/overdue-now.ts';
import { unitsBelow } from '../queries/units-below.ts';
import { dueReply } from '../replies/due-reply.ts';
import { holdersReply } from '../replies/holders-reply.ts';
import { withoutTodayReply } from '../replies/overdue-now-reply.ts';
import { overdueRankingReply } from '../replies/overdue-ranking-reply.ts';
import type { Reply } from '../replies/reply.ts';
import type { DueRoom } from './answer-due.ts';
import { answerRanking } from './answer-ranking.ts';
import { answerRate } from './answer-rate.ts';
import { askedIn } from './asked.ts';
import { rankedAgencies } from './ranked-agencies.ts';
import { namesFor } from './ranking-words.ts';

/**
 * What is late today: from the list of dossiers where there is one that the asker may see, otherwise the newest figures,
 * which say first that they are not of today.
 */
export async function answerOverdueNow(
  room: DueRoom,
  question: Question,
  asker: Asker,
): Promise<Reply> {
  const { knowledge } = room;
  if (question.slots.among !== null) return answerRankedNow(room, question, asker);
  const { isHidden, reply } = await answerOfOne(room, question, asker);
  if (reply !== null) return reply;
  const asksWhere = question.slots.asks === 'why';
  const figures = await answerRate(knowledge, asReported(room.due, asNumber(question)), 'overdue');
  return withoutTodayReply(figures, { isHidden, asksWhere });
}

/** Figures are those of the agency that gave its name to the one of today, which has none of its own yet. */
function asReported({ directory }: DueRoom['due'], question: Question): Question {
  const { slots } = question;
  const agencies = slots.agencies.map((mention) => {
    const { finding } = mention;
    if (finding.kind !== 'found' || finding.by !== 'today') return mention;
    const { agency: heir, others } = finding;
    const before = new Set(directory.predecessorsOf(heir.id).map(({ from }) => from));
    const [agency, ...more] = others.filter(({ id }) => before.has(id));
    if (agency === undefined || more.length > 0) return mention;
    const rest = others.filter(({ id }) => id !== agency.id);
    return {
      ...mention,
      finding: { ...finding, agency, by: 'exact' as const, others: [heir, ...rest] },
    };
  });
  return { ...question, slots: { ...slots, agencies } };
}

/** Reports do not tell who has a dossier, only how many there are. */
function asNumber(question: Question): Question {
  const { slots } = question;
  return slots.asks === 'why'
    ? { ...question, slots: { ...slots, asks: null, by: 'count' } }
    : question;
}

type Told = { readonly reply: Reply | null; readonly isHidden: boolean };

/** How many are late, or where they are if that is asked. */
async function answerOfOne(
  { knowledge, due }: DueRoom,
  question: Question,
  { standing }: Asker,
): Promise<Told> {
  const { agency, notes } = askedIn(knowledge, question, null);
  const view = dossierView(standing, agency.id, due.directory);
  if (view === null) return { reply: null, isHidden: true };
  if (question.slots.asks === 'why') {
    const holders = await askHolders(due, { agency, view });
    const reply = holders.kind === 'holders' ? holdersReply(holders, notes) : null;
    return { reply, isHidden: false };
  }
  const list = await askDueList(due, { agency, view, only: 'overdue' });
  const reply = list.kind === 'due' ? dueReply(list, notes, question.slots.dueWhen) : null;
  return { reply, isHidden: false };
}

/** Which of several has most, of those that the chat may be told of. */
async function answerRankedNow(
  room: DueRoom,
  question: Question,
  { standing }: Asker,
): Promise<Reply> {
  const { knowledge, due } = room;
  const { slots } = question;
  const asked = askedIn(knowledge, question, null);
  const named = asked.agencies[0] ?? null;
  const whom = await rankedAgencies(knowledge, slots, { named, period: null });
  const all = agenciesNow(room, question) ?? whom.agencies;
  const seen = all.filter(({ id }) => dossierView(standing, id, due.directory) !== null);
  const first = slots.order === 'best' ? 'fewest' : 'most';
  const answer = await askOverdueNow(due, seen, first);
  if (answer === null) {
    const figures = await answerRanking(knowledge, question);
    return withoutTodayReply(figures, { isHidden: seen.length < all.length, asksWhere: false });
  }
  const words = { ...namesFor({ knowledge, slots, asked, whom }), top: slots.top };
  return overdueRankingReply(answer, words, asked.notes);
}

/** Every unit of a district is the district itself and all of its place; null where levels say whom. */
function agenciesNow({ due }: DueRoom, { slots }: Question): readonly Agency[] | null {
  const { among } = slots;
  if (among === null || among.level !== 'any' || among.within === null) return null;
  const around = due.directory.get(among.within);
  return [around, ...unitsBelow(around, due)];
}
