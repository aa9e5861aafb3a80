import * as z from 'zod';

import type { AgencyId } from '../agencies/agency.ts';
import type { DossierChanges } from '../dossiers/store.ts';
import { missingCloser } from './close-missing.ts';
import { agenciesInScope } from './complete-scope.ts';
import { listRecorder } from './dossier-lists.ts';
import type { DossierBase, Staged } from './dossier-stage.ts';
import { takeTurns } from './turns.ts';
import { rowUpserter } from './upsert-staged.ts';

/** Up to so many dossiers a list comes in at once: the others wait for less than 50 ms. */
const AT_ONCE = 2_000;

const Count = z.int().nonnegative();

/**
 * Takes staged rows over into the dossiers: a small list in one transaction, a great one in a short transaction for
 * every turn, so that neither the bot nor another process waits for it. Whoever is cut off begins anew with the
 * same list: what is taken over already is then unchanged.
 */
export async function applyStaged(base: DossierBase, staged: Staged): Promise<DossierChanges> {
  const { database, words, stopwatch } = base;
  // Numbered before any transaction: one that is undone would undo the word, which would be remembered all the same.
  const scope = agenciesInScope(base, staged.list, staged.agencies);
  for (const word of [staged.list.source, ...scope]) words.idOf(word);
  const steps = stepsOf(base, staged, scope);
  const turns = takeTurns(stopwatch);
  const isGreat = staged.rows + openIn(scope, base) > AT_ONCE;
  const isTime = () => isGreat && turns.isOver();
  const takeSome = database.transaction(() => {
    let last = steps.next();
    while (!last.done && !isTime()) last = steps.next();
    return last;
  });
  for (;;) {
    const last = takeSome.immediate();
    if (last.done) return last.value;
    await turns.next();
  }
}

/** Every yield is a good place to let others in. */
function* stepsOf(
  base: DossierBase,
  staged: Staged,
  scope: ReadonlySet<AgencyId>,
): Generator<void, DossierChanges> {
  const lists = listRecorder(base, staged.list);
  const upsert = rowUpserter(base, staged);
  const closeMissing = missingCloser(base, staged);
  const changes = { added: 0, changed: 0, wentBack: 0, elsewhere: 0, disappeared: 0 };

  const list = lists.begin();
  for (const some of upsert()) {
    changes.added += some.added;
    changes.changed += some.changed;
    changes.wentBack += some.wentBack;
    changes.elsewhere += some.elsewhere;
    lists.moveOn();
    yield;
  }
  for (const agency of scope) {
    for (const closed of closeMissing(agency)) {
      changes.disappeared += closed;
      lists.moveOn();
      yield;
    }
  }
  lists.finish(list, { agencies: staged.agencies, complete: scope });
  const { rows, test, sensitive } = staged;
  return { ...changes, unchanged: rows - changes.added - changes.changed, test, sensitive };
}

function openIn(scope: ReadonlySet<AgencyId>, { database, words }: DossierBase): number {
  const count = database
    .prepare('select count(*) from dossiers where queue is not null and agency = +?')
    .pluck();
  let open = 0;
  for (const agency of scope) {
    open += Count.parse(count.get(words.knownId(agency)));
  }
  return open;
}
