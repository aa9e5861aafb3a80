import { AgencyId } from '../../src/agencies/agency.ts';
import type { Agency, Directory } from '../../src/agencies/agency.ts';
import { PeriodKey } from '../../src/calendar/period.ts';
import { NO_COUNTS } from '../../src/figures/counts.ts';
import type { Payload, Reading, Source } from '../../src/polling/source.ts';
import type { Figure } from '../../src/snapshots/snapshot.ts';

const NAMES = ['toan-tinh', 'so-y-te', 'so-tu-phap'];

const agencies = NAMES.map((id, index): Agency => ({
  id: AgencyId.parse(id),
  name: id,
  shortName: id,
  printedNames: [],
  aliases: [],
  level: index === 0 ? 'province' : 'department',
  memberLevel: null,
  parent: index === 0 ? null : AgencyId.parse('toan-tinh'),
  officialPath: null,
  validFrom: null,
  validTo: null,
}));

const [province] = agencies;
if (province === undefined) throw new Error('no province');

/** A province of two departments. */
export const directory: Directory = {
  province,
  agencies,
  get(id) {
    const found = agencies.find((agency) => agency.id === id);
    if (found === undefined) throw new Error(`no agency ${id}`);
    return found;
  },
  has: (id) => NAMES.includes(id),
  children: (id) => agencies.filter(({ parent }) => parent === id),
  byOfficialPath: () => null,
  successions: [],
  successorsOf: () => [],
  predecessorsOf: () => [],
};

export function figure(agency: string, counts: Partial<Figure['counts']> = {}): Figure {
  return {
    agency: AgencyId.parse(agency),
    field: null,
    counts: {
      ...NO_COUNTS,
      resolved: 100,
      resolvedOverdue: 1,
      pending: 10,
      pendingOverdue: 0,
      ...counts,
    },
    printedOverdue: null,
  };
}

export function reading(figures: readonly Figure[], place = 'Phụ lục 2'): Reading {
  return {
    document: { number: '1/BC', title: 'Báo cáo', issuedOn: null, place },
    period: PeriodKey.parse('2023'),
    scope: 'one-stop',
    formula: 'OVERDUE_TOTAL_OVER_HANDLED',
    asOf: Temporal.PlainDate.from('2023-12-14'),
    figures,
    statements: [],
  };
}

export const read = (origin: string, ...readings: readonly Reading[]): Payload => ({
  kind: 'read',
  origin,
  contentHash: `hash of ${origin}`,
  readings,
});

export const refused = (origin: string, code: string): Payload => ({
  kind: 'refused',
  origin,
  contentHash: `hash of ${origin}`,
  problems: [{ code, place: `${origin}:3:E`, detail: '-5' }],
});

/** A source that hands over what it was given, and then fails if told to. */
export function sourceOf(payloads: readonly Payload[], fault?: Error): Source {
  return {
    name: 'file',
    async *fetch() {
      for (const payload of payloads) yield await Promise.resolve(payload);
      if (fault !== undefined) throw fault;
    },
  };
}
