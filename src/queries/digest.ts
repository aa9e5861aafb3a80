import type { Agency } from '../agencies/agency.ts';
import { dueBounds } from '../calendar/due-bounds.ts';
import { isAnythingDue } from '../dossiers/due-counts.ts';
import { reportedOnly } from '../snapshots/reported.ts';
import type { DueKnowledge } from './due-knowledge.ts';
import { askDueList, type DueList, type NoDossiers } from './due-list.ts';
import type { Knowledge } from './knowledge.ts';
import { type RateAnswer, askRate } from './rate-answer.ts';
import { askReceipts, type ReceiptKnowledge, type Receipts } from './receipts.ts';
import { clearedSince } from './since-day-before.ts';
import { type DueUnit, unitsBelow, worstFirst } from './units-below.ts';

/** What a leader should know before the day begins. */
export type Digest = {
  readonly kind: 'digest';
  readonly agency: Agency;
  /** Of the agency and all below it; no rows. */
  readonly list: DueList;
  /** The agency itself and those below it that have something due, the worst first. */
  readonly parts: readonly DueUnit[];
  /** Open dossiers whose deadline passed since the same hour of the working day before. */
  readonly newlyLate: number;
  /** Dossiers of the list of that day that are finished since. */
  readonly cleared: number;
  readonly receipts: Receipts;
  /** The newest reported overdue rate; null if there is none. */
  readonly rate: RateAnswer | null;
};

/** What a digest is made from. */
export type DigestKnowledge = {
  readonly knowledge: Knowledge;
  readonly due: DueKnowledge;
  readonly receipts: ReceiptKnowledge;
};

/** The state of an agency with all below it. Asks for counts only, never for the dossiers of each unit. */
export async function askDigest(
  { knowledge, due, receipts }: DigestKnowledge,
  agency: Agency,
): Promise<Digest | NoDossiers> {
  const list = await askDueList(due, { agency, view: 'counts' });
  if (list.kind === 'noDossiers') return list;
  const parts = [{ agency, counts: list.own }, ...list.units]
    .filter(({ counts }) => isAnythingDue(counts))
    .toSorted(worstFirst);
  const reported = { ...knowledge, snapshots: reportedOnly(knowledge.snapshots) };
  const rate = await askRate(reported, { agency, metric: 'overdue', period: null, others: [] });
  const units = [agency, ...unitsBelow(agency, due)];
  return {
    kind: 'digest',
    agency,
    list,
    parts,
    newlyLate: await newlyLate(list, parts, due),
    cleared: await clearedSince(units, list, due),
    receipts: await askReceipts(receipts, {
      agency,
      due: new Map(parts.map((part) => [part.agency.id, part.counts.overdue])),
      now: list.now,
    }),
    rate: rate.kind === 'rate' ? rate : null,
  };
}

/** What is late now, less what of it was late then: the same counts with an earlier bound, no dossier is read. */
async function newlyLate(
  { now, since }: DueList,
  parts: readonly DueUnit[],
  { dossiers, calendar }: DueKnowledge,
): Promise<number> {
  const then = await dossiers.dueCounts({ ...dueBounds(now, calendar), now: since });
  return parts.reduce((sum, { agency, counts }) => {
    const before = then.get(agency.id)?.overdue ?? 0;
    return sum + Math.max(0, counts.overdue - before);
  }, 0);
}
