import { AgencyId } from '../../src/agencies/agency.ts';
import { PeriodKey } from '../../src/calendar/period.ts';
import { NO_COUNTS } from '../../src/figures/counts.ts';
import type { Counts } from '../../src/figures/counts.ts';
import type { Figure, Snapshot, Statement } from '../../src/snapshots/snapshot.ts';

export const NHA_TRANG = AgencyId.parse('tp-nha-trang');
export const CAM_RANH = AgencyId.parse('tp-cam-ranh');
export const CAM_LAM = AgencyId.parse('h-cam-lam');

export const YEAR_2023 = PeriodKey.parse('2023');
export const HALF_2023 = PeriodKey.parse('2023-H1');

export const day = (text: string) => Temporal.PlainDate.from(text);

/** What a test wants to differ from `snapshotOf`'s ordinary snapshot. */
export type Differences = Partial<Omit<Snapshot, 'document'>> & {
  readonly document?: Partial<Snapshot['document']>;
};

/** A snapshot of Phụ lục 2 of 2023 without rows, with `differences`. */
export function snapshotOf({ document, ...differences }: Differences = {}): Snapshot {
  return {
    source: 'samples',
    document: {
      number: '55/BC-UBND',
      title: 'Báo cáo tổng kết công tác CCHC năm 2023',
      issuedOn: day('2024-02-20'),
      place: 'Phụ lục 2',
      ...document,
    },
    period: YEAR_2023,
    scope: 'one-stop',
    formula: 'OVERDUE_TOTAL_OVER_HANDLED',
    asOf: day('2023-12-14'),
    fetchedAt: Temporal.Instant.from('2024-02-21T01:02:03.000000004Z'),
    figures: [],
    statements: [],
    findings: [],
    ...differences,
  };
}

/** A figure for all fields together; what `counts` does not name is unknown. */
export function figureOf(agency: AgencyId, counts: Partial<Counts> = {}): Figure {
  return { agency, field: null, counts: { ...NO_COUNTS, ...counts }, printedOverdue: null };
}

/** A statement of the online rate of Nha Trang, with `differences`. */
export function statementOf(differences: Partial<Statement> = {}): Statement {
  return {
    agency: NHA_TRANG,
    field: null,
    metric: 'online',
    rate: 6867,
    numerator: null,
    denominator: null,
    amountVnd: null,
    formula: null,
    changes: [],
    place: null,
    ...differences,
  };
}

/**
 * `value` as plain data that can be compared: a test framework sees no difference between two Temporal objects,
 * since they have no properties of their own.
 */
export function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value ?? null));
}
