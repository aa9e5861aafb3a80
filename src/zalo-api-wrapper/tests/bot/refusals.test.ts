import { expect, test } from 'vitest';

import { zaloBot } from '../../src/index.ts';
import { always, answeringServer, text } from '../answering-server.ts';

const bot = (apiRoot: string, unconfirmed = {}) =>
  zaloBot({ token: '1:x', apiRoot, unconfirmed, now: () => Date.UTC(2026, 10, 21) });
const MESSAGE = { chatId: 'a', text: 'b' };

/** Both ways a failure may come: by HTTP status, and in HTTP 200. */
test.each([
  [400, 'bad-request', 'nothing'],
  [401, 'token', 'nothing'],
  [403, 'server', 'unknown'],
  [404, 'not-found', 'nothing'],
  [408, 'server', 'unknown'],
  [418, 'unknown', 'nothing'],
  [426, 'limited', 'nothing'],
  [429, 'limited', 'nothing'],
  [500, 'server', 'unknown'],
  [504, 'server', 'unknown'],
])('%i means %s, outcome %s, however it comes', async (code, kind, outcome) => {
  const said = { ok: false, description: 'No', error_code: code };
  for (const [answer, httpStatus] of [
    [always(said, code), code],
    [always(said), 200],
    [always({ ok: false, description: 'No' }, code), code],
    [always({ ok: false, description: 'No', error_code: 0 }, code), code],
    [always({ ok: false, description: 'No', errorCode: code }), 200],
  ] as const) {
    await using server = await answeringServer(answer);
    await expect(bot(server.root).sendMessage(MESSAGE)).rejects.toMatchObject({
      name: 'ZaloApiError',
      service: 'bot',
      method: 'sendMessage',
      kind,
      code,
      httpStatus,
      outcome,
      description: 'No',
      retryAfterMs: null,
    });
  }
});

test.each([
  ['a page of a proxy', text('<html>Bad gateway</html>', 502), 'server', 502],
  ['nothing at all', text('', 504), 'server', 504],
  ['a redirect', text('', 302, { location: 'http://127.0.0.1:1/' }), 'unknown', 302],
  ['ok: false and no code', always({ ok: false }), 'unknown', null],
])('%s is a refusal', async (_name, answer, kind, code) => {
  await using server = await answeringServer(answer);
  await expect(bot(server.root).sendMessage(MESSAGE)).rejects.toMatchObject({
    name: 'ZaloApiError',
    kind,
    code,
  });
  expect(server.seen).toHaveLength(1);
});

test.each([
  ['7', 7_000],
  ['Sat, 21 Nov 2026 00:00:30 GMT', 30_000],
  ['Fri, 20 Nov 2026 00:00:00 GMT', 0],
  ['soon', null],
])('Retry-After: %s', async (header, retryAfterMs) => {
  await using server = await answeringServer(text('{}', 429, { 'retry-after': header }));
  await expect(bot(server.root).sendMessage(MESSAGE)).rejects.toMatchObject({ retryAfterMs });
});

test('what 403 means can be said otherwise', async () => {
  await using server = await answeringServer(always({ ok: false, error_code: 403 }));
  await expect(bot(server.root, { bot403: 'refused' }).sendMessage(MESSAGE)).rejects.toMatchObject({
    kind: 'refused',
    outcome: 'nothing',
  });
});

test.each([
  ['no JSON', text('ok'), 'not-json', []],
  ['a result of another form', always({ ok: true, result: { date: 1 } }), 'form', ['message_id']],
  [
    'an id that lost digits',
    always({ ok: true, result: { message_id: 2 ** 60 } }),
    'form',
    ['message_id'],
  ],
  ['a list', always([1]), 'form', ['(whole)']],
])(
  '%s in HTTP 200 cannot be read, and the message may be out',
  async (_name, answer, reason, places) => {
    await using server = await answeringServer(answer);
    await expect(bot(server.root).sendMessage(MESSAGE)).rejects.toMatchObject({
      name: 'ZaloAnswerUnreadable',
      outcome: 'unknown',
      httpStatus: 200,
      reason,
      places,
    });
  },
);

test.each([
  ['as it is taken', {}, [502, 503], [500, 504]],
  ['as it is switched', { notDoneStatuses: [504] }, [504], [502, 503]],
  ['switched off', { notDoneStatuses: [] }, [], [502, 503]],
])(
  'a gateway says that nothing was done by its status, %s',
  async (_how, said, nothing, unknown) => {
    for (const [statuses, outcome] of [
      [nothing, 'nothing'],
      [unknown, 'unknown'],
    ] as const) {
      for (const status of statuses) {
        await using server = await answeringServer(text('<html>', status));
        const sending = bot(server.root, said).sendMessage(MESSAGE);
        await expect(sending).rejects.toMatchObject({ kind: 'server', outcome });
      }
    }
  },
);

test('Zalo itself saying 502 is no gateway', async () => {
  await using server = await answeringServer(always({ ok: false, error_code: 502 }));
  const sending = bot(server.root).sendMessage(MESSAGE);
  await expect(sending).rejects.toMatchObject({ kind: 'server', outcome: 'unknown' });
});
