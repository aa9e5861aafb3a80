import { describe, expect, test } from 'vitest';

import {
  type Outcome,
  type Refusal,
  ZaloAnswerUnreadable,
  ZaloApiError,
  ZaloCallInvalid,
  ZaloConsentNeeded,
  ZaloUnreachable,
} from '#zalo-api-wrapper';

import { deliveryOf, type SendTry } from '../../../src/channels/zalo-oa/faults.ts';
import { TokensBusy } from '../../../src/channels/zalo-oa/held-tokens.ts';

const MORNING = Temporal.Instant.from('2026-11-23T07:00+07:00');
const EVENING = Temporal.Instant.from('2026-11-23T23:30+07:00');
const TO_USER = { to: 'user', withPicture: false, now: MORNING } as const;
const SEND = { service: 'oa', method: '/v3.0/oa/group/message' } as const;
const RENEW = { service: 'oauth', method: '/v4/oa/access_token' } as const;

const refused = (refusal: Partial<Refusal>, outcome: Outcome = 'nothing') =>
  new ZaloApiError(SEND, outcome, {
    kind: 'unknown',
    code: null,
    httpStatus: 200,
    description: 'said so',
    retryAfterMs: null,
    ...refusal,
  });
const unreadable = (httpStatus: number) =>
  new ZaloAnswerUnreadable(SEND, { httpStatus, reason: 'not-json', places: [] });
const cut = { reason: 'timeout', systemCode: null } as const;

const free = (waitMs: number) => ({ kind: 'later', waitMs, costsNoTry: true });

describe('what a failed send means', () => {
  test.each<[string, unknown, object]>([
    ['too fast', refused({ kind: 'limited', code: -32 }), free(60_000)],
    ['busy', refused({ kind: 'limited', code: -100 }), free(60_000)],
    [
      '429 that names a wait',
      refused({ kind: 'limited', httpStatus: 429, retryAfterMs: 7_000 }),
      free(7_000),
    ],
    ['a quota used up', refused({ kind: 'limited', code: -211 }), free(600_000)],
    [
      'a right that is missing',
      refused({ kind: 'not-allowed', code: -204 }),
      { kind: 'later', waitMs: 600_000 },
    ],
    [
      'not following',
      refused({ kind: 'refused', code: -213 }),
      { kind: 'never', chatClosed: true },
    ],
    [
      'silent for a week',
      refused({ kind: 'refused', code: -230 }),
      { kind: 'never', chatClosed: true },
    ],
    ['a wrong message', refused({ kind: 'bad-request', code: -201 }), { kind: 'never' }],
    ['a code nobody knows', refused({ code: -9_999 }), { kind: 'later', waitMs: 60_000 }],
    ['a token that is not taken', refused({ kind: 'token', code: -216 }), { kind: 'later' }],
    ['a fault of Zalo', refused({ kind: 'server' }, 'unknown'), { kind: 'unknown' }],
    ['nothing behind the gate', refused({ kind: 'server' }, 'nothing'), { kind: 'later' }],
    ['an answer that is none', unreadable(200), { kind: 'unknown' }],
    ['no connection', new ZaloUnreachable(SEND, 'nothing', cut), { kind: 'later' }],
    ['no answer in time', new ZaloUnreachable(SEND, 'unknown', cut), { kind: 'unknown' }],
    [
      'no answer to the renewal that came first',
      new ZaloUnreachable(RENEW, 'unknown', cut),
      { kind: 'later' },
    ],
    ['another process renews for ever', new TokensBusy(), { kind: 'later' }],
    ['a call that breaks a limit', new ZaloCallInvalid(SEND, 'text-too-long'), { kind: 'never' }],
    ['a fault of our own', new Error('bug'), { kind: 'unknown' }],
  ])('%s', (_words, error, delivery) => {
    expect(deliveryOf(error, TO_USER)).toMatchObject(delivery);
  });

  test('refused tokens: later, as only a keeper can mend it', () => {
    const said = { reason: 'refused', code: -14_014, description: 'spent' } as const;
    const delivery = deliveryOf(new ZaloConsentNeeded(RENEW, said), TO_USER);
    expect(delivery).toMatchObject({ kind: 'later', waitMs: 600_000 });
  });

  test.each([
    [EVENING, 6.5],
    [Temporal.Instant.from('2026-11-23T05:30+07:00'), 0.5],
  ])('at night people are left alone until six: %s', (now, hours) => {
    const night = refused({ kind: 'refused', code: -234 });
    expect(deliveryOf(night, { ...TO_USER, now })).toMatchObject(free(hours * 3_600_000));
  });

  test.each<[string, Partial<SendTry>, number]>([
    ['-213 of a group, which follows nobody', { to: 'group' }, -213],
    ['-213 of a picture', { withPicture: true }, -213],
    ['a permission', {}, -232],
  ])('it is the message that is refused, not the chat: %s', (_words, sent, code) => {
    const delivery = deliveryOf(refused({ kind: 'refused', code }), { ...TO_USER, ...sent });
    expect([delivery.kind, 'chatClosed' in delivery]).toEqual(['never', false]);
  });

  test('the reason is Zalo’s word and code', () => {
    const delivery = deliveryOf(refused({ kind: 'refused', code: -213 }), TO_USER);
    expect('why' in delivery ? delivery.why : '').toMatch(/-213.*said so/u);
  });
});
