import { statfsSync } from 'node:fs';
import { dirname } from 'node:path';

import * as z from 'zod';

import type { Storage } from './open.ts';

/** How great the store is, and how much room is left where it lies; in bytes. */
export type StoreSize = { readonly bytes: number; readonly freeBytes: number | null };

const Whole = z.int().nonnegative();

/** Asks for the size of the store. One in memory lies on no disk. */
export function storeSize({ database }: Storage): StoreSize {
  const pages = Whole.parse(database.pragma('page_count', { simple: true }));
  const pageBytes = Whole.parse(database.pragma('page_size', { simple: true }));
  return { bytes: pages * pageBytes, freeBytes: database.memory ? null : freeIn(database.name) };
}

function freeIn(file: string): number {
  const { bavail, bsize } = statfsSync(dirname(file));
  return bavail * bsize;
}
