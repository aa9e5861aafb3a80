import { basename } from 'node:path';

import type { Period } from '../../calendar/period.ts';
import { rangePeriod, reportingYearOf, yearPeriod } from '../../calendar/periods.ts';
import { dayOf } from '../../clock.ts';
import { type Problem, SourceUnreadable } from '../../errors.ts';
import type { ListedDossier } from '../../polling/dossier-source.ts';
import type { Reading } from '../../polling/source.ts';
import { openFile } from '../open-file.ts';
import { askedPeriods } from './asked-periods.ts';
import { problemOf } from './asker.ts';
import { type DossierRoom, listOf } from './http-dossiers.ts';
import { type FigureRoom, readingOf } from './http-figures.ts';
import type { HttpRoom } from './http-poll.ts';
import type { Mapped } from './map-message.ts';
import { rowsOf } from './mapped-rows.ts';
import { mappingOf } from './mapping-of.ts';
import type { HttpDossierOptions, HttpFigureOptions, HttpOptions } from './options.ts';
import { questionsOf } from './questions.ts';
import { readMoment } from './read-moment.ts';

/** What a mapping makes of a recorded answer: what would be taken in, and everything that is wrong. */
export type TriedSample<Made> = {
  readonly made: Made | null;
  readonly problems: readonly Problem[];
};

const MOST_BYTES = 16_000_000;

type Recorded = { readonly mapped: Mapped; readonly period: Period };

/** Tries a mapping of figures on its sample. */
export async function tryFigures(
  options: HttpFigureOptions,
  room: FigureRoom,
): Promise<TriedSample<Reading>> {
  return trying(async () => {
    const { mapped, period } = await mappedSample(options, room);
    const origin = basename(options.sample);
    const about = { origin, period, today: dayOf(room.clock.now()) };
    const { reading, problems } = readingOf([{ ...mapped, next: null }], about, { options, room });
    return { made: reading, problems: [...problems, ...neverFound(options, mapped)] };
  });
}

/** Tries a mapping of dossiers on its sample. */
export async function tryDossiers(
  options: HttpDossierOptions,
  room: DossierRoom,
): Promise<TriedSample<readonly ListedDossier[]>> {
  return trying(async () => {
    const { mapped } = await mappedSample(options, room);
    const origin = basename(options.sample);
    const list = listOf([{ ...mapped, next: null }], { origin, options, ...room });
    if (list.kind === 'refused') return { made: null, problems: list.problems };
    const batches = await Array.fromAsync(list.batches());
    return {
      made: batches.flatMap(({ dossiers }) => dossiers),
      problems: [...batches.flatMap(({ problems }) => problems), ...neverFound(options, mapped)],
    };
  });
}

async function trying<Made>(run: () => Promise<TriedSample<Made>>): Promise<TriedSample<Made>> {
  try {
    return await run();
  } catch (error) {
    if (!(error instanceof SourceUnreadable)) throw error;
    return { made: null, problems: error.problems };
  }
}

/** Of what may be many pages this is one: how many rows there are in all is not asked. */
async function mappedSample(
  options: HttpOptions,
  { clock, openMapper }: Pick<HttpRoom, 'clock' | 'openMapper'>,
): Promise<Recorded> {
  const { bytes } = await openFile(options.sample, MOST_BYTES);
  const today = dayOf(clock.now());
  const running = askedPeriods(options.takes === 'figures' ? options.periods : ['year'], 0, today);
  const period = running.at(-1) ?? yearPeriod(reportingYearOf(today));
  const { rows, fields, head } = mappingOf(options);
  const { total: _total, ...oneAnswer } = head;
  const bindings = questionsOf(options, period, today)[0]?.bindings ?? {};
  await using mapper = openMapper();
  const outcome = await mapper.map({ bytes, mapping: { rows, fields, head: oneAnswer }, bindings });
  if (outcome.kind === 'mapped') return { mapped: outcome, period: periodIn(outcome) ?? period };
  const origin = basename(options.sample);
  throw new SourceUnreadable(
    origin,
    outcome.problems.map((each) => problemOf(origin, each)),
  );
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
