import { type Dossier, DOSSIER_STATES } from '../../dossiers/dossier.ts';
import type { ListedRow, RowBatch } from './list-message.ts';

/**
 * A batch on its way between threads. A text that comes again, as most do, is sent once; everything else is a number, and
 * numbers are handed over without being copied.
 */
export type PackedBatch = Pick<RowBatch, 'problems' | 'at' | 'hasMacros'> & {
  readonly codes: readonly string[];
  /** The first stands for none. */
  readonly texts: readonly (string | null)[];
  /** The numbers of one row after those of another, in the order of `packed`; NaN = no moment. */
  readonly numbers: Float64Array<ArrayBuffer>;
};

const CHANNELS = [null, 'direct', 'online', 'postal'] as const satisfies Dossier['channel'][];
const NUMBERS_A_ROW = 16;

/** Packs a batch; its numbers are to be transferred. */
export function packed({ rows, ...rest }: RowBatch): PackedBatch {
  const numbers = new Float64Array(rows.length * NUMBERS_A_ROW);
  const { texts, placeOf } = textTable();
  let to = 0;
  const put = (number: number): void => {
    numbers[to] = number;
    to += 1;
  };
  for (const row of rows) {
    put(row.row);
    put(placeOf(row.agencyName));
    put(placeOf(row.receptionPlace));
    put(placeOf(row.handlingUnit));
    put(placeOf(row.desk));
    put(placeOf(row.step));
    put(placeOf(row.procedure));
    put(placeOf(row.field));
    put(Number(row.sensitive));
    put(Number(row.test));
    put(CHANNELS.indexOf(row.channel));
    put(DOSSIER_STATES.indexOf(row.state));
    put(row.receivedAt ?? NaN);
    put(row.originalDueAt ?? NaN);
    put(row.currentDueAt ?? NaN);
    put(row.closedAt ?? NaN);
  }
  return { codes: rows.map(({ code }) => code), texts, numbers, ...rest };
}

/** The batch that was packed. */
export function unpacked({ codes, texts, numbers, ...rest }: PackedBatch): RowBatch {
  let from = 0;
  const next = (): number => {
    const number = numbers[from] ?? NaN;
    from += 1;
    return number;
  };
  const text = (): string | null => texts[next()] ?? null;
  const moment = (): number | null => {
    const ms = next();
    return Number.isNaN(ms) ? null : ms;
  };
  // Read in the order in which they are written here: that of `packed`.
  const rows = codes.map((code): ListedRow => ({
    code,
    row: next(),
    agencyName: text(),
    receptionPlace: text(),
    handlingUnit: text(),
    desk: text(),
    step: text(),
    procedure: text(),
    field: text(),
    sensitive: next() === 1,
    test: next() === 1,
    channel: oneOf(CHANNELS, next()),
    state: oneOf(DOSSIER_STATES, next()),
    receivedAt: moment(),
    originalDueAt: moment(),
    currentDueAt: moment(),
    closedAt: moment(),
  }));
  return { rows, ...rest };
}

function textTable() {
  const texts: (string | null)[] = [null];
  const places = new Map<string | null, number>([[null, 0]]);
  const placeOf = (text: string | null): number => {
    const known = places.get(text);
    if (known !== undefined) return known;
    places.set(text, texts.length);
    return texts.push(text) - 1;
  };
  return { texts, placeOf };
}

function oneOf<const Names extends readonly unknown[]>(names: Names, at: number): Names[number] {
  if (at in names) return names[at];
  throw new RangeError(`no name ${String(at)}`);
}
