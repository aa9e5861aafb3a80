import type { AgencyId } from '../agencies/agency.ts';
import { QUEUES, queueOf } from '../dossiers/clock.ts';
import { DOSSIER_STATES } from '../dossiers/dossier.ts';
import type { Dossier, DossierState, DueDossier, KeptDossier } from '../dossiers/dossier.ts';
import { countIn, flagIn, idIn, numberedIn, orNull, textIn, wholeIn } from './cells.ts';
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

/**
 * What `keptDossier` needs of an open dossier that is no test: select exactly this, raw. Whatever is known before it is
 * read is not among it.
 */
export const OPEN_COLUMNS = `source, code, reception_place, handling_unit, desk, step, procedure, field, sensitive, channel,
  state, received_at, original_due_at, current_due_at, first_seen_at, went_back`;
/** The same of a closed one. */
export const CLOSED_COLUMNS = `${OPEN_COLUMNS}, closed_at`;

/** Two words fit into a number that is exact: there are never 67 million of them. */
const WORDS = 2 ** 26;

/** What `dueDossier` needs: select exactly this, raw. Handing over a value takes longer than two sums within SQLite. */
export const DUE_COLUMNS = `code,
  ifnull(handling_unit, 0) * ${String(WORDS)} + ifnull(desk, 0),
  ifnull(step, 0) * ${String(WORDS)} + ifnull(procedure, 0),
  sensitive, received_at, current_due_at, first_seen_at`;

/** A channel in a row. */
export const channelIn = numberedIn(CHANNELS);
/** A state in a row. */
export const stateIn = numberedIn(DOSSIER_STATES);

/** The dossier of an agency in a raw row of `OPEN_COLUMNS` or `CLOSED_COLUMNS`. Throws `ZodError`. */
export function keptDossier(
  row: readonly unknown[],
  agency: AgencyId,
  words: DossierWords,
): KeptDossier {
  const word = wordIn(words);
  return {
    source: words.wordOf(idIn(row[0])),
    code: textIn(row[1]),
    agency,
    receptionPlace: word(row[2]),
    handlingUnit: word(row[3]),
    desk: word(row[4]),
    step: word(row[5]),
    procedure: word(row[6]),
    field: word(row[7]),
    sensitive: flagIn(row[8]),
    test: false,
    channel: orNull(row[9], channelIn),
    state: stateIn(row[10]),
    receivedAt: orNull(row[11], instantIn),
    originalDueAt: orNull(row[12], instantIn),
    currentDueAt: orNull(row[13], instantIn),
    firstSeenAt: instantIn(row[14]),
    wentBack: countIn(row[15]),
    closedAt: row.length > CLOSED_AT ? instantIn(row[CLOSED_AT]) : null,
  };
}

const CLOSED_AT = 16;

/** The dossier in a raw row of `DUE_COLUMNS`. Throws `ZodError`. */
export function dueDossier(row: readonly unknown[], words: DossierWords): DueDossier {
  const word = (id: number) => (id === 0 ? null : words.wordOf(id));
  const [place, work] = [countIn(row[1]), countIn(row[2])];
  return {
    code: textIn(row[0]),
    handlingUnit: word(Math.floor(place / WORDS)),
    desk: word(place % WORDS),
    step: word(Math.floor(work / WORDS)),
    procedure: word(work % WORDS),
    sensitive: flagIn(row[3]),
    receivedAt: orNull(row[4], instantIn),
    currentDueAt: instantIn(row[5]),
    firstSeenAt: instantIn(row[6]),
  };
}

function wordIn(words: DossierWords) {
  return (cell: unknown) => orNull(cell, (id) => words.wordOf(idIn(id)));
}

function instantIn(cell: unknown): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(wholeIn(cell));
}
