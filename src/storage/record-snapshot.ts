import type { Database } from 'better-sqlite3';
import * as z from 'zod';

import { parsePeriodKey } from '../calendar/periods.ts';
import type { Caused } from '../polling/ledger.ts';
import { contentHash, saysTheSame } from '../snapshots/content-hash.ts';
import { SnapshotId } from '../snapshots/snapshot.ts';
import type { Snapshot } from '../snapshots/snapshot.ts';
import type { Recorded } from '../snapshots/store.ts';
import { figureValues, INSERT_FIGURE } from './figure-rows.ts';
import { findingValues, INSERT_FINDING } from './finding-rows.ts';
import { momentText } from './moment.ts';
import { outboxPutter } from './outbox-put.ts';
import { INSERT_STATEMENT, statementValues } from './statement-rows.ts';

// The expressions of the index series_identity: of a numbered document the source is no part.
const FIND_SERIES = `select id from series where scope = +? and period = +? and place = +?
  and ifnull(document_number, '') = +? and iif(document_number is null, source, '') = +?`;
const INSERT_SERIES = `insert into series (source, scope, period, place, document_number, period_end)
  values (?, ?, ?, ?, ?, ?)`;
const NEWEST_OF_DAY = `select id, source, content_hash from snapshots
  where series = +? and as_of = +? order by id desc limit 1`;
const INSERT_SNAPSHOT = `insert into snapshots
    (series, source, title, issued_on, formula, as_of, fetched_at, content_hash)
  values (:series, :source, :title, :issuedOn, :formula, :asOf, :fetchedAt, :hash)`;

const Id = z.int().positive();
const Version = z
  .object({ id: SnapshotId, source: z.string(), content_hash: z.string() })
  .transform(({ content_hash: hash, ...version }) => ({ ...version, contentHash: hash }))
  .optional();

/** Stores a snapshot and queues the messages it causes. */
type RecordSnapshot = (snapshot: Snapshot, messages: Caused) => Recorded;

/**
 * Makes the function that stores a snapshot with all its rows and messages in one transaction, or nothing of it.
 *
 * It is compared with the newest version of the same series and day only: when a source goes back to what it
 * said before a change, that is a change again, or the withdrawn figures would stay current.
 */
export function snapshotRecorder(database: Database): RecordSnapshot {
  const newestOfDay = database.prepare(NEWEST_OF_DAY);
  const findSeries = seriesFinder(database);
  const insert = snapshotInserter(database);
  const put = outboxPutter(database);

  const write: RecordSnapshot = (snapshot, messages) => {
    const series = findSeries(snapshot);
    const previous = Version.parse(newestOfDay.get(series, snapshot.asOf.toString()));
    if (previous !== undefined && saysTheSame(previous, snapshot)) {
      return { kind: 'unchanged', id: previous.id };
    }
    const id = insert(series, snapshot);
    put(typeof messages === 'function' ? messages(id) : messages, snapshot.fetchedAt);
    return previous === undefined
      ? { kind: 'stored', id }
      : { kind: 'restated', id, previous: previous.id };
  };
  const record = database.transaction(write);
  // A transaction that reads before it writes must ask for the write lock first, or it may fail half way.
  return (snapshot, messages) => record.immediate(snapshot, messages);
}

function seriesFinder(database: Database): (snapshot: Snapshot) => number {
  const find = database.prepare(FIND_SERIES).pluck();
  const insert = database.prepare(INSERT_SERIES);
  return ({ source, document, scope, period }) => {
    const { place, number } = document;
    const known = find.get(scope, period, place, number ?? '', number === null ? source : '');
    if (known !== undefined) return Id.parse(known);
    const periodEnd = parsePeriodKey(period).to.toString();
    const added = insert.run(source, scope, period, place, number, periodEnd);
    return Id.parse(added.lastInsertRowid);
  };
}

function snapshotInserter(database: Database) {
  const insertHead = database.prepare(INSERT_SNAPSHOT);
  const insertFigure = database.prepare(INSERT_FIGURE);
  const insertStatement = database.prepare(INSERT_STATEMENT);
  const insertFinding = database.prepare(INSERT_FINDING);

  return (series: number, snapshot: Snapshot): SnapshotId => {
    const { source, document, formula, asOf, fetchedAt } = snapshot;
    const head = insertHead.run({
      series,
      source,
      title: document.title,
      formula,
      hash: contentHash(snapshot),
      issuedOn: document.issuedOn?.toString() ?? null,
      asOf: asOf.toString(),
      fetchedAt: momentText(fetchedAt),
    });
    const id = SnapshotId.parse(head.lastInsertRowid);
    for (const figure of snapshot.figures) insertFigure.run(...figureValues(id, figure));
    for (const [position, statement] of snapshot.statements.entries()) {
      insertStatement.run(statementValues(id, position, statement));
    }
    for (const [position, finding] of snapshot.findings.entries()) {
      insertFinding.run(...findingValues(id, position, finding));
    }
    return id;
  };
}
