import { randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { Link } from './link-token.ts';

/** Content on disk, and the key of its links: both outlive a restart, and only this user reads them. */
export type LinkFolder = {
  readonly key: Uint8Array;
  put(link: Pick<Link, 'id' | 'expires'>, bytes: Uint8Array): Promise<void>;
  /** Null = it is not there (any more). */
  read(link: Pick<Link, 'id' | 'expires'>): Promise<Uint8Array | null>;
  /** Removes what died before a moment, and what was never written to its end; tells how much. */
  sweep(before: Temporal.Instant): Promise<number>;
};

const KEY_FILE = 'key';
const KEY_BYTES = 32;
const CONTENT = /^[\w-]{22}\.[0-9a-z]+$/u;
const UNFINISHED = /^[0-9a-f]{16}\.part$/u;
/** Nothing is being written for so long: the process that began it has died. */
const LONGEST_WRITING_MS = 3_600_000;

/** Opens the folder; a new one gets a key. */
export async function openLinkFolder(folder: string): Promise<LinkFolder> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const key = await keyIn(folder);
  const fileOf = ({ id, expires }: Pick<Link, 'id' | 'expires'>) =>
    join(folder, `${id}.${expires.toString(36)}`);
  return {
    key,
    async put(link, bytes) {
      // Under its name only when it is whole: it may be fetched at any time.
      const unfinished = join(folder, `${randomBytes(8).toString('hex')}.part`);
      await writeFile(unfinished, bytes, { mode: 0o600 });
      await rename(unfinished, fileOf(link));
    },
    read: (link) => readFile(fileOf(link)).catch(nullIfMissing),
    async sweep(before) {
      const names = await readdir(folder);
      const second = Math.floor(before.epochMilliseconds / 1000);
      const dead = [
        ...names.filter((name) => isDead(name, second)),
        ...(await abandonedIn(folder, names, before)),
      ];
      await Promise.all(dead.map((name) => rm(join(folder, name), { force: true })));
      return dead.length;
    },
  };
}

/** What a process was writing when it died: under no link, but there. */
async function abandonedIn(
  folder: string,
  names: readonly string[],
  before: Temporal.Instant,
): Promise<readonly string[]> {
  const abandoned: string[] = [];
  for (const name of names.filter((one) => UNFINISHED.test(one))) {
    const writtenAt = await stat(join(folder, name)).then(({ mtimeMs }) => mtimeMs, nullIfMissing);
    if (writtenAt === null) continue;
    if (writtenAt < before.epochMilliseconds - LONGEST_WRITING_MS) abandoned.push(name);
  }
  return abandoned;
}

function isDead(name: string, second: number): boolean {
  return CONTENT.test(name) && Number.parseInt(name.split('.')[1] ?? '', 36) <= second;
}

async function keyIn(folder: string): Promise<Uint8Array> {
  const file = join(folder, KEY_FILE);
  const made = randomBytes(KEY_BYTES);
  try {
    await writeFile(file, made, { mode: 0o600, flag: 'wx' });
    return made;
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
  }
  const kept = await readFile(file);
  if (kept.length === KEY_BYTES) return kept;
  // Cut short by a crash: links made with it are lost, which is what links are made for.
  await writeFile(file, made, { mode: 0o600 });
  return made;
}

function nullIfMissing(error: unknown): null {
  if (codeOf(error) === 'ENOENT') return null;
  throw error;
}

function codeOf(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : null;
}
