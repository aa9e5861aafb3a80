import { expect, test } from 'vitest';

import { silence } from '../answering-server.ts';
import { oaAt, type SmallOa, smallOa } from './small-oa.ts';
import { pair, TokenShelf } from './token-shelf.ts';

const TEXT = { kind: 'text', text: 'a' } as const;

test('a good token is used as it is', async () => {
  await using oa = await smallOa();
  const shelf = new TokenShelf(pair(1));
  await oaAt(oa, { tokens: shelf }).sendToGroup('g', TEXT);
  expect(oa.given).toEqual([1]);
  expect(shelf.deeds).toEqual([]);
});

test.each([
  ['never asked for', { ...pair(1), access: null }],
  ['lapsed', pair(1, -1)],
  ['about to lapse', pair(1, 300_000)],
])(
  'an access token that was %s is renewed first, and saved before it is used',
  async (_name, at) => {
    await using oa = await smallOa();
    const shelf = new TokenShelf(at);
    oa.server.answer = recording(oa, shelf);
    await oaAt(oa, { tokens: shelf }).sendToGroup('g', TEXT);
    expect(shelf.deeds).toEqual(['saved refresh-2', 'used access-2']);
  },
);

test.each([
  ['good', pair(1), []],
  ['never asked for', { ...pair(1), access: null }, ['saved refresh-2']],
  ['about to lapse', pair(1, 300_000), ['saved refresh-2']],
])(
  'seeing to tokens that are %s does what the next call would have had to do',
  async (_name, at, deeds) => {
    await using oa = await smallOa();
    const shelf = new TokenShelf(at);
    const account = oaAt(oa, { tokens: shelf });
    await account.haveTokens();
    expect(shelf.deeds).toEqual(deeds);
    const { length } = oa.calls();
    await account.sendToGroup('g', TEXT);
    expect(oa.calls()).toHaveLength(length + 1);
  },
);

test('who sees to tokens that nobody gives waits as long as they said, and nothing is done', async () => {
  await using oa = await smallOa();
  oa.server.answer = silence;
  const account = oaAt(oa, { tokens: new TokenShelf({ ...pair(1), access: null }) });
  await expect(account.haveTokens({ timeoutMs: 50 })).rejects.toMatchObject({
    name: 'ZaloUnreachable',
    outcome: 'nothing',
    reason: 'timeout',
  });
});

/** Notes when a token is used, beside when it is saved. */
function recording(oa: SmallOa, shelf: TokenShelf): SmallOa['server']['answer'] {
  const { answer } = oa.server;
  return (seen, response) => {
    const token = seen.headers['access_token'];
    if (typeof token === 'string') shelf.deeds.push(`used ${token}`);
    answer(seen, response);
  };
}

test('-216: one refresh, one more attempt', async () => {
  await using oa = await smallOa(2);
  // somewhere the pair was renewed, and only the refresh token came through
  const shelf = new TokenShelf({ ...pair(2), access: pair(1).access });
  oa.server.answer = recording(oa, shelf);
  expect(await oaAt(oa, { tokens: shelf }).sendToGroup('g', TEXT)).toEqual({
    messageId: 'm1',
    date: 1_626_926_349_402,
  });
  expect(shelf.deeds).toEqual(['used access-1', 'saved refresh-3', 'used access-3']);
});

test('-216 again with the new token is told, and costs no second refresh', async () => {
  await using oa = await smallOa();
  const { answer } = oa.server;
  oa.server.answer = (seen, response) => {
    answer({ ...seen, headers: { ...seen.headers, access_token: 'never' } }, response);
  };
  const shelf = new TokenShelf(pair(1));
  const account = oaAt(oa, { tokens: shelf });
  for (const _ of [1, 2, 3]) {
    await expect(account.sendToGroup('g', TEXT)).rejects.toMatchObject({
      name: 'ZaloApiError',
      kind: 'token',
      code: -216,
      outcome: 'nothing',
    });
  }
  expect(oa.given).toEqual([1, 2]);
  expect(oa.calls()).toHaveLength(4);
});

test('fifty calls refused at once make one refresh, and all get through', async () => {
  await using oa = await smallOa(2);
  const shelf = new TokenShelf({ ...pair(2), access: pair(1).access });
  const account = oaAt(oa, { tokens: shelf });
  const sent = await Promise.all(
    Array.from({ length: 50 }, async (_, at) => account.sendToGroup(`g${String(at)}`, TEXT)),
  );
  expect(sent).toHaveLength(50);
  expect(oa.given).toEqual([2, 3]);
  expect(shelf.deeds).toEqual(['saved refresh-3']);
  expect(shelf.entered).toBe(1);
});

test('two processes with one store refresh once', async () => {
  await using oa = await smallOa();
  const shelf = new TokenShelf(pair(1, 0));
  await Promise.all(
    [oaAt(oa, { tokens: shelf }), oaAt(oa, { tokens: shelf })].map((one) =>
      one.sendToGroup('g', TEXT),
    ),
  );
  expect(oa.given).toEqual([1, 2]);
});

test('a pair that could not be saved is not lost, and the spent token not spent again', async () => {
  await using oa = await smallOa();
  const shelf = new TokenShelf(pair(1, 0));
  shelf.failingSaves = 2;
  const account = oaAt(oa, { tokens: shelf });
  await expect(account.sendToGroup('g', TEXT)).rejects.toThrow('disk full');
  await expect(account.renewTokens()).rejects.toThrow('disk full');
  expect(oa.calls()).toEqual([]);
  await account.sendToGroup('g', TEXT);
  expect(oa.given).toEqual([1, 2]);
  expect(shelf.tokens?.refreshToken).toBe('refresh-2');
});

test('without a refresh token somebody has to consent, and nothing is asked', async () => {
  await using oa = await smallOa();
  await expect(
    oaAt(oa, { tokens: new TokenShelf(null) }).sendToGroup('g', TEXT),
  ).rejects.toMatchObject({
    name: 'ZaloConsentNeeded',
    reason: 'no-token',
    outcome: 'nothing',
  });
  expect(oa.server.seen).toEqual([]);
});

test('whoever gives up waiting does not stop the refresh for the others', async () => {
  await using oa = await smallOa();
  const shelf = new TokenShelf(pair(1, 0));
  const { answer } = oa.server;
  const held: (() => void)[] = [];
  const arrived = new Promise<void>((resolve) => {
    oa.server.answer = (seen, response) => {
      held.push(() => answer(seen, response));
      resolve();
    };
  });
  const account = oaAt(oa, { tokens: shelf });
  const giveUp = new AbortController();
  const impatient = account.sendToGroup('g', TEXT, { signal: giveUp.signal });
  const patient = account.renewTokens();
  await arrived;
  giveUp.abort();
  await expect(impatient).rejects.toMatchObject({ reason: 'aborted', outcome: 'nothing' });
  oa.server.answer = answer;
  for (const goOn of held) goOn();
  await expect(patient).resolves.toMatchObject({ refreshToken: 'refresh-2' });
  expect(oa.given).toEqual([1, 2]);
});

test('whoever has given up before is told so, and a refresh that began goes on', async () => {
  await using oa = await smallOa();
  const shelf = new TokenShelf(pair(1, 0));
  const account = oaAt(oa, { tokens: shelf });
  const gone = account.renewTokens({ signal: AbortSignal.abort() });
  await expect(gone).rejects.toMatchObject({ reason: 'aborted' });
  await account.sendToGroup('g', TEXT, { signal: new AbortController().signal });
  expect(oa.given).toEqual([1, 2]);
});

test('the time of a call is for all of it: waiting for the store or for a refresh, too', async () => {
  await using oa = await smallOa();
  oa.server.answer = silence;
  const shelf = new TokenShelf(pair(1, 0));
  const never = new Promise<never>(() => {});
  const stuck = { load: () => never, exclusively: () => never };
  for (const tokens of [shelf, stuck]) {
    const account = oaAt(oa, { tokens });
    await expect(account.sendToGroup('g', TEXT, { timeoutMs: 30 })).rejects.toMatchObject({
      name: 'ZaloUnreachable',
      service: 'oauth',
      reason: 'timeout',
      // the message itself was not sent
      outcome: 'nothing',
    });
  }
});

test('a second attempt has what is left of the time, not as much again', async () => {
  await using oa = await smallOa(2);
  const signals: unknown[] = [];
  const spying: typeof fetch = async (address, init) => {
    if (new Headers(init?.headers).has('access_token')) signals.push(init?.signal);
    return fetch(address, init);
  };
  const shelf = new TokenShelf({ ...pair(2), access: pair(1).access });
  await oaAt(oa, { tokens: shelf, fetch: spying }).sendToGroup('g', TEXT);
  expect(signals).toHaveLength(2);
  expect(new Set(signals).size).toBe(1);
});
