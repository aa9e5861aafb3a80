import { createHash, createHmac } from 'node:crypto';

import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { oaWebhook, type Unconfirmed } from '../../src/index.ts';
import { APP, EVENT, KEY, OA } from './deliveries.ts';

/** A delivery and how it is checked. */
type Checked = {
  readonly signature: string | null | undefined;
  readonly body: string | Uint8Array;
  readonly webhookKey: string;
  readonly unconfirmed?: Partial<Unconfirmed>;
};

function isRight({ signature, body, webhookKey, unconfirmed = {} }: Checked): boolean {
  const reader = oaWebhook({ appId: APP, webhookKey, unconfirmed });
  return reader.read({ signature, body }) !== 'wrong-signature';
}

const HEX = fc
  .uint8Array({ minLength: 32, maxLength: 32 })
  .map((bytes) => Buffer.from(bytes).toString('hex'));

describe('signatures', () => {
  /** Spaces and order as Zalo sends them: signed are the bytes. */
  const body = `${JSON.stringify(EVENT, null, 1)}\n`;
  const plain = (first: string, key = KEY) =>
    createHash('sha256').update(`${first}${body}1543908534740${key}`).digest('hex');
  const hmac = createHmac('sha256', KEY).update(`${APP}${body}1543908534740`).digest('hex');
  const check = (signature: string | null | undefined, more = {}) =>
    isRight({ signature, body, webhookKey: KEY, ...more });

  test.each([
    ['as documented', plain(APP), true],
    ['with its prefix', `mac=${plain(APP)}`, true],
    ['in capitals, with spaces around', ` MAC=${plain(APP).toUpperCase()} `, true],
    ['beginning with the id of the account', plain(OA), true],
    ['by HMAC, which is off unless switched on', hmac, false],
    ['beginning with another app', plain('1'), false],
    ['with another key', plain(APP, 'mac-kez'), false],
    ['cut short', plain(APP).slice(1), false],
    ['of nothing', '', false],
    ['only its prefix', 'mac=', false],
    ['missing', null, false],
    ['missing altogether', undefined, false],
  ])('%s', (_name, signature, right) => {
    expect(check(signature)).toBe(right);
  });

  test('bytes count as the text they are', () => {
    expect(check(plain(APP), { body: new TextEncoder().encode(body) })).toBe(true);
  });

  test('one byte changed, and it is nobody', () => {
    expect(check(plain(APP), { body: body.replace('Trễ', 'Tre') })).toBe(false);
    expect(check(plain(APP), { body: body.trimEnd() })).toBe(false);
  });

  test('an empty key makes nothing right', () => {
    expect(check(plain(APP, ''), { webhookKey: '' })).toBe(false);
  });

  test.each(['', 'a', '[]', '{}', 'null'])('a body of %j is never right', (other) => {
    expect(check(plain(APP), { body: other })).toBe(false);
  });

  test('the ways that are accepted can be said otherwise', () => {
    const delivery = {
      body,
      webhookKey: KEY,
      unconfirmed: { oaSignatures: ['hmac-sha256'] },
    } as const;
    expect(isRight({ ...delivery, signature: hmac })).toBe(true);
    expect(isRight({ ...delivery, signature: plain(APP) })).toBe(false);
  });

  test('no other signature is right', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), HEX), (signature) => {
        fc.pre(signature !== plain(APP));
        expect(check(signature)).toBe(false);
      }),
    );
  });
});
