import type { Agency, AgencyId } from '../agencies/agency.ts';
import { belongingTo } from '../agencies/members.ts';
import type { DossierView } from '../audience/rights.ts';
import { dueBounds, type Urgency, urgencyOf } from '../calendar/due-bounds.ts';
import { type Remaining, remainingTime } from '../calendar/remaining-time.ts';
import type { DueBounds } from '../calendar/working-calendar.ts';
import { addWorkingDays } from '../calendar/working-days.ts';
import { dayOf, ZONE } from '../clock.ts';
import type { KeptDossier } from '../dossiers/dossier.ts';
import { isAnythingDue, NOTHING_DUE, sumOfDue } from '../dossiers/due-counts.ts';
import { masked } from '../dossiers/masked.ts';
import type { DueCounts } from '../dossiers/store.ts';
import type { DueKnowledge } from './due-knowledge.ts';
import { type DueSources, dueSources } from './due-sources.ts';

/** One dossier that is late or falls due within three working days. */
export type DueRow = {
  readonly dossier: KeptDossier;
  readonly urgency: Urgency;
  readonly remaining: Remaining;
  /** It was not on the list of the working day before. */
  readonly isNew: boolean;
  /** The agency said that it has been handed up. */
  readonly isHandedUp: boolean;
};

/** One of the agencies below the one asked about. */
export type DueUnit = { readonly agency: Agency; readonly counts: DueCounts };

/** What is late and falls due soon in an agency. */
export type DueList = DueSources & {
  readonly kind: 'due';
  readonly agency: Agency;
  readonly now: Temporal.Instant;
  /** Asked for what is late already, so that nothing else is counted or listed. */
  readonly only: 'overdue' | null;
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
};

/** There is no list of dossiers of this agency: which is not the same as nothing being due. */
export type NoDossiers = { readonly kind: 'noDossiers'; readonly agency: Agency };

/** Whose list, how much of it may be seen, and whether only what is late already is wanted. */
export type DueAsked = {
  readonly agency: Agency;
  readonly view: DossierView;
  readonly only?: 'overdue' | null;
};

/** What of an agency's dossiers is late or falls due within three working days, as far as `view` allows. */
export async function askDueList(
  knowledge: DueKnowledge,
  { agency, view, only = null }: DueAsked,
): Promise<DueList | NoDossiers> {
  const { clock, calendar, dossiers } = knowledge;
  const now = clock.now();
  const bounds = dueBounds(now, calendar);
  const all = wanted(await dossiers.dueCounts(bounds), only);
  const below = unitsBelow(agency, knowledge);
  const units = below.map((unit) => ({
    agency: unit,
    counts: all.get(unit.id) ?? NOTHING_DUE,
  }));
  const before = sameHourBefore(now, knowledge);
  const sources = await dueSources(agency, { units: below, now, since: before.now }, knowledge);
  if (sources.lists.length === 0) return { kind: 'noDossiers', agency };
  const listedBefore = listEnd(before, only);
  const seen = { now: before.now, listedBefore };
  const own = (await ownRows(agency, { bounds, before: seen }, knowledge)).filter(
    ({ urgency }) => only === null || urgency === only,
  );
  const itself = all.get(agency.id) ?? NOTHING_DUE;
  const shown = own.filter(({ dossier }) => !dossier.sensitive);
  return {
    kind: 'due',
    agency,
    now,
    only,
    counts: sumOfDue([itself, ...units.map((unit) => unit.counts)]),
    own: itself,
    view,
    rows: view === 'counts' ? [] : shown.map((row) => (view === 'whole' ? row : maskedRow(row))),
    sensitive: own.length - shown.length,
    since: before.now,
    cleared: await clearedSince([agency], { now, only }, knowledge),
    units: units.filter((unit) => isAnythingDue(unit.counts)).toSorted(worstFirst),
    ...sources,
  };
}

/** What is on a list is due before this. */
function listEnd({ now, three }: DueBounds, only: 'overdue' | null): Temporal.Instant {
  return only === 'overdue' ? now : three;
}

function wanted(
  all: ReadonlyMap<AgencyId, DueCounts>,
  only: 'overdue' | null,
): ReadonlyMap<AgencyId, DueCounts> {
  if (only === null) return all;
  return new Map(Array.from(all, ([id, { overdue }]) => [id, { ...NOTHING_DUE, overdue }]));
}

/** The bounds as they were at the same hour of the working day before. */
function sameHourBefore(now: Temporal.Instant, { calendar }: DueKnowledge): DueBounds {
  const at = now.toZonedDateTimeISO(ZONE);
  const day = addWorkingDays(dayOf(now), -1, calendar);
  return dueBounds(
    day.toZonedDateTime({ timeZone: ZONE, plainTime: at.toPlainTime() }).toInstant(),
    calendar,
  );
}

/** A list of the past: as of when, and what was on it. */
type Listed = { readonly now: Temporal.Instant; readonly listedBefore: Temporal.Instant };

async function ownRows(
  agency: Agency,
  { bounds, before }: { readonly bounds: DueBounds; readonly before: Listed },
  { dossiers, marks, calendar }: DueKnowledge,
): Promise<readonly DueRow[]> {
  const due = await dossiers.due(agency.id, bounds.three);
  const handedUp = await marks.handedUp(agency.id);
  return due.flatMap((dossier): readonly DueRow[] => {
    const { currentDueAt: dueAt, firstSeenAt } = dossier;
    if (dueAt === null) return [];
    const wasListed =
      Temporal.Instant.compare(firstSeenAt, before.now) <= 0 &&
      Temporal.Instant.compare(dueAt, before.listedBefore) < 0;
    return [
      {
        dossier,
        urgency: urgencyOf(dueAt, bounds),
        remaining: remainingTime(dueAt, bounds.now, calendar),
        isNew: !wasListed,
        isHandedUp: handedUp.has(dossier.code),
      },
    ];
  });
}

/** How many dossiers of agencies were on the list of the working day before, and are finished since. */
export async function clearedSince(
  agencies: readonly Agency[],
  { now, only }: Pick<DueList, 'now' | 'only'>,
  knowledge: DueKnowledge,
): Promise<number> {
  const before = sameHourBefore(now, knowledge);
  const ids = agencies.map(({ id }) => id);
  return knowledge.dossiers.countCleared(ids, {
    from: before.now,
    to: now,
    dueBefore: listEnd(before, only),
  });
}

/** The agencies that handle dossiers themselves and lie below one. */
export function unitsBelow(
  agency: Agency,
  { directory }: Pick<DueKnowledge, 'directory'>,
): readonly Agency[] {
  return belongingTo(directory, agency.id).filter(({ id }) => directory.children(id).length === 0);
}

function maskedRow(row: DueRow): DueRow {
  return { ...row, dossier: masked(row.dossier) };
}

/** More overdue first; among equals what presses more. */
export function worstFirst({ counts: a }: DueUnit, { counts: b }: DueUnit): number {
  return b.overdue - a.overdue || b.today - a.today || b.one - a.one || b.three - a.three;
}
