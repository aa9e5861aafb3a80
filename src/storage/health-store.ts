import type { Database } from 'better-sqlite3';
import * as z from 'zod';

import type { Outgoing } from '../outbox/message.ts';
import { HEALTH_STATES, type HealthStore, type SourceHealth } from '../polling/health.ts';
import { jsonOf } from './json-column.ts';
import { Moment, momentText } from './moment.ts';
import type { Storage } from './open.ts';
import { outboxPutter } from './outbox-put.ts';

const COLUMNS =
  'source, state, since, last_tried_at, last_good_at, last_changed_at, fresh_until, problem, told_as';
const PUT = `insert or replace into source_health (${COLUMNS}) values
  (:source, :state, :since, :lastTriedAt, :lastGoodAt, :lastChangedAt, :freshUntil, :problem, :toldAs)`;

const State = z.enum(HEALTH_STATES);
const Problem = z.strictObject({ code: z.string(), place: z.string(), detail: z.string() });

const HealthRow = z
  .object({
    source: z.string(),
    state: State,
    since: Moment,
    last_tried_at: Moment,
    last_good_at: Moment.nullable(),
    last_changed_at: Moment.nullable(),
    fresh_until: Moment.nullable(),
    problem: jsonOf(Problem).nullable(),
    told_as: State,
  })
  .transform((row): SourceHealth => ({
    source: row.source,
    state: row.state,
    since: row.since,
    lastTriedAt: row.last_tried_at,
    lastGoodAt: row.last_good_at,
    lastChangedAt: row.last_changed_at,
    freshUntil: row.fresh_until,
    problem: row.problem,
    toldAs: row.told_as,
  }));

/** How sources do, kept in `storage`. */
export function healthStore({ database, reader }: Storage): HealthStore {
  const one = reader.question(`select ${COLUMNS} from source_health where source = +?`);
  const all = reader.question(`select ${COLUMNS} from source_health order by source`);
  const forget = database.prepare(
    'delete from source_health where source not in (select value from json_each(?))',
  );
  const note = noter(database);
  return {
    healthOf: async (source) => HealthRow.optional().parse(one.get(source)) ?? null,
    all: async () => z.array(HealthRow).parse(all.all()),
    noted: async (health, messages = []) => {
      note.immediate(health, messages);
      reader.renew();
    },
    keepOnly: async (sources) => {
      forget.run(JSON.stringify(sources));
      reader.renew();
    },
  };
}

function noter(database: Database) {
  const put = database.prepare(PUT);
  const queue = outboxPutter(database);
  return database.transaction((health: SourceHealth, messages: readonly Outgoing[]) => {
    put.run(valuesOf(health));
    queue(messages, health.lastTriedAt);
  });
}

function valuesOf({ problem, ...health }: SourceHealth) {
  return {
    ...health,
    since: momentText(health.since),
    lastTriedAt: momentText(health.lastTriedAt),
    lastGoodAt: textOrNull(health.lastGoodAt),
    lastChangedAt: textOrNull(health.lastChangedAt),
    freshUntil: textOrNull(health.freshUntil),
    problem: problem === null ? null : JSON.stringify(problem),
  };
}

function textOrNull(moment: Temporal.Instant | null): string | null {
  return moment === null ? null : momentText(moment);
}
