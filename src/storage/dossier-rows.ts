import * as z from 'zod';

import { AgencyId } from '../agencies/agency.ts';
import { QUEUES, queueOf } from '../dossiers/clock.ts';
import { DOSSIER_STATES } from '../dossiers/dossier.ts';
import type { Dossier, DossierState, KeptDossier } from '../dossiers/dossier.ts';
import type { DossierWords } from './dossier-words.ts';

/** As the national portal numbers them, from 1. */
const CHANNELS = ['direct', 'online', 'postal'] as const;

/** What a list tells of a dossier, in the order of `listedValues`. */
export const LISTED_COLUMNS = [
  'code',
  'agency',
  'reception_place',
  'handling_unit',
  'desk',
  'step',
  'procedure',
  'field',
  'sensitive',
  'test',
  'channel',
  'state',
  'queue',
  'received_at',
  'original_due_at',
  'current_due_at',
  'closed_at',
  'closed_known',
] as const;

/** The values of one dossier in the order of `LISTED_COLUMNS`. */
export function listedValues(
  dossier: Dossier,
  words: DossierWords,
): readonly (string | number | null)[] {
  const word = (text: string | null) => (text === null ? null : words.idOf(text));
  const queue = queueOf(dossier);
  // The state decides: a closing date beside a state that is open is left from before it went back.
  const closedAt = queue === null ? momentIn(dossier.closedAt) : null;
  return [
    dossier.code,
    words.idOf(dossier.agency),
    word(dossier.receptionPlace),
    word(dossier.handlingUnit),
    word(dossier.desk),
    word(dossier.step),
    word(dossier.procedure),
    word(dossier.field),
    Number(dossier.sensitive),
    Number(dossier.test),
    dossier.channel === null ? null : CHANNELS.indexOf(dossier.channel) + 1,
    stateCode(dossier.state),
    queue === null ? null : QUEUES.indexOf(queue),
    momentIn(dossier.receivedAt),
    momentIn(dossier.originalDueAt),
    momentIn(dossier.currentDueAt),
    closedAt,
    Number(closedAt !== null),
  ];
}

/** The number of a state in the national list. */
export function stateCode(state: DossierState): number {
  return DOSSIER_STATES.indexOf(state) + 1;
}

/** A moment as dossiers keep it: to the millisecond, which no list shows. */
function momentIn(moment: Temporal.Instant | null): number | null {
  return moment === null ? null : moment.epochMilliseconds;
}

/** What `keptDossier` needs of a dossier: select exactly this, raw. */
export const KEPT_COLUMNS = `source, code, agency, reception_place, handling_unit, desk, step, procedure, field,
  sensitive, test, channel, state, received_at, original_due_at, current_due_at, closed_at, first_seen_at, went_back`;

const WordId = z.int().positive();
const Flag = z.union([z.literal(0), z.literal(1)]).transform(Boolean);
const Moment = z.int().transform((at) => Temporal.Instant.fromEpochMilliseconds(at));
/** A channel in a row. */
export const Channel = z
  .int()
  .transform((code) => CHANNELS[code - 1])
  .pipe(z.enum(CHANNELS));
/** A state in a row. */
export const State = z
  .int()
  .transform((code) => DOSSIER_STATES[code - 1])
  .pipe(z.enum(DOSSIER_STATES));

const KeptRow = z.tuple([
  WordId,
  z.string(),
  WordId,
  WordId.nullable(),
  WordId.nullable(),
  WordId.nullable(),
  WordId.nullable(),
  WordId.nullable(),
  WordId.nullable(),
  Flag,
  Flag,
  Channel.nullable(),
  State,
  Moment.nullable(),
  Moment.nullable(),
  Moment.nullable(),
  Moment.nullable(),
  Moment,
  z.int().nonnegative(),
]);

/** The dossier in a raw row of `KEPT_COLUMNS`. Throws `ZodError`. */
export function keptDossier(raw: unknown, words: DossierWords): KeptDossier {
  const row = KeptRow.parse(raw);
  const word = (id: number | null) => (id === null ? null : words.wordOf(id));
  return {
    source: words.wordOf(row[0]),
    code: row[1],
    agency: AgencyId.parse(words.wordOf(row[2])),
    receptionPlace: word(row[3]),
    handlingUnit: word(row[4]),
    desk: word(row[5]),
    step: word(row[6]),
    procedure: word(row[7]),
    field: word(row[8]),
    sensitive: row[9],
    test: row[10],
    channel: row[11],
    state: row[12],
    receivedAt: row[13],
    originalDueAt: row[14],
    currentDueAt: row[15],
    closedAt: row[16],
    firstSeenAt: row[17],
    wentBack: row[18],
  };
}
