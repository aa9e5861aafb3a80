import type { RunStore } from '../schedule/run-store.ts';
import { Moment, momentText } from './moment.ts';
import type { Storage } from './open.ts';

/** When jobs last ran, kept in `storage`. */
export function runStore({ database }: Storage): RunStore {
  const last = database.prepare('select at from job_runs where job = ?').pluck();
  const put = database.prepare('insert or replace into job_runs (job, at) values (?, ?)');
  return {
    lastRun: async (job) => Moment.optional().parse(last.get(job)) ?? null,
    ran: async (job, at) => void put.run(job, momentText(at)),
  };
}
