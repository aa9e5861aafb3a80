import { expect, test } from 'vitest';

import { silence } from '../answering-server.ts';
import { oaAt, smallOa } from './small-oa.ts';
import { pair, TokenShelf } from './token-shelf.ts';

const TEXT = { kind: 'text', text: 'a' } as const;

test('a refresh brings the app, its secret and the token as documented', async () => {
  await using oa = await smallOa();
  await oaAt(oa, { tokens: new TokenShelf(pair(1)) }).renewTokens();
  const [request] = oa.server.seen;
  expect(request?.method).toBe('POST');
  expect(request?.headers).toMatchObject({
    secret_key: 'app-secret',
    'content-type': 'application/x-www-form-urlencoded;charset=UTF-8',
  });
  expect(Object.fromEntries(new URLSearchParams(request?.body))).toEqual({
    app_id: 'app',
    grant_type: 'refresh_token',
    refresh_token: 'refresh-1',
  });
});

test('the new pair lives 25 hours and 89 days from before it was asked for', async () => {
  await using oa = await smallOa();
  const shelf = new TokenShelf(pair(1));
  const tokens = await oaAt(oa, { tokens: shelf, now: () => 5 }).renewTokens();
  expect(tokens).toEqual({
    access: { token: 'access-2', expiresAt: 90_000_005 },
    refreshToken: 'refresh-2',
    refreshExpiresAt: 89 * 86_400_000 + 5,
  });
  expect(shelf.tokens).toEqual(tokens);
});

test('a spent refresh token: somebody has to consent again', async () => {
  await using oa = await smallOa(2);
  const shelf = new TokenShelf(pair(1, 0));
  await expect(oaAt(oa, { tokens: shelf }).sendToGroup('g', TEXT)).rejects.toMatchObject({
    name: 'ZaloConsentNeeded',
    reason: 'refused',
    code: -14_014,
    description: 'Invalid refresh token',
  });
  expect(shelf.tokens).toEqual(pair(1, 0));
});

test.each([
  ['too many calls', 200, { error: -32, message: 'limit' }, 'limited'],
  ['a moment of weakness', 200, { error: -100, message: 'try later' }, 'limited'],
  ['a broken gateway', 502, {}, 'server'],
  ['a fault inside', 200, { error: -200 }, 'server'],
])('%s is no reason to consent again: the token stays good', async (_name, status, body, kind) => {
  await using oa = await smallOa();
  const shelf = new TokenShelf(pair(1, 0));
  const account = oaAt(oa, { tokens: shelf });
  oa.refreshAnswer = { status, body };
  await expect(account.renewTokens()).rejects.toMatchObject({
    name: 'ZaloApiError',
    service: 'oauth',
    kind,
  });
  oa.refreshAnswer = null;
  await expect(account.sendToGroup('g', TEXT)).resolves.toMatchObject({ messageId: 'm1' });
});

test('a code of OAuth that turns out to mean "later" can be named', async () => {
  await using oa = await smallOa(2);
  const unconfirmed = { oauthLater: [-14_014] };
  const account = oaAt(oa, { tokens: new TokenShelf(pair(1)), unconfirmed });
  await expect(account.renewTokens()).rejects.toMatchObject({
    name: 'ZaloApiError',
    code: -14_014,
  });
});

test('an answer without a pair cannot be read', async () => {
  await using oa = await smallOa();
  oa.refreshAnswer = { status: 200, body: { access_token: 'a', expires_in: '90000' } };
  await expect(oaAt(oa, { tokens: new TokenShelf(pair(1)) }).renewTokens()).rejects.toMatchObject({
    name: 'ZaloAnswerUnreadable',
    places: ['refresh_token'],
  });
});

test('a refresh without an answer ends in its own time, and its outcome is not known', async () => {
  await using oa = await smallOa();
  oa.server.answer = silence;
  const account = oaAt(oa, { tokens: new TokenShelf(pair(1)), oauthTimeoutMs: 30 });
  await expect(account.renewTokens()).rejects.toMatchObject({
    name: 'ZaloUnreachable',
    reason: 'timeout',
    outcome: 'unknown',
  });
});

test('a gateway that says "not done" is not believed of a refresh: its pair would be lost', async () => {
  await using oa = await smallOa();
  oa.refreshAnswer = { status: 502, body: {} };
  const unconfirmed = { notDoneStatuses: [502] };
  await expect(oaAt(oa, { unconfirmed }).renewTokens()).rejects.toMatchObject({
    kind: 'server',
    outcome: 'unknown',
  });
});
