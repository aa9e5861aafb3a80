import { readFileSync } from 'node:fs';

import { agencyFinder } from '../../../src/agencies/find-agency.ts';
import { readDirectory } from '../../../src/agencies/read-directory.ts';
import type { Payload, Reading, Source } from '../../../src/polling/source.ts';
import { fileSource } from '../../../src/sources/file/file-source.ts';
import type { FileReading } from '../../../src/sources/file/file-source.ts';

const directory = readDirectory(readFileSync('fixtures/agencies/khanh-hoa.yaml', 'utf8'));

/** The real directory of Khánh Hòa, as every file is read with it. */
export const reading: FileReading = { directory, finder: agencyFinder(directory) };

export async function all(source: Source): Promise<readonly Payload[]> {
  return Array.fromAsync(source.fetch());
}

/** What becomes of one file of the fixtures. */
export async function payloadOf(
  path: string,
  options: Partial<FileReading> = {},
): Promise<Payload> {
  const [payload] = await all(fileSource('file', [path], { ...reading, ...options }));
  if (payload === undefined) throw new Error(`nothing came of ${path}`);
  return payload;
}

async function readingsOf(
  path: string,
  options: Partial<FileReading> = {},
): Promise<readonly Reading[]> {
  const payload = await payloadOf(path, options);
  if (payload.kind === 'refused') throw new Error(JSON.stringify(payload.problems));
  return payload.readings;
}

/** The one reading of a file that must be good. */
export async function readingOf(
  path: string,
  options: Partial<FileReading> = {},
): Promise<Reading> {
  const [only, ...others] = await readingsOf(path, options);
  if (only === undefined || others.length > 0) throw new Error(`not one reading in ${path}`);
  return only;
}

/** The problems of a file that must be refused, as "place code detail". */
export async function problemsOf(
  path: string,
  options: Partial<FileReading> = {},
): Promise<readonly string[]> {
  const payload = await payloadOf(path, options);
  if (payload.kind === 'read') throw new Error(`${path} was read`);
  return payload.problems.map(({ code, place, detail }) => `${place} ${code} ${detail}`.trim());
}
