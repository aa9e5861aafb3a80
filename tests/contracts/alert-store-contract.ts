import { describe, expect, test } from 'vitest';

import { AgencyId } from '../../src/agencies/agency.ts';
import type { AlertState } from '../../src/alerts/state.ts';
import type { AlertStore, Settlement } from '../../src/alerts/store.ts';
import { PeriodKey } from '../../src/calendar/period.ts';
import type { Outgoing } from '../../src/outbox/message.ts';
import { after, messageOf, SEVEN } from '../outbox/messages.ts';

export const ALERTED = { channel: 'telegram', chat: '-1' } as const;

/** Cam Lâm was told to have reached 1 %. */
export const RAISED: AlertState = {
  rule: 'overdueRate',
  agency: AgencyId.parse('h-cam-lam'),
  period: PeriodKey.parse('2026'),
  bound: 100,
  amount: { value: 10, of: 1_000 },
  since: SEVEN,
  toldAt: after(1),
  acknowledgedAt: null,
};
const LONG: AlertState = { ...RAISED, rule: 'longOverdue', period: null, acknowledgedAt: after(2) };

/** A settlement by a version, that says one message. */
export function settlementOf(
  version: number,
  other: Partial<Settlement<Outgoing>> = {},
): Settlement<Outgoing> {
  const messages = [messageOf(`alert/${String(version + 1)}`)];
  return { ...ALERTED, version, states: [RAISED], messages, ...other };
}

/** A store of alerts, and what its messages are queued in. */
export type OpenAlerts = AlertStore<Outgoing> & Disposable & { queued(): readonly string[] };

/** What every store of alerts owes, whatever keeps it. */
export function describeAlertStore(name: string, open: () => OpenAlerts): void {
  describe(`${name}: alerts`, () => {
    test('a chat that was told nothing has none', async () => {
      using store = open();
      expect(await store.alertsOf(ALERTED)).toEqual({ version: 0, snoozedUntil: null, states: [] });
    });

    test('what a chat was told is kept whole, beside that of other chats', async () => {
      using store = open();
      const states = [LONG, RAISED];
      expect(await store.settle(settlementOf(0, { states }), SEVEN)).toBe(true);
      const other = settlementOf(0, { chat: '-2', messages: [] });
      expect(await store.settle(other, SEVEN)).toBe(true);
      expect(await store.alertsOf(ALERTED)).toEqual({ version: 1, snoozedUntil: null, states });
      expect((await store.alertsOf({ ...ALERTED, chat: '-2' })).states).toEqual([RAISED]);
      expect(store.queued()).toEqual(['alert/1']);
    });

    test('what is over is forgotten, and the chat’s version goes on', async () => {
      using store = open();
      await store.settle(settlementOf(0), SEVEN);
      await store.settle(settlementOf(1, { states: [] }), SEVEN);
      expect(await store.alertsOf(ALERTED)).toEqual({ version: 2, snoozedUntil: null, states: [] });
    });

    test('who decided by an older version has decided in vain: nothing of it is written', async () => {
      using store = open();
      await store.settle(settlementOf(0), SEVEN);
      const late = settlementOf(0, { states: [], messages: [messageOf('alert/too-late')] });
      expect(await store.settle(late, SEVEN)).toBe(false);
      const ahead = settlementOf(7, { messages: [messageOf('alert/ahead')] });
      expect(await store.settle(ahead, SEVEN)).toBe(false);
      expect(await store.alertsOf(ALERTED)).toMatchObject({ version: 1, states: [RAISED] });
      expect(store.queued()).toEqual(['alert/1']);
    });

    test('states and messages are written both or neither', async () => {
      using store = open();
      const wrong = settlementOf(0, { messages: [messageOf('alert/1'), messageOf('')] });
      await expect(store.settle(wrong, SEVEN)).rejects.toThrow('CHECK');
      expect(await store.alertsOf(ALERTED)).toEqual({ version: 0, snoozedUntil: null, states: [] });
      expect(store.queued()).toEqual([]);
    });

    test('acknowledging tells how many had not been, and undoes what is decided meanwhile', async () => {
      using store = open();
      expect(await store.acknowledge(ALERTED, SEVEN)).toBe(0);
      await store.settle(settlementOf(0, { states: [LONG, RAISED] }), SEVEN);
      expect(await store.acknowledge(ALERTED, after(5))).toBe(1);
      expect(await store.acknowledge(ALERTED, after(6))).toBe(0);
      const { states } = await store.alertsOf(ALERTED);
      expect(states).toEqual([LONG, { ...RAISED, acknowledgedAt: after(5) }]);
      expect(await store.settle(settlementOf(1), SEVEN)).toBe(false);
    });

    test('a chat may be left in peace for a while, before it was told anything and after', async () => {
      using store = open();
      await store.snooze(ALERTED, after(9));
      expect(await store.alertsOf(ALERTED)).toMatchObject({ version: 1, snoozedUntil: after(9) });
      expect(await store.settle(settlementOf(0), SEVEN)).toBe(false);
      await store.settle(settlementOf(1), SEVEN);
      expect(await store.alertsOf(ALERTED)).toMatchObject({ version: 2, snoozedUntil: after(9) });
      await store.snooze(ALERTED, null);
      expect(await store.alertsOf(ALERTED)).toMatchObject({ snoozedUntil: null, states: [RAISED] });
    });
  });
}
