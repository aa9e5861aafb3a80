import { AgencyId } from '../../src/agencies/agency.ts';
import { fixedClock } from '../../src/clock.ts';
import type { Dossier } from '../../src/dossiers/dossier.ts';
import type { DossierStore } from '../../src/dossiers/store.ts';
import { SourceUnreadable } from '../../src/errors.ts';
import type {
  DossierBatch,
  DossierPayload,
  DossierSource,
} from '../../src/polling/dossier-source.ts';
import type { DossierIntake } from '../../src/polling/take-in-dossiers.ts';
import { dossierStore } from '../../src/storage/dossier-store.ts';
import { openStorage, type Storage } from '../../src/storage/open.ts';
import type { Stopwatch } from '../../src/storage/turns.ts';
import { directory } from '../agencies/khanh-hoa.ts';
import { shelf, type Shelf } from './shelf.ts';

export const AGENCY = AgencyId.parse('tp-nha-trang');
export const NOW = Temporal.Instant.from('2023-09-15T00:00:00Z');

export function dossier(code: string, changes: Partial<Dossier> = {}): Dossier {
  return {
    code,
    agency: AGENCY,
    receptionPlace: null,
    handlingUnit: null,
    desk: null,
    step: null,
    procedure: 'Cấp giấy phép xây dựng',
    field: 'Xây dựng',
    sensitive: false,
    test: false,
    channel: 'direct',
    state: 'processing',
    receivedAt: NOW.subtract({ hours: 100 }),
    originalDueAt: NOW.add({ hours: 24 }),
    currentDueAt: NOW.add({ hours: 24 }),
    closedAt: null,
    ...changes,
  };
}

type Listed = Dossier | 'bad' | 'cut off';

/** A list of dossiers, in the order given, a batch of two at a time. Rows count from 2. */
export function list(
  origin: string,
  rows: readonly Listed[],
  asOf: Temporal.Instant = NOW,
): DossierPayload {
  return {
    kind: 'list',
    origin,
    contentHash: `${origin} ${JSON.stringify(rows)}`,
    asOf,
    async *batches() {
      for (let start = 0; start < rows.length; start += 2) yield batchOf(origin, rows, start);
    },
  };
}

function batchOf(origin: string, rows: readonly Listed[], start: number): DossierBatch {
  const numbered = rows.slice(start, start + 2).map((each, at) => ({ each, row: start + at + 2 }));
  if (numbered.some(({ each }) => each === 'cut off')) {
    throw new SourceUnreadable(origin, [{ code: 'broken', place: origin, detail: '' }]);
  }
  return {
    at: { table: origin, codeColumn: 'A' },
    dossiers: numbered.flatMap(({ each, row }) =>
      typeof each === 'string' ? [] : [{ row, dossier: each }],
    ),
    problems: numbered.flatMap(({ each, row }) =>
      each === 'bad' ? [{ code: 'badDate', place: `${origin}:${row}:J`, detail: '' }] : [],
    ),
  };
}

/** A source of these lists. */
export function source(
  payloads: readonly DossierPayload[],
  declared: Partial<DossierSource> = {},
): DossierSource {
  return {
    name: 'ho-so',
    completeFor: null,
    partialOk: false,
    sample: false,
    async *fetch() {
      yield* payloads;
    },
    ...declared,
  };
}

/** A real store in memory, and a shelf for what is set aside. */
export type Desk = {
  readonly intake: DossierIntake;
  readonly dossiers: DossierStore;
  readonly storage: Storage;
  readonly shelf: Shelf;
  /** Codes of the open dossiers of the agency. */
  open(): Promise<readonly string[]>;
  [Symbol.dispose](): void;
};

export function openDesk(stopwatch?: Stopwatch): Desk {
  const storage = openStorage(':memory:');
  const dossiers = dossierStore(storage, stopwatch);
  const snapshots = shelf();
  return {
    intake: { dossiers, snapshots, clock: fixedClock(NOW), directory },
    dossiers,
    storage,
    shelf: snapshots,
    async open() {
      const due = await dossiers.due(AGENCY, NOW.add({ hours: 10_000 }));
      return due.map(({ code }) => code).toSorted();
    },
    [Symbol.dispose]: () => storage.close(),
  };
}
