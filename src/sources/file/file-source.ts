import { createHash } from 'node:crypto';
import { basename, extname, join } from 'node:path';

import type { Directory } from '../../agencies/agency.ts';
import type { AgencyFinder } from '../../agencies/finding.ts';
import { SourceUnreadable } from '../../errors.ts';
import type { Payload, Source } from '../../polling/source.ts';
import type { FileKinds } from '../folder.ts';
import { type HandedFile, handedOver, openFile, type OpenFile } from '../open-file.ts';
import { sidecarOf } from '../sidecar.ts';
import { everyFile, type Look } from '../visit.ts';
import { readDocument } from './document.ts';
import { readGiven } from './given.ts';
import type { Given } from './given.ts';
import { readSidecar } from './head.ts';
import type { Sidecar } from './head.ts';
import { readReadings } from './read-readings.ts';
import { readText } from './read-tables.ts';

/** What the files are read with. */
export type FileReading = {
  readonly directory: Directory;
  readonly finder: AgencyFinder;
  /** Files larger than this are refused unread; 5 MB, some hundred times the largest table known, if not given. */
  readonly maxBytes?: number;
  /** Goes before what a file or its sidecar says: `--agency` and `--period` of the shell. */
  readonly given?: Given;
  /** Which files of a folder are read; all of them if not given. */
  readonly look?: Look;
};

const MAX_BYTES = 5_000_000;
/** YAML is slow to read and holds up everything else meanwhile; the longest document part known has 3 kB. */
const MAX_DOCUMENT_BYTES = 200_000;
const TABLES = ['.csv', '.tsv', '.txt', '.xlsx', '.xlsm', '.xls', '.html', '.htm', '.docx', '.doc'];
const DOCUMENTS = ['.yaml', '.yml', '.json'];

/** The figures of named files, in the order given. A file that cannot be read is a refused payload. */
export function fileSource(name: string, paths: readonly string[], reading: FileReading): Source {
  return {
    name,
    ofFiles: true,
    async *fetch() {
      for (const path of paths) yield await payloadOf(path, reading);
    },
  };
}

/** The figures of a file that was handed over: it lies nowhere, and nothing beside it. */
export function bytesSource(name: string, file: HandedFile, reading: FileReading): Source {
  const open = async (): Promise<OpenFile> => handedOver(file, limitOf(file.name, reading));
  return {
    name,
    ofFiles: true,
    async *fetch() {
      yield await payloadFrom(file.name, { open, beside: async () => ({}) }, reading);
    },
  };
}

/**
 * The figures of a folder: its tables (CSV, TSV, XLSX, XLS, HTML, DOCX) with the `<name>.yaml` beside them, and its
 * document files (YAML, JSON). Names starting with a dot, "~$" (open in Excel) and other kinds are passed over; sub-folders too.
 * Rejects with `SourceUnreadable` when there is no such folder.
 */
export function folderSource(name: string, folder: string, reading: FileReading): Source {
  return {
    name,
    ofFiles: true,
    async *fetch() {
      const visit = await (reading.look ?? everyFile)(folder);
      const unopened: string[] = [];
      for (const file of tablesAndDocuments(visit.names)) {
        const payload = await payloadOf(join(folder, file), reading);
        if (payload.contentHash === '') unopened.push(file);
        yield payload;
      }
      visit.allRead(unopened);
    },
  };
}

/** Files that may hold figures. */
export const FIGURE_FILES: FileKinds = {
  has: (name) => isOf(name, TABLES) || isOf(name, DOCUMENTS),
  listed: 'CSV, TSV, XLSX, XLS, DOCX, HTML, YAML, JSON',
};

/** Without the sidecars of tables. */
function tablesAndDocuments(names: readonly string[]): readonly string[] {
  const tables = names.filter((name) => isOf(name, TABLES));
  const sidecars = new Set(tables.map(sidecarOf));
  return names.filter((name) => FIGURE_FILES.has(name) && !sidecars.has(name));
}

function isOf(file: string, extensions: readonly string[]): boolean {
  return extensions.includes(extname(file).toLowerCase());
}

function limitOf(path: string, { maxBytes = MAX_BYTES }: FileReading): number {
  return isOf(path, DOCUMENTS) ? Math.min(maxBytes, MAX_DOCUMENT_BYTES) : maxBytes;
}

function payloadOf(path: string, reading: FileReading): Promise<Payload> {
  const open = (): Promise<OpenFile> => openFile(path, limitOf(path, reading));
  const beside = (): Promise<Sidecar> => sidecarBeside(path, reading);
  return payloadFrom(basename(path), { open, beside }, reading);
}

/** How a file is come by, and what lies beside it. */
type Opening = {
  readonly open: () => Promise<OpenFile>;
  readonly beside: () => Promise<Sidecar>;
};

async function payloadFrom(
  origin: string,
  { open, beside }: Opening,
  reading: FileReading,
): Promise<Payload> {
  let contentHash = '';
  try {
    const { bytes, modifiedOn } = await open();
    contentHash = createHash('sha256').update(bytes).digest('hex');
    const given = readGiven(reading.given ?? {}, reading);
    const readings = isOf(origin, DOCUMENTS)
      ? [readDocument(origin, readText(origin, bytes))]
      : await readReadings(origin, bytes, {
          ...reading,
          given: { ...(await beside()), ...given },
          modifiedOn,
        });
    return { kind: 'read', origin, contentHash, readings };
  } catch (error) {
    if (!(error instanceof SourceUnreadable)) throw error;
    return { kind: 'refused', origin, contentHash, problems: error.problems };
  }
}

/** The sidecar of a table, if there is one; a faulty one refuses the table, whose period it may hold. */
async function sidecarBeside(path: string, reading: FileReading): Promise<Sidecar> {
  const sidecar = sidecarOf(path);
  const name = basename(sidecar);
  try {
    const { bytes } = await openFile(sidecar, limitOf(sidecar, reading));
    return readSidecar(name, readText(name, bytes));
  } catch (error) {
    const isAbsent =
      error instanceof SourceUnreadable &&
      error.problems.some(({ code }) => code === 'fileMissing');
    if (isAbsent) return {};
    throw error;
  }
}
