import type { Agency } from '../agencies/agency.ts';
import type { DossierView } from '../audience/rights.ts';
import { dueBounds, type Urgency, urgencyOf } from '../calendar/due-bounds.ts';
import { type Remaining, remainingTime } from '../calendar/remaining-time.ts';
import type { DueBounds } from '../calendar/working-calendar.ts';
import type { DueDossier } from '../dossiers/dossier.ts';
import { isAnythingDue, NOTHING_DUE, sumOfDue } from '../dossiers/due-counts.ts';
import { masked } from '../dossiers/masked.ts';
import type { DueCounts } from '../dossiers/store.ts';
import type { DueKnowledge } from './due-knowledge.ts';
import { type DueSources, dueSources } from './due-sources.ts';
import { clearedSince, type DueOnly, type ListBefore, listBefore } from './since-day-before.ts';
import { type DueUnit, unitBeside, unitsBelow, worstFirst } from './units-below.ts';

/** One dossier that is late or falls due within three working days. */
export type DueRow = {
  readonly dossier: DueDossier;
  readonly urgency: Urgency;
  readonly remaining: Remaining;
  /** It was not on the list of the working day before. */
  readonly isNew: boolean;
  /** The agency said that it has been handed up. */
  readonly isHandedUp: boolean;
};

/** What is late and falls due soon in an agency. */
export type DueList = DueSources & {
  readonly kind: 'due';
  readonly agency: Agency;
  readonly now: Temporal.Instant;
  /** Asked for what is late already, so that nothing else is counted or listed. */
  readonly only: DueOnly;
  /** Of the agency and all below it. */
  readonly counts: DueCounts;
  /** Of the agency itself. */
  readonly own: DueCounts;
  readonly view: DossierView;
  /** Its own, most urgent first; sensitive ones are in the counts only, and none are here if the view is `counts`. */
  readonly rows: readonly DueRow[];
  /** How many of its own are not in `rows` because their titles tell about the applicant. */
  readonly sensitive: number;
  /** Since the same hour of the working day before. */
  readonly since: Temporal.Instant;
  /** Of its own: on the list then (of what is late, if that alone was asked for), and finished since. */
  readonly cleared: number;
  /** Agencies below it that have something due, the worst first. */
  readonly units: readonly DueUnit[];
  /** The office on a district's place that is not the district's: told apart, in none of the counts. */
  readonly beside: DueUnit | null;
};

/** There is no list of dossiers of this agency: which is not the same as nothing being due. */
export type NoDossiers = { readonly kind: 'noDossiers'; readonly agency: Agency };

/** Whose list, how much of it may be seen, and whether only what is late already is wanted. */
export type DueAsked = {
  readonly agency: Agency;
  readonly view: DossierView;
  readonly only?: DueOnly;
};

/** What of an agency's dossiers is late or falls due within three working days, as far as `view` allows. */
export async function askDueList(
  knowledge: DueKnowledge,
  { agency, view, only = null }: DueAsked,
): Promise<DueList | NoDossiers> {
  const { clock, calendar, dossiers } = knowledge;
  const now = clock.now();
  const bounds = dueBounds(now, calendar);
  const before = listBefore({ now, only }, calendar);
  const below = unitsBelow(agency, knowledge);
  const other = unitBeside(agency, knowledge);
  const places = other === null ? below : [...below, other];
  const sources = await dueSources(agency, { units: places, now, since: before.at }, knowledge);
  if (sources.lists.length === 0) return { kind: 'noDossiers', agency };
  const all = await dossiers.dueCounts(bounds);
  const own = wanted(all.get(agency.id), only);
  const units = below.map((unit) => ({ agency: unit, counts: wanted(all.get(unit.id), only) }));
  const rows = await ownRows(agency, { bounds, before }, knowledge);
  const due = rows.filter(({ urgency }) => only === null || urgency === only);
  return {
    kind: 'due',
    agency,
    now,
    only,
    counts: sumOfDue([own, ...units.map(({ counts }) => counts)]),
    own,
    view,
    ...shown(due, view),
    since: before.at,
    cleared: await clearedSince([agency], { now, only }, knowledge),
    units: units.filter(({ counts }) => isAnythingDue(counts)).toSorted(worstFirst),
    beside: other === null ? null : { agency: other, counts: wanted(all.get(other.id), only) },
    ...sources,
  };
}

function wanted(counts: DueCounts | undefined, only: DueOnly): DueCounts {
  if (counts === undefined) return NOTHING_DUE;
  return only === null ? counts : { ...NOTHING_DUE, overdue: counts.overdue };
}

async function ownRows(
  agency: Agency,
  { bounds, before }: { readonly bounds: DueBounds; readonly before: ListBefore },
  { dossiers, marks, calendar }: DueKnowledge,
): Promise<readonly DueRow[]> {
  const due = await dossiers.due(agency.id, bounds.three);
  const handedUp = await marks.handedUp(agency.id);
  return due.map((dossier): DueRow => {
    const { currentDueAt: dueAt, firstSeenAt } = dossier;
    const wasListed =
      Temporal.Instant.compare(firstSeenAt, before.at) <= 0 &&
      Temporal.Instant.compare(dueAt, before.end) < 0;
    return {
      dossier,
      urgency: urgencyOf(dueAt, bounds),
      remaining: remainingTime(dueAt, bounds.now, calendar),
      isNew: !wasListed,
      isHandedUp: handedUp.has(dossier.code),
    };
  });
}

/** The rows as far as they may be seen, and how many of them may not be. */
function shown(own: readonly DueRow[], view: DossierView): Pick<DueList, 'rows' | 'sensitive'> {
  // Who is listed nothing need not be told how many are sensitive: in a commune it may be one.
  if (view === 'counts') return { rows: [], sensitive: 0 };
  const plain = own.filter(({ dossier }) => !dossier.sensitive);
  const sensitive = own.length - plain.length;
  return { rows: view === 'whole' ? plain : plain.map(maskedRow), sensitive };
}

function maskedRow(row: DueRow): DueRow {
  return { ...row, dossier: masked(row.dossier) };
}
