import type { Counts } from '../../src/figures/counts.ts';
import type { Payload, Reading } from '../../src/polling/source.ts';
import { takeIn } from '../../src/polling/take-in.ts';
import type { OpenKnowledge } from '../../src/shell/open-knowledge.ts';
import { day } from '../contracts/sample-snapshots.ts';
import { openInMemory } from '../conversations/open-in-memory.ts';
import { HandWoundTime } from '../doubles/hand-wound-time.ts';
import { figure, keyOf } from '../queries/known.ts';

/** What a one-stop system says: counts by agency, of a period up to a day. */
export type Said = {
  readonly counts: Readonly<Record<string, Partial<Counts>>>;
  readonly asOf: string;
  readonly period?: string;
  /** A numbered document instead of a system. */
  readonly number?: string;
};

/** A reading as a source of a one-stop system makes it. */
export function oneStopReading({ counts, asOf, period = '2026-Q4', number }: Said): Reading {
  const title = number === undefined ? 'Hệ thống Một cửa' : `Báo cáo ${number}`;
  return {
    document: { number: number ?? null, title, issuedOn: null, place: '' },
    period: keyOf(period),
    scope: 'one-stop',
    formula: 'OVERDUE_TOTAL_OVER_HANDLED',
    asOf: day(asOf),
    figures: Object.entries(counts).map(([agency, some]) => figure(agency, some)),
    statements: [],
  };
}

/** One answer of the system. */
export function answerOf(...readings: readonly Reading[]): Payload {
  return { kind: 'read', origin: 'mot-cua', contentHash: 'hash', readings };
}

/** The application's store, taking in what systems say as it comes. */
export async function openBelieving(now = '2026-11-20T08:00+07:00') {
  const time = new HandWoundTime(Temporal.Instant.from(now));
  const open: OpenKnowledge = await openInMemory(time, 'none');
  const { store } = open.intake;
  return {
    open,
    store,
    time,
    take: async (said: Said, source = 'mot-cua') =>
      takeIn({ source, payload: answerOf(oneStopReading(said)), dry: false }, open.intake),
    believe: async (said: Said) =>
      takeIn(
        { source: 'mot-cua', payload: answerOf(oneStopReading(said)), dry: false, believe: true },
        open.intake,
      ),
    /** "code numbers" of every finding in force, sorted. */
    async findings() {
      const found = await store.findings();
      return found.map(({ finding }) => finding.code).toSorted();
    },
    [Symbol.dispose]: () => open[Symbol.dispose](),
  };
}
