import type { Agency } from '../../agencies/agency.ts';
import type { Dossier } from '../../dossiers/dossier.ts';
import { SAMPLE_PREFIX } from '../../dossiers/sample-code.ts';
import type { Fate } from './agency-counts.ts';
import type { Catalogue, Procedure, Profile, SampleState } from './catalogue.ts';
import { officeOf } from './office.ts';
import { type Placed, placeInTime } from './place-in-time.ts';
import { type Random, weighted } from './seeded-random.ts';
import type { WorkingDayLine } from './working-day-line.ts';

/** A made-up dossier, and the name of its procedure, which a list shows even when the dossier must not keep it. */
export type Sample = {
  readonly dossier: Dossier & { readonly state: SampleState };
  readonly procedure: string;
};

/** What the dossiers of one agency are made from. */
export type Maker = {
  readonly agency: Agency;
  /** Number of the agency in codes: its place in the directory. */
  readonly number: number;
  readonly profile: Profile;
  readonly catalogue: Catalogue;
  readonly isSensitive: (procedure: string) => boolean;
  readonly line: WorkingDayLine;
  readonly random: Random;
};

/** Makes dossiers of an agency, one at a time; `serial` tells them apart. */
export type MakeDossier = (fate: Fate, serial: number) => Sample;

/** How many of those under way wait for their applicant, and how many of these are late. */
const PAUSED = 0.04;
const PAUSED_LATE = 0.25;

/** Makes ready to make dossiers of an agency. */
export function dossierMaker(maker: Maker): MakeDossier {
  const { profile, random } = maker;
  const chooseResolved = weighted(profile.procedures, ({ weight }) => weight);
  // Of what takes long, more is under way at any time.
  const choosePending = weighted(profile.procedures, ({ weight, days }) => weight * days);
  const standing = officeOf(maker);
  // Asked once: reading names of procedures takes longer than everything else together.
  const sensitiveOnes = new Set(profile.procedures.filter(({ name }) => maker.isSensitive(name)));
  return (fate, serial) => {
    const isOpen = fate === 'pendingWithin' || fate === 'pendingOverdue';
    const procedure = (isOpen ? choosePending : chooseResolved)(random);
    const isPaused = fate === 'pendingWithin' && random() < PAUSED;
    // One that waits for its applicant counts as within its time even when it is late already (src/dossiers/counting.ts).
    const isLate = isPaused && random() < PAUSED_LATE;
    const placed = placeInTime(isLate ? 'pendingOverdue' : fate, procedure.days, maker);
    const state = isPaused ? pauseOf(procedure) : stateOf(fate, placed, random);
    const sensitive = sensitiveOnes.has(procedure);
    return {
      procedure: procedure.name,
      dossier: {
        code: codeOf(maker, placed, serial),
        agency: maker.agency.id,
        ...standing(state, placed, procedure),
        procedure: sensitive ? null : procedure.name,
        field: procedure.field,
        sensitive,
        test: false,
        channel: channelOf(profile, random),
        state,
        ...momentsOf(placed),
      },
    };
  };
}

function codeOf({ number, line }: Maker, { receivedDay }: Placed, serial: number): string {
  const agency = String(number).padStart(3, '0');
  return `${SAMPLE_PREFIX}H32.${agency}-${line.labels[receivedDay] ?? ''}-${String(serial).padStart(6, '0')}`;
}

function channelOf({ online }: Profile, random: Random): Dossier['channel'] {
  const drawn = random() * 100;
  if (drawn < online) return 'online';
  return drawn < online + (100 - online) / 10 ? 'postal' : 'direct';
}

function pauseOf({ days }: Procedure): SampleState {
  return days >= 10 ? 'paymentRequested' : 'supplementRequested';
}

function stateOf(fate: Fate, { used, closedDaysAgo }: Placed, random: Random): SampleState {
  const drawn = random();
  if (fate === 'pendingOverdue') return 'processing';
  if (fate === 'pendingWithin') return used < 0.25 ? 'received' : 'processing';
  if (fate === 'resolvedOnTime' && drawn < 0.01) return 'withdrawn';
  return closedDaysAgo <= 10 && drawn < 0.4 ? 'done' : 'returned';
}

function momentsOf({ receivedAt, originalDueAt, currentDueAt, closedAt }: Placed) {
  return {
    receivedAt: instant(receivedAt),
    originalDueAt: instant(originalDueAt),
    currentDueAt: instant(currentDueAt),
    closedAt: closedAt === null ? null : instant(closedAt),
  };
}

function instant(milliseconds: number): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(milliseconds);
}
