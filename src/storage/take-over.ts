import * as z from 'zod';

import type { DossierBase, Staged } from './dossier-stage.ts';

/** A stretch of staged rows, by code. */
type Range = { readonly after: string; readonly upto: string };

/** Takes dossiers over from other sources. */
export type TakeOver = {
  /** Those of a stretch belong to the source of the list from now on. */
  take(range: Range): void;
  /** No other source is said to tell of an agency any more whose open dossiers were all taken over. */
  finish(agency: number): void;
};

const IN_RANGE = `select s.code from {schema}.rows s where s.code > :after and s.code <= :upto`;

/**
 * A dossier has one code in the whole country, so that two sources that show it (a list brought by hand and the watched
 * folder) show one dossier: it belongs to the one that told of it last, and is counted once. Made-up lists take nothing,
 * and nothing is taken from them. The caller has each call in a transaction.
 */
export function takeOver({ database, words }: DossierBase, { schema, list }: Staged): TakeOver {
  const source = words.idOf(list.source);
  const others = list.sample ? [] : otherSources(database, source);
  const inRange = IN_RANGE.replace('{schema}', schema);
  // Known to both since before this rule: the one of the other goes.
  const drop = database.prepare(
    `delete from dossiers where source = :other and code in (${inRange})
       and exists (select 1 from dossiers own where own.source = :source and own.code = dossiers.code)`,
  );
  const move = database.prepare(
    `update dossiers set source = :source where source = :other and code in (${inRange})`,
  );
  const unlink = database.prepare(
    `delete from dossier_list_agencies where agency = :agency and source = :other
       and not exists (select 1 from dossiers
         where queue is not null and agency = :agency and source = :other)`,
  );
  const robbed = new Set<number>();
  return {
    take(range) {
      for (const other of others) {
        const taken =
          drop.run({ ...range, source, other }).changes +
          move.run({ ...range, source, other }).changes;
        if (taken > 0) robbed.add(other);
      }
    },
    finish(agency) {
      for (const other of robbed) unlink.run({ agency, other });
    },
  };
}

function otherSources(database: DossierBase['database'], source: number): readonly number[] {
  const found = database
    .prepare('select distinct source from dossier_lists where sample = 0 and source <> +?')
    .pluck()
    .all(source);
  return z.array(z.int()).parse(found);
}
