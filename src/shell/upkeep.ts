import { readFileSync } from 'node:fs';

import * as z from 'zod';

import type { Upkeep } from '../queries/status.ts';
import { healthStore } from '../storage/health-store.ts';
import { jobEndStore } from '../storage/job-end-store.ts';
import { readMigrations } from '../storage/migrations.ts';
import type { Storage } from '../storage/open.ts';
import { storeSize } from '../storage/store-size.ts';

const Package = z.object({ version: z.string() });

/** What keepers ask about the bot itself. */
export function upkeepOf(storage: Storage, usage: Upkeep['usage']): Upkeep {
  return {
    usage,
    health: healthStore(storage),
    jobs: jobEndStore(storage),
    size: () => storeSize(storage),
    versions: () => ({
      bot: Package.parse(JSON.parse(readFileSync('package.json', 'utf8'))).version,
      runtime: process.version,
      schema: readMigrations().at(-1)?.number ?? 0,
    }),
  };
}
