import type { Agency, Directory } from '../../agencies/agency.ts';
import type { WorkingCalendar } from '../../calendar/working-calendar.ts';
import { SAMPLE_PREFIX } from '../../dossiers/sample-code.ts';
import { type AgencyCounts, FATES } from './agency-counts.ts';
import type { Catalogue, Profile } from './catalogue.ts';
import { dossierMaker, type Sample } from './make-dossier.ts';
import { seededRandom } from './seeded-random.ts';
import { workingDayLine } from './working-day-line.ts';

/** What sample dossiers are made from: the same plan always gives the same dossiers. */
export type SamplePlan = {
  readonly directory: Directory;
  readonly catalogue: Catalogue;
  readonly calendar: WorkingCalendar;
  readonly counts: readonly AgencyCounts[];
  readonly isSensitive: (procedure: string) => boolean;
  /** The morning that is played: what is overdue was due before this day, everything else is due on it or later. */
  readonly on: Temporal.PlainDate;
  readonly seed: number;
};

/** One dossier left from a test for so many real ones, but no more than a few. */
const REAL_PER_TEST = 4_000;
const MOST_TESTS = 6;

/**
 * The sample dossiers of all agencies, one after the other and each only when it is asked for. Of every agency there are as
 * many of each fate as its counts say, and a few test dossiers beside them.
 */
export function* sampleDossiers(plan: SamplePlan): Generator<Sample> {
  const line = workingDayLine(plan.on, plan.calendar);
  for (const counts of plan.counts) {
    const agency = plan.directory.get(counts.agency);
    const number = 1 + plan.directory.agencies.indexOf(agency);
    const profile = profileOf(agency, plan.catalogue);
    const random = seededRandom(`${String(plan.seed)} ${agency.id}`);
    const make = dossierMaker({ ...plan, agency, number, profile, line, random });
    let serial = 0;
    for (const fate of FATES) {
      for (let made = 0; made < counts[fate]; made += 1) {
        serial += 1;
        yield make(fate, serial);
      }
    }
    for (let made = testsBeside(counts); made > 0; made -= 1) {
      serial += 1;
      yield asTest(make('pendingOverdue', serial), plan.catalogue);
    }
  }
}

/** How many dossiers left from tests an agency has beside its counts. */
function testsBeside(counts: AgencyCounts): number {
  const real = FATES.reduce((sum, fate) => sum + counts[fate], 0);
  return Math.min(MOST_TESTS, Math.floor(real / REAL_PER_TEST));
}

function profileOf({ id, level }: Agency, { profiles }: Catalogue): Profile {
  const profile =
    profiles.find(({ agencies }) => agencies.includes(id)) ??
    profiles.find(({ levels }) => levels.includes(level));
  if (profile === undefined) throw new RangeError(`no profile for ${id}`);
  return profile;
}

function asTest({ dossier }: Sample, { test }: Catalogue): Sample {
  const { procedure, field } = test;
  const code = dossier.code.replace(SAMPLE_PREFIX, 'TEST.');
  return {
    procedure,
    dossier: { ...dossier, code, procedure, field, sensitive: false, test: true },
  };
}
