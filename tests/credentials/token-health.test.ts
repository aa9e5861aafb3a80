import { describe, expect, test } from 'vitest';

import { OA_REFRESH_LIFE_MS } from '#zalo-api-wrapper';

import { tokenHealth } from '../../src/credentials/token-health.ts';
import type { KnownTokens } from '../../src/credentials/token-store.ts';

const NOW = Temporal.Instant.from('2026-11-23T06:00+07:00');
const inHours = (hours: number) => NOW.add({ hours });
const inDays = (days: number) => inHours(days * 24);

function known(different: Partial<KnownTokens> & Partial<KnownTokens['tokens']> = {}): KnownTokens {
  const {
    refreshUntil = inDays(60),
    access = { token: 'a', until: inHours(20) },
    ...rest
  } = different;
  return {
    tokens: { refreshToken: 'r', refreshUntil, access },
    origin: 'renewal',
    since: inDays(-1),
    doubtedSince: null,
    refused: null,
    given: null,
    ...rest,
  };
}

const REFUSED = { since: inHours(-3), why: '-14014' };

describe('the health of tokens', () => {
  test.each([
    ['none', null, { kind: 'missing' }],
    ['good', known(), { kind: 'good', lapsesAt: inDays(60) }],
    [
      'three weeks left',
      known({ refreshUntil: inDays(21) }),
      { kind: 'good', lapsesAt: inDays(21) },
    ],
    [
      'a little less than three weeks left',
      known({ refreshUntil: inDays(21).subtract({ seconds: 1 }) }),
      { kind: 'lapsesSoon', at: inDays(21).subtract({ seconds: 1 }), daysLeft: 20 },
    ],
    ['lapsed', known({ refreshUntil: NOW }), { kind: 'lapsed', at: NOW }],
    [
      'typed in long ago and never renewed: the lapse is reckoned from then',
      known({ refreshUntil: null, access: null, since: inDays(-80) }),
      { kind: 'lapsesSoon', at: inDays(9), daysLeft: 9 },
    ],
    ['just typed in', known({ refreshUntil: null, access: null, since: NOW }), { kind: 'untried' }],
    [
      'a new one typed in beside a pair that works',
      known({ given: { since: NOW, refused: null } }),
      { kind: 'untried' },
    ],
    [
      'a new one that was refused, and the pair before it works on',
      known({ given: { since: NOW, refused: REFUSED } }),
      { kind: 'givenRefused', ...REFUSED, lapsesAt: inDays(60) },
    ],
    [
      'no access token for two hours',
      known({ access: { token: 'a', until: inHours(-2) } }),
      { kind: 'notRenewed', since: inHours(-2) },
    ],
    [
      'no access token for an hour, and renewing goes on',
      known({ access: { token: 'a', until: inHours(-1) } }),
      { kind: 'good', lapsesAt: inDays(60) },
    ],
    [
      'refused while the access token still works',
      known({ refused: REFUSED }),
      { kind: 'refused', ...REFUSED, pairLost: false, worksUntil: inHours(20) },
    ],
    [
      'refused after a renewal was cut off, with nothing left',
      known({ refused: REFUSED, doubtedSince: inHours(-4), access: null }),
      { kind: 'refused', ...REFUSED, pairLost: true, worksUntil: null },
    ],
    [
      'refused because it is too old: that is what is said',
      known({ refused: REFUSED, refreshUntil: inHours(-1) }),
      { kind: 'lapsed', at: inHours(-1) },
    ],
  ])('%s', (_words, tokens, health) => {
    expect(tokenHealth(tokens, NOW)).toEqual(health);
  });
});

test('a refresh token whose end is not told lives as long as the client has it live', () => {
  const since = inDays(-1);
  const lapsesAt = since.add({ milliseconds: OA_REFRESH_LIFE_MS });
  expect(tokenHealth(known({ refreshUntil: null, since }), NOW)).toEqual({
    kind: 'good',
    lapsesAt,
  });
});
