import { inspect } from 'node:util';

import { describe, expect, test } from 'vitest';

import { type ZaloBot, zaloBot, type ZaloOa, zaloOa } from '../src/index.ts';
import {
  always,
  type Answering,
  type AnsweringServer,
  answeringServer,
  breakOff,
  inTurn,
  type Seen,
  silence,
  text,
} from './answering-server.ts';
import { pair, TokenShelf } from './oa/token-shelf.ts';

const BOT_TOKEN = '1459232241454765289:SeCr3t+bot/tok';
const SECRETS = ['SeCr3t', 'access-1', 'access-2', 'refresh-1', 'refresh-2', 'app-secret'];

/** Everything that somebody may print of an error: all of its properties, its stack, its causes. */
function everythingOf(error: unknown): string {
  const shown = inspect(error, { depth: 20, showHidden: true, getters: true });
  const stack = error instanceof Error ? [error.message, error.stack, String(error.cause)] : [];
  return [shown, JSON.stringify(error), ...stack].join('\n');
}

/** Null when it did not fail. */
async function failureOf(work: Promise<unknown>): Promise<unknown> {
  try {
    await work;
    return null;
  } catch (error) {
    return error;
  }
}

const headOf = ({ url, headers }: Seen) => `${url} ${JSON.stringify(headers)}`;
const bodyOf = ({ body }: Seen) => body;

/** Repeats to the asker what it brought. */
const parrot =
  (status: number, repeated: (seen: Seen) => string): Answering =>
  (seen, response) => {
    const said = repeated(seen);
    const body = { ok: false, error: -1, error_code: status, description: said, message: said };
    response
      .writeHead(status, { 'content-type': 'application/json' })
      .end(JSON.stringify({ ...body, error_name: said, error_reason: said }));
  };

/** Calls that only want a yes take any answer in HTTP 200 for one, so that fewer fail: of the bot, of the account. */
const ALL = [9, 15] as const;

const FAILURES: readonly [string, Answering, readonly [number, number]][] = [
  ['refused in HTTP 200', parrot(200, headOf), ALL],
  ['refused in HTTP 200, with what was said', parrot(200, bodyOf), ALL],
  ['refused in HTTP 400', parrot(400, headOf), ALL],
  ['broken in HTTP 502', parrot(502, headOf), ALL],
  ['redirected', text('', 302, { location: 'http://127.0.0.1:1/elsewhere' }), ALL],
  ['another form', always({ ok: true, error: 0, result: [SECRETS], data: [SECRETS] }), [8, 10]],
  ['no JSON', text(SECRETS.join(' ')), ALL],
  ['no answer', silence, ALL],
  ['broken off', breakOff, ALL],
  [
    'broken off within',
    (_seen, response) => {
      response.writeHead(200, { 'content-length': '10' }).write('{"', () => response.destroy());
    },
    ALL,
  ],
];

const BOT_CALLS: readonly [
  string,
  (bot: ZaloBot, options: { timeoutMs?: number }) => Promise<unknown>,
][] = [
  ['getMe', (bot) => bot.getMe()],
  ['getUpdates', (bot, options) => bot.getUpdates({}, options)],
  ['setWebhook', (bot) => bot.setWebhook({ url: 'https://a.vn', secretToken: 'SeCr3t-of-hook' })],
  ['deleteWebhook', (bot) => bot.deleteWebhook()],
  ['getWebhookInfo', (bot) => bot.getWebhookInfo()],
  ['sendMessage', (bot) => bot.sendMessage({ chatId: 'a', text: 'b' })],
  ['sendPhoto', (bot) => bot.sendPhoto({ chatId: 'a', photoUrl: 'https://a.vn/SeCr3t.png' })],
  ['sendSticker', (bot) => bot.sendSticker({ chatId: 'a', sticker: 'b' })],
  ['sendChatAction', (bot) => bot.sendChatAction({ chatId: 'a', action: 'typing' })],
];

const IMAGE = { bytes: new Uint8Array(9), name: 'a.png', type: 'image/png' } as const;
const TEXT = { kind: 'text', text: 'a' } as const;
const QUOTA = { productType: 'gmf10', quotaType: 'sub_quota' } as const;

const OA_CALLS: readonly [string, (oa: ZaloOa) => Promise<unknown>][] = [
  ['renewTokens', (oa) => oa.renewTokens()],
  ['haveTokens', (oa) => oa.haveTokens()],
  ['uploadImage', (oa) => oa.uploadImage(IMAGE)],
  ['uploadFile', (oa) => oa.uploadFile({ ...IMAGE, type: 'application/pdf' })],
  ['sendToUser', (oa) => oa.sendToUser('u', TEXT)],
  ['sendToGroup', (oa) => oa.sendToGroup('g', TEXT)],
  ['listGroups', (oa) => oa.listGroups()],
  ['groupQuota', (oa) => oa.groupQuota(QUOTA)],
  ['createGroup', (oa) => oa.createGroup({ name: 'a', assetId: 'b', memberIds: [] })],
  ['deleteGroup', (oa) => oa.deleteGroup('g')],
  ['listMembers', (oa) => oa.listMembers('g')],
  ['inviteMembers', (oa) => oa.inviteMembers('g', ['u'])],
  ['removeMembers', (oa) => oa.removeMembers('g', ['u'])],
  ['listPendingInvites', (oa) => oa.listPendingInvites('g')],
  ['acceptPendingInvites', (oa) => oa.acceptPendingInvites('g', ['u'])],
  ['rejectPendingInvites', (oa) => oa.rejectPendingInvites('g', ['u'])],
];

/** Long enough for every answer that comes. */
const PATIENT_MS = 10_000;
const IMPATIENT_MS = 30;

const within = (ms: number) => ({
  timeoutMs: ms,
  photoTimeoutMs: ms,
  uploadTimeoutMs: ms,
  oauthTimeoutMs: ms,
});

const botAt = (apiRoot: string, ms = PATIENT_MS) =>
  zaloBot({ ...within(ms), token: BOT_TOKEN.replaceAll(/[+/]/gu, '_'), apiRoot });

function oaAt({ root }: Pick<AnsweringServer, 'root'>, ms = PATIENT_MS): ZaloOa {
  return zaloOa({
    ...within(ms),
    appId: 'app',
    appSecret: 'app-secret',
    tokens: new TokenShelf(pair(1)),
    apiRoot: root,
    oauthRoot: root,
    now: () => 0,
  });
}

function expectNoSecretIn(error: unknown): void {
  const shown = everythingOf(error);
  expect(SECRETS.filter((secret) => shown.includes(secret))).toEqual([]);
  expect(error instanceof Error && error.cause).toBeUndefined();
}

describe.each(FAILURES)('%s', (name, answer, [ofBot, ofOa]) => {
  const ms = name === 'no answer' ? IMPATIENT_MS : PATIENT_MS;

  test('the bot keeps its token', async () => {
    await using server = await answeringServer(answer);
    const errors: unknown[] = [];
    for (const [method, call] of BOT_CALLS) {
      const patience = method === 'getUpdates' ? { timeoutMs: ms } : {};
      errors.push(await failureOf(call(botAt(server.root, ms), patience)));
    }
    const failed = errors.filter((error) => error !== null);
    failed.forEach(expectNoSecretIn);
    expect(failed).toHaveLength(ofBot);
  });

  test('the account keeps its tokens and its secret', async () => {
    await using server = await answeringServer(answer);
    const errors: unknown[] = [];
    for (const [, call] of OA_CALLS) errors.push(await failureOf(call(oaAt(server, ms))));
    const failed = errors.filter((error) => error !== null);
    failed.forEach(expectNoSecretIn);
    expect(failed).toHaveLength(ofOa);
  });
});

test('the account keeps them when a refresh fails on the way to a second attempt', async () => {
  const lapsed = always({ error: -216, message: 'access-1 is invalid' });
  await using server = await answeringServer(inTurn(lapsed, parrot(200, bodyOf)));
  const error = await failureOf(oaAt(server).sendToGroup('g', TEXT));
  expectNoSecretIn(error);
  expect(error).toMatchObject({ name: 'ZaloConsentNeeded', code: -1 });
});

test('nobody there: no address in the error, as the token is part of it', async () => {
  const error = await failureOf(botAt('http://127.0.0.1:1').getMe());
  expectNoSecretIn(error);
  expect(everythingOf(error)).not.toContain('127.0.0.1');
});

test('a fault of fetch itself is not handed on', async () => {
  const bot = zaloBot({
    token: '1:SeCr3t',
    fetch: async (address) => {
      const { url } = new Request(address);
      throw new TypeError(`Failed to parse URL from ${url}`, {
        cause: Object.assign(new Error(url), { code: url }),
      });
    },
  });
  const error = await failureOf(bot.getMe());
  expectNoSecretIn(error);
  expect(error).toMatchObject({ name: 'ZaloUnreachable', systemCode: null });
});

test('a token that is not of its form is not repeated', () => {
  let shown = '';
  try {
    zaloBot({ token: BOT_TOKEN });
  } catch (error) {
    shown = everythingOf(error);
  }
  expect(shown).toContain('TypeError');
  expect(shown).not.toContain('SeCr3t');
});

test('the clients themselves show nothing when printed', async () => {
  await using server = await answeringServer(silence);
  const shown = everythingOf([botAt(server.root), oaAt(server)]);
  expect(SECRETS.filter((secret) => shown.includes(secret))).toEqual([]);
});
