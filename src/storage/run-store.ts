import * as z from 'zod';

import type { RunStore } from '../schedule/run-store.ts';
import { momentText } from './moment.ts';
import type { Storage } from './open.ts';

const At = z
  .string()
  .transform((text) => Temporal.Instant.from(text))
  .optional();

/** When jobs last ran, kept in `storage`. */
export function runStore({ database }: Storage): RunStore {
  const last = database.prepare('select at from job_runs where job = ?').pluck();
  const put = database.prepare('insert or replace into job_runs (job, at) values (?, ?)');
  return {
    lastRun: async (job) => At.parse(last.get(job)) ?? null,
    ran: async (job, at) => void put.run(job, momentText(at)),
  };
}
