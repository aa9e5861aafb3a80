import { AgencyId } from '../../src/agencies/agency.ts';
import { PeriodKey } from '../../src/calendar/period.ts';
import { NO_COUNTS } from '../../src/figures/counts.ts';
import type { HealthState, SourceHealth } from '../../src/polling/health.ts';
import type { Snapshot } from '../../src/snapshots/snapshot.ts';
import { moment, type startDay } from './start-day.ts';

/** Late and handled dossiers of an agency. */
export type Late = { readonly id: string; readonly late: number; readonly handled: number };

const SYSTEM = {
  number: null,
  title: 'Hệ thống Một cửa điện tử',
  issuedOn: null,
  place: '',
} as const;

/** What a one-stop system says of the running year at a moment. */
function yearAt(at: string, rows: readonly Late[], other: Partial<Snapshot> = {}): Snapshot {
  const fetchedAt = moment(at);
  return {
    source: 'mot-cua-tinh',
    document: SYSTEM,
    period: PeriodKey.parse('2026'),
    scope: 'one-stop',
    formula: 'OVERDUE_TOTAL_OVER_HANDLED',
    asOf: Temporal.PlainDate.from(at.slice(0, 10)),
    fetchedAt,
    figures: rows.map(({ id, late, handled }) => ({
      agency: AgencyId.parse(id),
      field: null,
      counts: {
        ...NO_COUNTS,
        received: handled,
        resolved: handled - 100,
        resolvedOnTime: handled - 100 - late,
        resolvedOverdue: late,
        pending: 100,
        pendingWithin: 100,
        pendingOverdue: 0,
      },
      printedOverdue: null,
    })),
    statements: [],
    findings: [],
    ...other,
  };
}

type Day = Awaited<ReturnType<typeof startDay>>;

/** Lets a group of leaders in that is warned. */
export async function letLeadersIn(day: Day, chat: string, wish = '') {
  await day.say(chat, '/gan-nhom lãnh đạo');
  return day.say(chat, `/dang-ky cảnh báo ${wish}`);
}

/** How a source does. */
export function healthOf(source: string, state: HealthState): SourceHealth {
  const at = moment('2026-11-23T06:00');
  return {
    source,
    state,
    since: at,
    lastTriedAt: at,
    lastGoodAt: at,
    lastChangedAt: at,
    freshUntil: null,
    problem: null,
    toldAs: state,
  };
}

/** When what came, by its first line. */
export function firstLines({ got }: Pick<Day, 'got'>): readonly string[] {
  return got.map(({ at, text }) => `${at} ${text.split('\n')[0] ?? ''}`);
}

/** Takes in figures at a moment. */
export async function figures(
  day: Day,
  at: string,
  rows: readonly Late[],
  other: Partial<Snapshot> = {},
) {
  await day.skipTo(at);
  await day.open.intake.store.record(yearAt(at, rows, other));
}
