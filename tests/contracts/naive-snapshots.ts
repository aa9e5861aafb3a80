import { parsePeriodKey } from '../../src/calendar/periods.ts';
import { contentHash } from '../../src/snapshots/content-hash.ts';
import type { Finding } from '../../src/snapshots/finding.ts';
import { SnapshotId } from '../../src/snapshots/snapshot.ts';
import type { Snapshot, SnapshotHead } from '../../src/snapshots/snapshot.ts';
import type { Quarantined, Recorded, SnapshotStore } from '../../src/snapshots/store.ts';
import { uniqueBy } from '../../src/unique-by.ts';

type Version = { readonly head: SnapshotHead; readonly snapshot: Snapshot };

/** The contract in the fewest words: a list of all versions, searched from end to end for every question. */
export function naiveSnapshots(): SnapshotStore {
  const versions: Version[] = [];
  const refused: Quarantined[] = [];

  const record = (snapshot: Snapshot): Recorded => {
    const series = versions.filter((version) => seriesOf(version.snapshot) === seriesOf(snapshot));
    const previous = series.findLast(({ head }) => head.asOf.equals(snapshot.asOf))?.head;
    const hash = contentHash(snapshot);
    if (previous?.contentHash === hash) return { kind: 'unchanged', id: previous.id };
    const { figures: _figures, statements: _statements, findings: _findings, ...head } = snapshot;
    const id = SnapshotId.parse(versions.length + 1);
    versions.push({ head: { ...head, id, contentHash: hash }, snapshot });
    return previous === undefined
      ? { kind: 'stored', id }
      : { kind: 'restated', id, previous: previous.id };
  };

  const current = () => newestOfSeries(versions);

  const replaced = (by: SnapshotId) => {
    const newer = versions.find(({ head }) => head.id === by);
    return versions
      .filter(
        ({ head, snapshot }) =>
          newer !== undefined &&
          seriesOf(snapshot) === seriesOf(newer.snapshot) &&
          head.asOf.equals(newer.head.asOf) &&
          head.id < by,
      )
      .toReversed();
  };

  const figures = (of: readonly Version[]) =>
    of.flatMap(({ head, snapshot }) =>
      snapshot.figures.map((figure) => ({ figure, snapshot: head })),
    );
  const findings = (of: readonly Version[]) =>
    of.flatMap(({ head, snapshot }) =>
      snapshot.findings.map((finding) => ({ finding, snapshot: head })),
    );
  const holds = (finding: Finding) =>
    !('against' in finding) || current().some(({ head }) => head.id === finding.against);
  const statements = (of: readonly Version[] = current()) =>
    of.flatMap(({ head, snapshot }) =>
      snapshot.statements.map((statement) => ({ statement, snapshot: head })),
    );

  return {
    record: async (snapshot) => record(snapshot),
    quarantine: async (payload) => void refused.unshift(payload),
    quarantined: async () => refused,
    quarantinedIn: async () => ({ newest: refused, count: refused.length }),
    forgetQuarantined: async () => 0,
    readings: async (agency, period) =>
      figures(current()).filter(
        ({ figure, snapshot }) =>
          figure.agency === agency &&
          figure.field === null &&
          (period === undefined || snapshot.period === period),
      ),
    fieldReadings: async (agency, period) =>
      figures(current()).filter(
        ({ figure, snapshot }) =>
          figure.agency === agency && figure.field !== null && snapshot.period === period,
      ),
    overdueFields: async () => {
      const rows = figures(current()).map(({ figure }) => figure);
      const stated = statements().flatMap(({ statement }) =>
        statement.metric === 'overdue' ? [statement] : [],
      );
      const found = [...rows, ...stated].flatMap(({ agency, field }) =>
        field === null ? [] : [{ agency, field }],
      );
      return uniqueBy(found, ({ agency, field }) => `${agency} ${field}`);
    },
    readingsOf: async (agencies, { period, scope }) =>
      figures(current()).filter(
        ({ figure, snapshot }) =>
          agencies.includes(figure.agency) &&
          figure.field === null &&
          snapshot.period === period &&
          snapshot.scope === scope,
      ),
    statements: async (agency, metric, period) =>
      statements().filter(
        ({ statement, snapshot }) =>
          statement.agency === agency &&
          statement.metric === metric &&
          statement.field === null &&
          (period === undefined || snapshot.period === period),
      ),
    statementsOn: async (metric, period) =>
      statements().filter(
        ({ statement, snapshot }) =>
          statement.metric === metric && statement.field === null && snapshot.period === period,
      ),
    revision: () => versions.length,
    fieldStatements: async (agency, period) =>
      statements().filter(
        ({ statement, snapshot }) =>
          statement.agency === agency && statement.field !== null && snapshot.period === period,
      ),
    history: async (agency, period) =>
      figures(versions.toSorted(olderFirst)).filter(
        ({ figure, snapshot }) =>
          figure.agency === agency && figure.field === null && snapshot.period === period,
      ),
    findings: async (agency) =>
      findings(current()).filter(
        ({ finding }) => (agency === undefined || finding.agency === agency) && holds(finding),
      ),
    doubts: async (of) => [
      ...findings(versions.filter(({ head }) => head.id === of)).filter(
        ({ finding }) => finding.code !== 'receivedUnaccounted' && holds(finding),
      ),
      ...findings(current())
        .filter(({ finding }) => 'against' in finding && finding.against === of && holds(finding))
        .sort((a, b) => a.snapshot.id - b.snapshot.id),
    ],
    readingsAsOf: async (agency, { period, day }) =>
      figures(
        newestOfSeries(
          versions.filter(({ head }) => Temporal.PlainDate.compare(head.asOf, day) <= 0),
        ),
      ).filter(
        ({ figure, snapshot }) =>
          figure.agency === agency && figure.field === null && snapshot.period === period,
      ),
    replacedReadings: async (by, agency) =>
      figures(replaced(by)).filter(
        ({ figure }) => figure.agency === agency && figure.field === null,
      ),
    replacedStatements: async (by, { agency, metric }) =>
      statements(replaced(by)).filter(
        ({ statement }) =>
          statement.agency === agency && statement.metric === metric && statement.field === null,
      ),
    replacedHeads: async (by) => replaced(by).map(({ head }) => head),
    heads: async () => current().map(({ head }) => head),
    isEmpty: async () => versions.length === 0,
  };
}

function newestOfSeries(versions: readonly Version[]): readonly Version[] {
  const newest = new Map<string, Version>();
  for (const version of versions.toSorted(olderFirst))
    newest.set(seriesOf(version.snapshot), version);
  return Array.from(newest.values()).sort(newerPeriodFirst);
}

function seriesOf({ source, document, scope, period }: Snapshot): string {
  return JSON.stringify([document.number ?? ['read by', source], document.place, scope, period]);
}

function olderFirst({ head: a }: Version, { head: b }: Version): number {
  return Temporal.PlainDate.compare(a.asOf, b.asOf) || a.id - b.id;
}

function newerPeriodFirst(a: Version, b: Version): number {
  const [endOfA, endOfB] = [a, b].map(({ head }) => parsePeriodKey(head.period).to.toString());
  return (endOfB ?? '').localeCompare(endOfA ?? '') || olderFirst(b, a);
}
