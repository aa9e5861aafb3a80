import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';

import * as z from 'zod';

import type { AnswerArchive, KeptAnswer, Taken, Wanted } from '../polling/answer-archive.ts';
import { Moment, momentText } from './moment.ts';
import type { Storage } from './open.ts';

const INSERT_ANSWER = `insert into answers (source, host, request, at, outcome, body)
  values (:source, :host, :request, :at, :outcome, :body)`;
const NEWEST_GOOD = `select b.gzip from answers a join answer_bodies b on b.content_hash = a.body
  where a.host = ? and a.request = +? and a.at >= ? and a.outcome = 'good' order by a.id desc limit 1`;
const NEWEST_ON = `select b.gzip from answers a join answer_bodies b on b.content_hash = a.body
  where a.source = +? and substr(a.request, 1, length(+?) + 1) = ? || ' ' and a.outcome = 'good'
  order by a.id desc limit 1`;
const IN_VAIN = 'select count(*) from answers where host = ? and at >= ? and outcome = ?';
const HELD = 'select holder, source, request, busy_until, open from hosts_asked where host = ?';
const HOLD = `insert into hosts_asked (host, holder, source, request, busy_until, open)
  values (:host, :holder, :source, :request, :busyUntil, 1)
  on conflict (host) do update set holder = excluded.holder, source = excluded.source,
    request = excluded.request, busy_until = excluded.busy_until, open = 1`;
const ANSWERED = `update hosts_asked set open = 0, busy_until = :busyUntil
  where host = :host and holder = :holder and request = :request`;

const Gzip = z
  .instanceof(Uint8Array)
  .optional()
  .transform((gzip) => (gzip === undefined ? null : gunzipSync(gzip)));
const unpacked = (cell: unknown): Uint8Array | null => Gzip.parse(cell);
const Tries = z.int().nonnegative();
const Held = z
  .object({
    holder: z.string(),
    source: z.string(),
    request: z.string(),
    busy_until: Moment,
    open: z.literal([0, 1]),
  })
  .optional();

/** The answers kept in `storage`, and who asks a host now. */
export function answerArchive(storage: Storage): AnswerArchive {
  const { database } = storage;
  const rows = answerRows(storage);
  const held = database.prepare(HELD);
  const hold = database.prepare(HOLD);
  const answered = database.prepare(ANSWERED);

  const take = database.transaction((wanted: Wanted): Taken => {
    const { host, holder, source, request, now, since, leaseMs } = wanted;
    const body = rows.goodSince(host, request, since);
    if (body !== null) return { kind: 'known', body };
    const at = Held.parse(held.get(host));
    const busyMs = at === undefined || at.holder === holder ? 0 : msFrom(now, at.busy_until);
    // Whoever put it is gone: it may have been heard, and counts.
    if (at?.open === 1 && busyMs === 0) rows.insertFailed(host, at, now);
    if (isToBeLeftAlone(rows, wanted)) return { kind: 'leftAlone' };
    if (busyMs > 0) return { kind: 'busy', ms: busyMs };
    hold.run({ host, holder, source, request, busyUntil: later(now, leaseMs) });
    return { kind: 'taken' };
  });
  const keep = database.transaction((answer: KeptAnswer) => {
    const { host, holder, request, at, pauseMs } = answer;
    rows.insert(answer);
    answered.run({ host, holder, request, busyUntil: later(at, pauseMs) });
  });
  return {
    take: async (wanted) => take.immediate(wanted),
    keep: async (answer) => {
      keep.immediate(answer);
    },
    newestOn: async (source, endpoint) => rows.newestOn(source, endpoint),
  };
}

function isToBeLeftAlone(
  rows: ReturnType<typeof answerRows>,
  { host, since, mostFailures }: Wanted,
): boolean {
  return (
    rows.inVain(host, 'turnedAway', since) > 0 || rows.inVain(host, 'failed', since) >= mostFailures
  );
}

/** What stands in the table of answers. */
function answerRows({ database }: Storage) {
  const insertBody = database.prepare(
    'insert or ignore into answer_bodies (content_hash, gzip) values (?, ?)',
  );
  const insert = database.prepare(INSERT_ANSWER);
  const newest = database.prepare(NEWEST_GOOD).pluck();
  const newestOn = database.prepare(NEWEST_ON).pluck();
  const inVain = database.prepare(IN_VAIN).pluck();

  const keepBody = (body: Uint8Array): string => {
    const hash = createHash('sha256').update(body).digest('hex');
    insertBody.run(hash, gzipSync(body));
    return hash;
  };
  return {
    insert(answer: KeptAnswer): void {
      const { source, host, request, at, outcome } = answer;
      const body = answer.outcome === 'good' ? keepBody(answer.body) : null;
      insert.run({ source, host, request, at: momentText(at), outcome, body });
    },
    insertFailed(
      host: string,
      { source, request }: { readonly source: string; readonly request: string },
      at: Temporal.Instant,
    ): void {
      const row = { source, host, request, outcome: 'failed', body: null };
      insert.run({ ...row, at: momentText(at) });
    },
    goodSince: (host: string, request: string, since: Temporal.Instant) =>
      unpacked(newest.get(host, request, momentText(since))),
    newestOn: (source: string, endpoint: string) =>
      unpacked(newestOn.get(source, endpoint, endpoint)),
    inVain: (host: string, outcome: 'turnedAway' | 'failed', since: Temporal.Instant) =>
      Tries.parse(inVain.get(host, momentText(since), outcome)),
  };
}

/** 0 once it is past. */
function msFrom(now: Temporal.Instant, until: Temporal.Instant): number {
  return Math.max(0, until.since(now).total('milliseconds'));
}

function later(moment: Temporal.Instant, ms: number): string {
  return momentText(moment.add({ milliseconds: ms }));
}
