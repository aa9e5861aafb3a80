import { describe, expect, test } from 'vitest';

import { AgencyId } from '../../src/agencies/agency.ts';
import {
  CODE_MINUTES,
  codeHashOf,
  MOST_WRONG_TRIES,
  MOST_WRONG_TRIES_OF_ALL,
} from '../../src/audience/binding-code.ts';
import type {
  AlertSubscription,
  AudienceStore,
  Binding,
  MorningSubscription,
} from '../../src/audience/store.ts';

const NOON = Temporal.Instant.from('2026-11-21T05:00:00Z');
const LOC_THO = AgencyId.parse('p-loc-tho');

const GROUP: Binding = {
  channel: 'telegram',
  chat: '-100',
  title: 'Lãnh đạo phường Lộc Thọ',
  role: 'agency',
  agency: LOC_THO,
  boundAt: NOON,
  boundBy: 'telegram:1',
};

const MORNING: MorningSubscription = {
  channel: 'telegram',
  address: { chat: '-100', topic: null },
  kind: 'morningList',
  agency: LOC_THO,
  at: Temporal.PlainTime.from('07:00'),
  weekday: null,
  whenNothing: 'say',
  since: NOON,
  pausedBecause: null,
};

const { role: _, agency: __, ...WHERE } = GROUP;
const CODE = codeHashOf('482913');
const ISSUED = {
  codeHash: CODE,
  role: 'agency',
  agency: LOC_THO,
  issuedBy: 'telegram:9',
  expiresAt: NOON.add({ minutes: CODE_MINUTES }),
} as const;

/** Ever another person, in private. */
const nth = (at: number) => ({
  ...WHERE,
  chat: `private-${String(at)}`,
  boundBy: `telegram:p${String(at)}`,
});

/** What every audience store owes, whatever keeps it. */
export function describeAudienceStore(name: string, open: () => AudienceStore & Disposable): void {
  describe(`${name}: chats let in`, () => {
    test('nobody is let in of themselves', async () => {
      using store = open();
      expect(await store.bindingOf('telegram', '-100')).toBeNull();
      expect(await store.bindings()).toEqual([]);
    });

    test('a chat bound again is what it was bound as last', async () => {
      using store = open();
      await store.bind(GROUP);
      const leaders: Binding = { ...GROUP, role: 'leader', agency: null, title: null };
      await store.bind(leaders);
      expect(await store.bindings()).toEqual([leaders]);
    });

    test('the same id in another channel is another chat', async () => {
      using store = open();
      await store.bind(GROUP);
      expect(await store.bindingOf('zalo', '-100')).toBeNull();
    });

    test('a chat may be put out again', async () => {
      using store = open();
      await store.bind(GROUP);
      expect(await store.unbind('telegram', '-100')).toBe(true);
      expect(await store.unbind('telegram', '-100')).toBe(false);
      expect(await store.bindingOf('telegram', '-100')).toBeNull();
    });
  });

  describe(`${name}: codes`, () => {
    test('a code binds the chat that says it, once', async () => {
      using store = open();
      await store.issue(ISSUED);
      expect(await store.redeem(CODE, WHERE)).toEqual({ kind: 'bound', binding: GROUP });
      expect(await store.bindingOf('telegram', '-100')).toEqual(GROUP);
      expect(await store.redeem(CODE, { ...WHERE, chat: '-200' })).toEqual({ kind: 'wrongCode' });
      expect(await store.bindingOf('telegram', '-200')).toBeNull();
    });

    test('a code is good until it expires, and not at that moment', async () => {
      using store = open();
      await store.issue(ISSUED);
      const late = { ...WHERE, boundAt: ISSUED.expiresAt };
      expect(await store.redeem(CODE, late)).toEqual({ kind: 'wrongCode' });
      await store.issue(ISSUED);
      const inTime = { ...WHERE, boundAt: ISSUED.expiresAt.subtract({ nanoseconds: 1 }) };
      expect((await store.redeem(CODE, inTime)).kind).toBe('bound');
    });

    test('after too many wrong codes even the right one is refused, for a while, in that chat only', async () => {
      using store = open();
      await store.issue({ ...ISSUED, expiresAt: NOON.add({ hours: 1 }) });
      for (let tries = 0; tries < MOST_WRONG_TRIES; tries += 1) {
        expect(await store.redeem(codeHashOf(String(tries)), WHERE)).toEqual({ kind: 'wrongCode' });
      }
      expect(await store.redeem(CODE, WHERE)).toEqual({ kind: 'tooManyTries' });
      const later = { ...WHERE, boundAt: NOON.add({ minutes: CODE_MINUTES }) };
      expect((await store.redeem(CODE, later)).kind).toBe('bound');
    });

    test('wrong codes of one person count in every chat they sit in', async () => {
      using store = open();
      await store.issue(ISSUED);
      for (let tries = 0; tries < MOST_WRONG_TRIES; tries += 1) {
        await store.redeem(codeHashOf(String(tries)), { ...WHERE, chat: `-${String(tries)}` });
      }
      const elsewhere = { ...WHERE, chat: '-200' };
      expect(await store.redeem(CODE, elsewhere)).toEqual({ kind: 'tooManyTries' });
      const somebody = { ...elsewhere, boundBy: 'telegram:2' };
      expect((await store.redeem(CODE, somebody)).kind).toBe('bound');
    });

    test('wrong codes of ever other people and chats come to an end, in that channel', async () => {
      using store = open();
      await store.issue(ISSUED);
      for (let tries = 0; tries < MOST_WRONG_TRIES_OF_ALL; tries += 1) {
        await store.redeem(codeHashOf(String(tries)), nth(tries));
      }
      expect(await store.redeem(CODE, nth(1000))).toEqual({ kind: 'tooManyTries' });
      expect((await store.redeem(CODE, { ...nth(1000), channel: 'zalo' })).kind).toBe('bound');
    });

    test('wrong codes of one chat do not shut out another', async () => {
      using store = open();
      await store.issue(ISSUED);
      for (let tries = 0; tries < MOST_WRONG_TRIES; tries += 1) {
        await store.redeem(codeHashOf(String(tries)), WHERE);
      }
      const other = { ...WHERE, chat: '-200', boundBy: 'telegram:2' };
      expect((await store.redeem(CODE, other)).kind).toBe('bound');
    });
  });

  describe(`${name}: subscriptions`, () => {
    test('a chat gets what it subscribed to, and once', async () => {
      using store = open();
      await store.subscribe(MORNING);
      const later = {
        ...MORNING,
        at: Temporal.PlainTime.from('07:30'),
        whenNothing: 'silent',
      } as const;
      await store.subscribe(later);
      expect(await store.subscriptionsOf('telegram', '-100')).toEqual([later]);
      expect(await store.subscriptions('morningList')).toEqual([later]);
      expect(await store.subscriptions('leaderDigest')).toEqual([]);
    });

    test('topic and weekday are kept', async () => {
      using store = open();
      const weekly: MorningSubscription = {
        ...MORNING,
        kind: 'leaderDigest',
        weekday: 1,
        address: { chat: '-100', topic: '7' },
      };
      await store.subscribe(weekly);
      expect(await store.subscriptionsOf('telegram', '-100')).toEqual([weekly]);
    });

    test('one kind is ended, or all', async () => {
      using store = open();
      const subscribeBoth = async () => {
        await store.subscribe(MORNING);
        await store.subscribe({ ...MORNING, kind: 'leaderDigest' });
      };
      await subscribeBoth();
      expect(
        await store.unsubscribe('telegram', '-100', { kind: 'morningList', agency: null }),
      ).toBe(1);
      expect(await store.subscriptions('leaderDigest')).toHaveLength(1);
      await subscribeBoth();
      expect(await store.unsubscribe('telegram', '-100')).toBe(2);
      expect(await store.unsubscribe('telegram', '-100')).toBe(0);
    });

    test('alerts are kept beside what comes on mornings, with a limit of their own or none', async () => {
      using store = open();
      const { channel, address, agency, since, pausedBecause } = MORNING;
      const where = { channel, address, since, pausedBecause };
      const own: AlertSubscription = { ...where, agency, kind: 'alerts', ownLimit: 200 };
      const usual = { ...own, agency: AgencyId.parse('p-vinh-hai'), ownLimit: null };
      for (const one of [own, MORNING, usual, { ...own, ownLimit: 250 }])
        await store.subscribe(one);
      const all = [{ ...own, ownLimit: 250 }, usual];
      expect(await store.alertSubscriptions()).toEqual(all);
      expect(await store.subscriptionsOf('telegram', '-100')).toEqual([MORNING, ...all]);
      expect(await store.unsubscribe('telegram', '-100', { kind: 'alerts', agency })).toBe(1);
      expect(await store.alertSubscriptions()).toEqual([usual]);
      expect(await store.subscriptions('morningList')).toEqual([MORNING]);
    });

    test('what is about one agency is ended alone', async () => {
      using store = open();
      const other = { ...MORNING, agency: AgencyId.parse('p-vinh-hai') };
      await store.subscribe(MORNING);
      await store.subscribe(other);
      const which = { kind: null, agency: LOC_THO };
      expect(await store.unsubscribe('telegram', '-100', which)).toBe(1);
      expect(await store.subscriptionsOf('telegram', '-100')).toEqual([other]);
    });

    test('a chat at rest keeps its subscriptions and says why; subscribing again wakes it', async () => {
      using store = open();
      await store.subscribe(MORNING);
      await store.pause('telegram', '-100', 'kicked');
      expect(await store.subscriptions('morningList')).toEqual([
        { ...MORNING, pausedBecause: 'kicked' },
      ]);
      await store.subscribe(MORNING);
      expect(await store.subscriptions('morningList')).toEqual([MORNING]);
    });
  });
}
