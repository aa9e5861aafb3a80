import { basename } from 'node:path';

import type { Period } from '../../calendar/period.ts';
import { rangePeriod, reportingYearOf, yearPeriod } from '../../calendar/periods.ts';
import { dayOf } from '../../clock.ts';
import { type Problem, SourceUnreadable } from '../../errors.ts';
import type { ListedDossier } from '../../polling/dossier-source.ts';
import { openFile } from '../open-file.ts';
import { askedPeriods } from './asked-periods.ts';
import { problemOf } from './asker.ts';
import { type CheckedReading, checkedReading } from './check-sample.ts';
import { type DossierRoom, listOf } from './http-dossiers.ts';
import { type FigureRoom, readingOf } from './http-figures.ts';
import type { HttpRoom } from './http-poll.ts';
import type { Mapped } from './map-message.ts';
import type { Mapper } from './map-thread.ts';
import { rowsOf } from './mapped-rows.ts';
import { mappingOf } from './mapping-of.ts';
import type { HttpDossierOptions, HttpFigureOptions, HttpOptions } from './options.ts';
import { questionsOf } from './questions.ts';
import { readMoment } from './read-moment.ts';

/** What a mapping makes of a recorded answer: what would be taken in, and everything that is wrong. */
export type TriedSample<Kind> = {
  readonly made: Kind | null;
  readonly problems: readonly Problem[];
  /** What the first row of the sample has, as paths a mapping could name; no values. */
  readonly paths: readonly string[];
};

const MOST_BYTES = 16_000_000;

type Recorded = { readonly mapped: Mapped; readonly period: Period };

/** Tries a mapping of figures on its sample. */
export async function tryFigures(
  options: HttpFigureOptions,
  room: FigureRoom,
): Promise<TriedSample<CheckedReading>> {
  const one = { ...options, mapping: { ...options.mapping, total: undefined } };
  return trying(one, room, ({ mapped, period }) => {
    const origin = basename(options.sample);
    const about = { origin, period, today: dayOf(room.clock.now()), ...room };
    const { reading, problems } = readingOf([{ ...mapped, next: null, isLast: true }], about, {
      options: one,
      room,
    });
    const checked = checkedReading(reading, about);
    return { made: checked.made, problems: [...problems, ...checked.problems] };
  });
}

/** Tries a mapping of dossiers on its sample. */
export async function tryDossiers(
  options: HttpDossierOptions,
  room: DossierRoom,
): Promise<TriedSample<readonly ListedDossier[]>> {
  const one = { ...options, mapping: { ...options.mapping, total: undefined } };
  return trying(one, room, async ({ mapped }) => {
    const origin = basename(options.sample);
    const list = await listOf([{ ...mapped, next: null, isLast: true }], {
      origin,
      options: one,
      ...room,
    });
    if (list.kind === 'refused') return { made: null, problems: list.problems };
    const batches = await Array.fromAsync(list.batches());
    return {
      made: batches.flatMap(({ dossiers }) => dossiers),
      problems: [...batches.flatMap(({ problems }) => problems), ...neverFound(options, mapped)],
    };
  });
}

type Made<Kind> = Omit<TriedSample<Kind>, 'paths'>;
type Room = Pick<HttpRoom, 'clock' | 'openMapper'>;

/** Of what may be many pages a sample is one: how many rows there are in all is not asked. */
async function trying<Kind>(
  options: HttpOptions,
  room: Room,
  make: (recorded: Recorded) => Made<Kind> | Promise<Made<Kind>>,
): Promise<TriedSample<Kind>> {
  await using mapper = room.openMapper();
  try {
    const { bytes } = await openFile(options.sample, MOST_BYTES);
    const made = await makeOf<Kind>(async () =>
      make(await mappedSample(options, bytes, { ...room, mapper })),
    );
    return { ...made, paths: await pathsIn(bytes, options, mapper) };
  } catch (error) {
    if (!(error instanceof SourceUnreadable)) throw error;
    return { made: null, problems: error.problems, paths: [] };
  }
}

async function makeOf<Kind>(make: () => Promise<Made<Kind>>): Promise<Made<Kind>> {
  try {
    return await make();
  } catch (error) {
    if (!(error instanceof SourceUnreadable)) throw error;
    return { made: null, problems: error.problems };
  }
}

async function mappedSample(
  options: HttpOptions,
  bytes: Uint8Array,
  { clock, mapper }: Pick<Room, 'clock'> & { readonly mapper: Mapper },
): Promise<Recorded> {
  const today = dayOf(clock.now());
  const period = runningPeriod(options, today);
  const bindings = questionsOf(options, period, today)[0]?.bindings ?? {};
  const outcome = await mapper.map({ bytes, mapping: mappingOf(options), bindings });
  if (outcome.kind === 'mapped') {
    const recorded = readMoment(outcome.head.asOf);
    const then = recorded === null ? period : runningPeriod(options, dayOf(recorded));
    return { mapped: outcome, period: periodIn(outcome) ?? then };
  }
  const origin = basename(options.sample);
  throw new SourceUnreadable(
    origin,
    outcome.problems.map((each) => problemOf(origin, each)),
  );
}

function runningPeriod(options: HttpOptions, day: Temporal.PlainDate): Period {
  const running = askedPeriods(options.takes === 'figures' ? options.periods : ['year'], 0, day);
  return running.at(-1) ?? yearPeriod(reportingYearOf(day));
}

/** The paths of everything that is no list, told by the language of mappings itself. */
const PATHS = `(
  $paths := function($value, $at) {
    $type($value) = "object"
      ? $keys($value).$paths($lookup($value, $), $at = "" ? $ : $at & "." & $)
      : $at
  };
  $join([$paths($, "")], " ")
)`;

/** Of the first row; of the answer as a whole where the rows are not found. */
async function pathsIn(
  bytes: Uint8Array,
  { mapping: { rows } }: HttpOptions,
  mapper: Mapper,
): Promise<readonly string[]> {
  for (const at of [`(${rows})[0]`, '$']) {
    const mapping = { rows: at, fields: { paths: PATHS }, head: {} };
    const outcome = await mapper.map({ bytes, mapping, bindings: {} });
    const [piece] = outcome.kind === 'mapped' ? outcome.pieces : [];
    const paths = piece === undefined ? null : rowsOf(piece)[0]?.['paths'];
    if (typeof paths === 'string' && paths !== '') return paths.split(' ');
  }
  return [];
}

/** A sample was recorded some time ago: what it says of its days goes before those that are asked for now. */
function periodIn({ head }: Mapped): Period | null {
  const from = readMoment(head.periodFrom);
  const to = readMoment(head.periodTo);
  if (from === null || to === null || Temporal.Instant.compare(from, to) > 0) return null;
  return rangePeriod(dayOf(from), dayOf(to));
}

/** Fields that no row of the sample has: a slip in a name that a system may leave out would never be noticed later. */
function neverFound(
  { sample, mapping }: HttpOptions,
  { pieces, rows }: Mapped,
): readonly Problem[] {
  const found = new Set(
    pieces.flatMap((piece) => rowsOf(piece).flatMap((row) => Object.keys(row))),
  );
  const place = basename(sample);
  return Object.entries(mapping.fields)
    .filter(([field]) => rows > 0 && !found.has(field))
    .map(([field, text]) => ({ code: 'missingField', place, detail: `${field}: ${text ?? ''}` }));
}
