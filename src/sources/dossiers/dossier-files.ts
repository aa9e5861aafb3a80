import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { basename, join } from 'node:path';

import type { AgencyId } from '../../agencies/agency.ts';
import type { AgencyReader } from '../../agencies/find-agency.ts';
import type { Clock } from '../../clock.ts';
import { SourceUnreadable } from '../../errors.ts';
import type { DossierBatch, DossierPayload, DossierSource } from '../../polling/dossier-source.ts';
import type { FileKinds } from '../folder.ts';
import { findFile, type FoundFile, asUnreadable } from '../open-file.ts';
import { problemAt } from '../table.ts';
import { everyFile, type Look } from '../visit.ts';
import type { ColumnNames } from './column-names.ts';
import { LIST_FILE } from './list-columns.ts';
import type { ListRequest, RowBatch } from './list-message.ts';
import { listBatches } from './list-thread.ts';
import { agencyNamer } from './name-agencies.ts';
import { namedBatch } from './name-batch.ts';

/** What lists are read with. */
export type DossierReading = {
  readonly finder: AgencyReader;
  readonly clock: Clock;
  readonly names: ColumnNames;
  /** Words in the names of sensitive procedures. */
  readonly sensitiveWords: readonly string[];
  /** The agency of lists that name none. */
  readonly agency: AgencyId | null;
  /** Which files of a folder are read; all of them if not given. */
  readonly look?: Look;
  /** How a list is read if not by a thread of its own, which takes a while to start: tests have hundreds. */
  readonly readBatches?: (request: ListRequest) => AsyncIterable<RowBatch>;
};

/** What is declared of the lists of a source. */
type Declared = Pick<DossierSource, 'name' | 'completeFor' | 'partialOk'>;

/** A year of a province is some 150 MB of CSV; a gigabyte is something else. */
const MOST_BYTES = 600_000_000;

/** Files that may be lists. */
export const LIST_FILES: FileKinds = {
  has: (name) => LIST_FILE.test(name),
  listed: 'CSV, TSV, XLSX, XLS, HTML, JSON',
};

/** The lists in named files, in the order given. */
export function dossierFiles(
  declared: Declared,
  paths: readonly string[],
  reading: DossierReading,
): DossierSource {
  return {
    ...declared,
    sample: false,
    ofFiles: true,
    async *fetch() {
      for (const path of paths) yield await payloadOf(path, reading);
    },
  };
}

/**
 * The lists in a folder, the one written first first. Names starting with a dot, "~$" (open in Excel) and other kinds
 * are passed over; sub-folders too. Rejects with `SourceUnreadable` when there is no such folder.
 */
export function dossierFolder(
  declared: Declared,
  folder: string,
  reading: DossierReading,
): DossierSource {
  return {
    ...declared,
    sample: false,
    ofFiles: true,
    async *fetch() {
      const payloads: DossierPayload[] = [];
      const visit = await (reading.look ?? everyFile)(folder);
      for (const name of visit.names.filter(LIST_FILES.has)) {
        payloads.push(await payloadOf(join(folder, name), reading));
      }
      yield* payloads.toSorted(byAge);
      visit.allRead([]);
    },
  };
}

/**
 * Lists count by the moment they are of, whenever they came. Those that could not be opened have none: they come before
 * all others, or they would hide which is older.
 */
function byAge(one: DossierPayload, other: DossierPayload): number {
  if (one.kind === 'refused') return other.kind === 'refused' ? 0 : -1;
  return other.kind === 'refused' ? 1 : Temporal.Instant.compare(one.asOf, other.asOf);
}

async function payloadOf(path: string, reading: DossierReading): Promise<DossierPayload> {
  const origin = basename(path);
  try {
    const found = await findFile(path, MOST_BYTES);
    return {
      kind: 'list',
      origin,
      contentHash: await hashOf(path),
      asOf: earlier(found.modifiedAt, reading.clock.now()),
      batches: () => batchesOf(path, found, reading),
    };
  } catch (error) {
    if (!(error instanceof SourceUnreadable)) throw error;
    return { kind: 'refused', origin, problems: error.problems };
  }
}

/** Throws `SourceUnreadable` (changedWhileRead) in the end if the file is not the one that was found. */
async function* batchesOf(
  path: string,
  found: FoundFile,
  reading: DossierReading,
): AsyncGenerator<DossierBatch> {
  const naming = {
    nameAgency: agencyNamer(reading.finder),
    given: reading.agency,
    asOf: earlier(found.modifiedAt, reading.clock.now()),
  };
  const { readBatches = listBatches } = reading;
  for await (const batch of readBatches(requestOf(path, reading))) {
    yield namedBatch(batch, naming);
  }
  const now = await findFile(path, MOST_BYTES);
  if (now.size === found.size && now.modifiedAt.equals(found.modifiedAt)) return;
  const origin = basename(path);
  throw new SourceUnreadable(origin, [problemAt('changedWhileRead', { table: origin })]);
}

function requestOf(path: string, { names, sensitiveWords, agency }: DossierReading) {
  return { path, origin: basename(path), names, sensitiveWords, agencyGiven: agency !== null };
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  await asUnreadable(basename(path), async () => {
    const chunks: AsyncIterable<Buffer> = createReadStream(path);
    for await (const chunk of chunks) hash.update(chunk);
  });
  return hash.digest('hex');
}

function earlier(one: Temporal.Instant, other: Temporal.Instant): Temporal.Instant {
  return Temporal.Instant.compare(one, other) < 0 ? one : other;
}
