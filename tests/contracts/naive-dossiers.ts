import type { AgencyId } from '../../src/agencies/agency.ts';
import { queueOf } from '../../src/dossiers/clock.ts';
import { countedIn, countsFrom } from '../../src/dossiers/counting.ts';
import type { Dossier, KeptDossier } from '../../src/dossiers/dossier.ts';
import { isSampleCode } from '../../src/dossiers/sample-code.ts';
import type {
  DossierChanges,
  DossierList,
  DossierStore,
  DueCounts,
} from '../../src/dossiers/store.ts';
import type { CountName, Counts } from '../../src/figures/counts.ts';
import {
  byMoment,
  compare,
  countable,
  dueDossiers,
  fresh,
  NOTHING_DUE,
  type Row,
  shownAgain,
  startOf,
  textOf,
} from './naive-dossier-rows.ts';

type TakenInList = {
  readonly list: DossierList;
  readonly agencies: ReadonlySet<AgencyId>;
};

/** The contract in the fewest words: a list of all dossiers there ever were, searched from end to end. */
export function naiveDossiers(): DossierStore {
  let rows: Row[] = [];
  let lists: TakenInList[] = [];
  let purges: { readonly kept: KeptDossier; readonly before: Temporal.Instant }[] = [];
  let revision = 0;

  const openRows = () => rows.filter((row) => !row.purged && row.kept.closedAt === null);
  const inQueue = (agency: AgencyId, queue: string) =>
    openRows()
      .map(({ kept }) => kept)
      .filter((kept) => kept.agency === agency && queueOf(kept) === queue);

  const isOpenIn = (sources: ReadonlySet<string>, { code, agency }: Dossier) =>
    openRows().some(
      ({ kept }) =>
        kept.code === code &&
        kept.agency === agency &&
        queueOf(kept) !== null &&
        sources.has(kept.source),
    );

  const forgotten = (row: Dossier, source: string) =>
    queueOf(row) === null &&
    row.closedAt !== null &&
    purges.some(
      ({ kept, before }) =>
        kept.source === source &&
        kept.agency === row.agency &&
        compare(row.closedAt ?? before, before) < 0,
    );

  const upsert = (row: Dossier, list: DossierList): Partial<DossierChanges> => {
    const index = rows.findIndex(
      ({ kept, purged }) => !purged && kept.source === list.source && kept.code === row.code,
    );
    const old = rows[index];
    if (old === undefined) {
      if (forgotten(row, list.source)) return { unchanged: 1 };
      rows.push(fresh(row, list));
      return { added: 1 };
    }
    const next = shownAgain(old, row, list);
    const same = textOf(next) === textOf(old);
    if (same || compare(list.asOf, old.changedAt) < 0) return { unchanged: 1 };
    rows[index] = next;
    return { changed: 1, wentBack: next.kept.wentBack - old.kept.wentBack };
  };

  const scopeOf = ({ source, completeFor }: DossierList, inIt: ReadonlySet<AgencyId>) => {
    if (completeFor === 'agenciesInIt') return inIt;
    if (completeFor !== 'agenciesOfSource') return new Set(completeFor ?? []);
    const known = openRows().filter(({ kept }) => kept.source === source);
    return new Set([...inIt, ...known.map(({ kept }) => kept.agency)]);
  };

  const apply = (list: DossierList, staged: ReadonlyMap<string, Dossier>): DossierChanges => {
    const changes = {
      added: 0,
      changed: 0,
      unchanged: 0,
      disappeared: 0,
      wentBack: 0,
      elsewhere: 0,
      test: 0,
      sensitive: 0,
    };
    const inIt = new Set(Array.from(staged.values(), ({ agency }) => agency));
    const scope = scopeOf(list, inIt);
    const others = lists.filter(
      ({ list: { source, sample } }) => source !== list.source && !sample,
    );
    const real = new Set(others.map(({ list: { source } }) => source));
    for (const row of staged.values()) {
      changes.elsewhere += Number(queueOf(row) !== null && isOpenIn(real, row));
      const one = upsert(row, list);
      changes.added += one.added ?? 0;
      changes.changed += one.changed ?? 0;
      changes.unchanged += one.unchanged ?? 0;
      changes.wentBack += one.wentBack ?? 0;
      changes.test += Number(row.test);
      changes.sensitive += Number(row.sensitive);
    }
    rows = rows.map((row) => {
      const { kept } = row;
      const stays =
        row.purged ||
        kept.closedAt !== null ||
        kept.source !== list.source ||
        !scope.has(kept.agency);
      if (stays || staged.has(kept.code) || compare(row.changedAt, list.asOf) > 0) return row;
      changes.disappeared += 1;
      return { ...row, kept: { ...kept, closedAt: list.asOf }, changedAt: list.asOf };
    });
    const sample = list.sample || Array.from(staged.keys()).some(isSampleCode);
    const agencies = new Set([...inIt, ...scope]);
    lists.push({ list: { ...list, sample }, agencies });
    revision += 1;
    return changes;
  };

  const standings = (list: DossierList, staged: readonly Dossier[]) => {
    const { source } = list;
    const scope = [...scopeOf(list, new Set(staged.map(({ agency }) => agency)))];
    const shown = new Map(staged.map((row) => [row.code, row]));
    return scope.map((agency) => {
      const known = rows
        .filter((row) => !row.purged && row.kept.closedAt === null && queueOf(row.kept) !== null)
        .map(({ kept }) => kept)
        .filter((kept) => kept.source === source && kept.agency === agency);
      const open = staged.filter((row) => row.agency === agency && queueOf(row) !== null).length;
      const still = known.filter(({ code }) => {
        const row = shown.get(code);
        return row !== undefined && queueOf(row) !== null;
      }).length;
      const [newestAsOf = null] = lists
        .filter(({ list: { source: whose }, agencies }) => whose === source && agencies.has(agency))
        .map(({ list: { asOf } }) => asOf)
        .sort((a, b) => compare(b, a));
      return {
        agency,
        before: known.length,
        missing: known.filter(({ code }) => !shown.has(code)).length,
        added: Math.max(0, open - still),
        newestAsOf,
      };
    });
  };

  return {
    stage: async (list) => {
      const staged = new Map<string, Dossier>();
      return {
        add: async (some) =>
          some.flatMap((row) => {
            if (staged.has(row.code)) return [row.code];
            staged.set(row.code, row);
            return [];
          }),
        standings: async () => standings(list, [...staged.values()]),
        apply: async () => apply(list, staged),
        drop: async () => {},
      };
    },
    isKnown: async ({ source, origin, contentHash: hash }) =>
      lists.findLast(({ list }) => list.source === source && list.origin === origin)?.list
        .contentHash === hash,
    // A list is taken in whole here, or not at all.
    isBegun: async () => false,
    due: async (agency, until) =>
      inQueue(agency, 'running')
        .filter(({ currentDueAt }) => currentDueAt !== null && compare(currentDueAt, until) < 0)
        .sort(byMoment(({ currentDueAt }) => currentDueAt))
        .flatMap(dueDossiers),
    paused: async (agency) =>
      inQueue(agency, 'paused').sort(byMoment(({ currentDueAt }) => currentDueAt)),
    closed: async (agency, { from, to }) =>
      rows
        .filter(({ purged }) => !purged)
        .map(({ kept }) => kept)
        .filter(
          ({ agency: whose, closedAt, test }) =>
            whose === agency &&
            !test &&
            closedAt !== null &&
            compare(closedAt, from) >= 0 &&
            compare(closedAt, to) < 0,
        )
        .sort(byMoment(({ closedAt }) => closedAt)),
    countCleared: async (agencies, { from, to, dueBefore }) =>
      rows.filter(
        ({ purged, kept: { agency, test, closedAt, currentDueAt, firstSeenAt } }) =>
          !purged &&
          !test &&
          agencies.includes(agency) &&
          closedAt !== null &&
          currentDueAt !== null &&
          compare(closedAt, from) >= 0 &&
          compare(closedAt, to) < 0 &&
          compare(currentDueAt, dueBefore) < 0 &&
          compare(firstSeenAt, from) <= 0,
      ).length,
    dueCounts: async ({ now, today, one, three }) => {
      const counts = new Map<AgencyId, DueCounts>();
      for (const { kept } of openRows()) {
        const { agency, currentDueAt: due } = kept;
        const was = counts.get(agency) ?? NOTHING_DUE;
        const before = (moment: Temporal.Instant) => due !== null && compare(due, moment) < 0;
        const queue = queueOf(kept);
        const bounds = [
          ['overdue', now],
          ['today', today],
          ['one', one],
          ['three', three],
        ] as const;
        const name = bounds.find(([, moment]) => before(moment))?.[0] ?? 'later';
        if (queue === 'running') counts.set(agency, { ...was, [name]: was[name] + 1 });
        else if (queue === 'paused') {
          const pausedOverdue = was.pausedOverdue + Number(before(now));
          counts.set(agency, { ...was, paused: was.paused + 1, pausedOverdue });
        } else counts.set(agency, { ...was, test: was.test + Number(queue === 'test') });
      }
      return counts;
    },
    countDue: async ({ from, before }) => {
      const counts = new Map<AgencyId, number>();
      for (const { kept } of openRows()) {
        const { agency, currentDueAt: due } = kept;
        if (queueOf(kept) !== 'running' || due === null || compare(due, before) >= 0) continue;
        if (from !== undefined && compare(due, from) < 0) continue;
        counts.set(agency, (counts.get(agency) ?? 0) + 1);
      }
      return counts;
    },
    countsIn: async ({ from, to, asOf }) => {
      const columns = new Map<AgencyId, Map<CountName, number>>();
      for (const { kept } of rows) {
        const counted = countedIn(countable(kept), {
          from: startOf(from),
          until: startOf(to.add({ days: 1 })),
          asOf: asOf.epochMilliseconds,
        });
        if (counted === null) continue;
        const ofAgency = columns.get(kept.agency) ?? new Map<CountName, number>();
        columns.set(kept.agency, ofAgency);
        for (const name of [counted.reception, counted.end]) {
          ofAgency.set(name, (ofAgency.get(name) ?? 0) + 1);
        }
      }
      return new Map(
        Array.from(columns, ([agency, counted]): [AgencyId, Counts] => [
          agency,
          countsFrom(counted),
        ]),
      );
    },
    purge: async (before) => {
      let purged = 0;
      rows = rows.map((row) => {
        const { closedAt } = row.kept;
        if (row.purged || closedAt === null || compare(closedAt, before) >= 0) return row;
        if (compare(row.changedAt, before) >= 0) return row;
        purged += 1;
        purges.push({ kept: row.kept, before });
        return { ...row, purged: true };
      });
      revision += 1;
      return purged;
    },
    sources: async () => {
      const known = [
        ...rows.map(({ kept: { source } }) => source),
        ...lists.map(({ list: { source } }) => source),
      ];
      return Array.from(new Set(known)).toSorted();
    },
    removeSource: async (source) => {
      const before = rows.filter(({ purged }) => !purged).length;
      rows = rows.filter(({ kept }) => kept.source !== source);
      lists = lists.filter(({ list }) => list.source !== source);
      purges = purges.filter(({ kept }) => kept.source !== source);
      revision += 1;
      return before - rows.filter(({ purged }) => !purged).length;
    },
    lists: async (agency) => {
      const newest = new Map<string, DossierList>();
      for (const { list, agencies } of lists) {
        for (const one of agencies) {
          const key = `${one} ${list.source}`;
          const was = newest.get(key);
          const counts = agency === undefined || one === agency;
          if (counts && (was === undefined || compare(was.asOf, list.asOf) <= 0))
            newest.set(key, list);
        }
      }
      const order = lists.map(({ list }) => list);
      return Array.from(new Set(newest.values()))
        .sort((a, b) => compare(b.asOf, a.asOf) || order.lastIndexOf(b) - order.lastIndexOf(a))
        .map(({ source, origin, asOf, sample }) => ({ source, origin, asOf, sample }));
    },
    revision: () => String(revision),
  };
}
