import type { Database } from 'better-sqlite3';
import * as z from 'zod';

import { parsePeriodKey } from '../calendar/periods.ts';
import { contentHash } from '../snapshots/content-hash.ts';
import { SnapshotId } from '../snapshots/snapshot.ts';
import type { Snapshot } from '../snapshots/snapshot.ts';
import type { Recorded } from '../snapshots/store.ts';
import { figureValues, INSERT_FIGURE } from './figure-rows.ts';
import { findingValues, INSERT_FINDING } from './finding-rows.ts';
import { momentText } from './moment.ts';
import { INSERT_STATEMENT, statementValues } from './statement-rows.ts';

const FIND_SERIES = `select id from series where source = +? and scope = +? and period = +? and place = +?
  and ifnull(document_number, '') = ifnull(+?, '')`;
const INSERT_SERIES = `insert into series (source, scope, period, place, document_number, period_end)
  values (?, ?, ?, ?, ?, ?)`;
const NEWEST_OF_DAY = `select id, content_hash from snapshots
  where series = +? and as_of = +? order by id desc limit 1`;
const INSERT_SNAPSHOT = `insert into snapshots
    (series, title, issued_on, formula, as_of, fetched_at, content_hash)
  values (:series, :title, :issuedOn, :formula, :asOf, :fetchedAt, :hash)`;

const Id = z.int().positive();
const Version = z.object({ id: SnapshotId, content_hash: z.string() }).optional();

/**
 * Makes the function that stores a snapshot with all its rows in one transaction, or nothing of it.
 *
 * It is compared with the newest version of the same series and day only: when a source goes back to what it
 * said before a change, that is a change again, or the withdrawn figures would stay current.
 */
export function snapshotRecorder(database: Database): (snapshot: Snapshot) => Recorded {
  const newestOfDay = database.prepare(NEWEST_OF_DAY);
  const findSeries = seriesFinder(database);
  const insert = snapshotInserter(database);

  const record = database.transaction((snapshot: Snapshot): Recorded => {
    const hash = contentHash(snapshot);
    const series = findSeries(snapshot);
    const previous = Version.parse(newestOfDay.get(series, snapshot.asOf.toString()));
    if (previous?.content_hash === hash) return { kind: 'unchanged', id: previous.id };
    const id = insert(series, hash, snapshot);
    return previous === undefined
      ? { kind: 'stored', id }
      : { kind: 'restated', id, previous: previous.id };
  });
  // A transaction that reads before it writes must ask for the write lock first, or it may fail half way.
  return (snapshot) => record.immediate(snapshot);
}

function seriesFinder(database: Database): (snapshot: Snapshot) => number {
  const find = database.prepare(FIND_SERIES).pluck();
  const insert = database.prepare(INSERT_SERIES);
  return ({ source, document, scope, period }) => {
    const identity = [source, scope, period, document.place, document.number];
    const known = find.get(...identity);
    if (known !== undefined) return Id.parse(known);
    const periodEnd = parsePeriodKey(period).to.toString();
    return Id.parse(insert.run(...identity, periodEnd).lastInsertRowid);
  };
}

function snapshotInserter(database: Database) {
  const insertHead = database.prepare(INSERT_SNAPSHOT);
  const insertFigure = database.prepare(INSERT_FIGURE);
  const insertStatement = database.prepare(INSERT_STATEMENT);
  const insertFinding = database.prepare(INSERT_FINDING);

  return (series: number, hash: string, snapshot: Snapshot): SnapshotId => {
    const { document, formula, asOf, fetchedAt } = snapshot;
    const head = insertHead.run({
      series,
      title: document.title,
      formula,
      hash,
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
