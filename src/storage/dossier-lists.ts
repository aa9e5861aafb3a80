import * as z from 'zod';

import type { AgencyId } from '../agencies/agency.ts';
import type { DossierList, DossierStore, TakenList } from '../dossiers/store.ts';
import type { DossierBase } from './dossier-stage.ts';

const ListId = z.int().positive();

/** Agencies that a list shows dossiers of, and those it is complete for. */
type Told = {
  readonly agencies: ReadonlySet<AgencyId>;
  readonly complete: ReadonlySet<AgencyId>;
};

/** Keeps which lists were taken in. The caller has each call in a transaction. */
export function listRecorder({ database, words }: DossierBase, list: DossierList) {
  const source = words.idOf(list.source);
  const asOf = list.asOf.epochMilliseconds;
  const cutOff = database.prepare(
    `delete from dossier_lists where source = ? and origin = ? and status = 'applying'`,
  );
  const insert = database.prepare(
    `insert into dossier_lists (source, origin, content_hash, as_of, sample, status, after_id)
     values (?, ?, ?, ?, ?, 'applying', (select ifnull(max(id), 0) from dossiers))`,
  );
  const replaced = database.prepare(
    `delete from dossier_lists where source = ? and status = 'applying' and as_of <= ?`,
  );
  const finish = database.prepare(`update dossier_lists set status = 'applied' where id = ?`);
  const link = database.prepare(
    `insert into dossier_list_agencies (agency, source, list) values (?, ?, ?)
     on conflict do update set list = excluded.list
     where (select as_of from dossier_lists where id = dossier_list_agencies.list) <= ?`,
  );
  const outdated = database.prepare(
    `delete from dossier_lists where source = ? and origin = ? and id < ?
     and not exists (select 1 from dossier_list_agencies where list = dossier_lists.id)`,
  );
  const move = database.prepare('update dossier_revision set number = number + 1');

  const moveOn = () => void move.run();

  return {
    /** Dossiers are no longer what they were. */
    moveOn,
    begin(): number {
      cutOff.run(source, list.origin);
      const { contentHash, origin, sample } = list;
      const added = insert.run(source, origin, contentHash, asOf, Number(sample));
      return ListId.parse(added.lastInsertRowid);
    },
    /** A complete list leaves nothing of those that were cut off before it. */
    finish(id: number, { agencies, complete }: Told): void {
      finish.run(id);
      for (const agency of agencies.union(complete)) link.run(words.idOf(agency), source, id, asOf);
      if (complete.size > 0) replaced.run(source, asOf);
      outdated.run(source, list.origin, id);
      moveOn();
    },
  };
}

const ListRow = z
  .object({ source: z.int(), origin: z.string(), as_of: z.int(), sample: z.literal([0, 1]) })
  .transform(({ as_of, ...row }) => ({
    ...row,
    asOf: Temporal.Instant.fromEpochMilliseconds(as_of),
    sample: row.sample === 1,
  }));

/** The questions of `DossierStore` about lists. */
export function listQueries({
  database,
  words,
}: DossierBase): Pick<DossierStore, 'isKnown' | 'isBegun' | 'lists' | 'revision'> {
  const newest = database
    .prepare(
      `select content_hash from dossier_lists
       where source = +? and origin = ? and status = 'applied' order by id desc limit 1`,
    )
    .pluck();
  const cutOff = database.prepare(
    `select 1 from dossier_lists
     where source = +? and origin = ? and content_hash = ? and status = 'applying'`,
  );
  const columns = 'l.source, l.origin, l.as_of, l.sample';
  const ofAgency = database.prepare(
    `select ${columns} from dossier_list_agencies a join dossier_lists l on l.id = a.list
     where a.agency = +? order by l.as_of desc, l.id desc`,
  );
  const all = database.prepare(
    `select ${columns} from dossier_lists l
     where exists (select 1 from dossier_list_agencies where list = l.id)
     order by l.as_of desc, l.id desc`,
  );
  const revision = database.prepare('select number from dossier_revision').pluck();

  const taken = (row: unknown): TakenList => {
    const { source, ...list } = ListRow.parse(row);
    return { source: words.wordOf(source), ...list };
  };
  return {
    isKnown: async ({ source, origin, contentHash: hash }) =>
      newest.get(words.knownId(source), origin) === hash,
    isBegun: async ({ source, origin, contentHash: hash }) =>
      cutOff.get(words.knownId(source), origin, hash) !== undefined,
    lists: async (agency) =>
      (agency === undefined ? all.all() : ofAgency.all(words.knownId(agency))).map(taken),
    revision: () => String(z.int().parse(revision.get())),
  };
}
