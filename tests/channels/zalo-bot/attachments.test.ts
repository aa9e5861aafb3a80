import { describe, expect, test } from 'vitest';

import { type Reply, textReply } from '../../../src/replies/reply.ts';
import { ZALO_WORDS } from '../../../src/replies/zalo-words.ts';
import { BAD_REQUEST } from '../../doubles/zalo-bot/faults.ts';
import type { Fetching } from '../../doubles/zalo-bot/pictures.ts';
import { charted, openZaloBot, PICTURE, says, TABLE, WORKBOOK } from './open-zalo-bot.ts';

const CHART = charted([{ kind: 'headline', line: ['0,77%'] }]);
const WITH_FILE: Reply = { ...says('danh sách'), file: TABLE };
const LINES = Array.from({ length: 700 }, (_, index) => `hồ sơ ${index}`);
const LONG = textReply([{ kind: 'list', items: LINES.map((line) => [line]) }]);
const URL_IN = /https:\/\/\S+/u;

describe('a chart', () => {
  const ways: readonly (readonly [Fetching, readonly string[]])[] = [
    ['once', ['GET']],
    ['twice', ['GET', 'GET']],
    ['headThenGet', ['HEAD', 'GET']],
  ];

  test.each(ways)('is there when Zalo fetches it %s', async (fetching, methods) => {
    await using bot = await openZaloBot({ answer: async () => CHART });
    bot.zalo.platform.fetching = fetching;
    bot.zalo.says('?');
    const [sent] = await bot.zalo.messages(1);
    expect(sent?.text).toBe('0,77%');
    expect(sent?.fetched.map(({ method }) => method)).toEqual(methods);
    for (const { method, status, mediaType, cacheControl, bytes } of sent?.fetched ?? []) {
      expect([status, mediaType, cacheControl]).toEqual([
        200,
        'image/png',
        'private, max-age=3600',
      ]);
      expect(Buffer.from(bytes)).toEqual(method === 'HEAD' ? Buffer.alloc(0) : PICTURE);
    }
  });

  test('that Zalo never fetches leaves its words', async () => {
    await using bot = await openZaloBot({ answer: async () => CHART });
    bot.zalo.platform.fetching = 'never';
    bot.zalo.says('?');
    expect(await bot.zalo.messages(1)).toMatchObject([{ text: '0,77%', fetched: [] }]);
  });

  test('opens for whoever has its address, and dies with its hour', async () => {
    await using bot = await openZaloBot({ answer: async () => CHART });
    bot.zalo.says('?');
    const url = (await bot.zalo.messages(1))[0]?.photoUrl ?? '';
    expect((await bot.open(url)).status).toBe(200);
    bot.later(60 * 60_000);
    expect((await bot.open(url)).status).toBe(410);
  });

  test('that is refused leaves its words', async () => {
    await using bot = await openZaloBot({ answer: async () => CHART });
    bot.zalo.fails('sendPhoto', BAD_REQUEST);
    bot.zalo.says('?');
    expect(await bot.zalo.messages(1)).toMatchObject([{ text: '0,77%', photoUrl: null }]);
    expect(bot.log.lines.map(({ event }) => event)).toContain('zaloBot.pictureNotSent');
  });

  test('that cannot be drawn leaves its words', async () => {
    await using bot = await openZaloBot({
      answer: async () => CHART,
      draw: () => Promise.reject(new Error('no font')),
    });
    bot.zalo.says('?');
    expect(await bot.zalo.messages(1)).toMatchObject([{ text: '0,77%', photoUrl: null }]);
    expect(bot.log.lines.map(({ event }) => event)).toContain('zaloBot.attachmentFailed');
  });

  test('that takes too long leaves its words', async () => {
    await using bot = await openZaloBot({
      answer: async () => CHART,
      draw: () => new Promise(() => undefined),
    });
    bot.zalo.says('?');
    await bot.time.pass(5000);
    expect(await bot.zalo.messages(1)).toMatchObject([{ text: '0,77%', photoUrl: null }]);
  });
});

describe('a table', () => {
  test('is under a link that says until when', async () => {
    await using bot = await openZaloBot({ answer: async () => WITH_FILE });
    bot.zalo.says('?');
    const [sent] = await bot.zalo.messages(1);
    expect(sent?.text).toMatch(
      /^danh sách\n\nTệp Excel \(tải được đến 16:00\): https:\S+\/ho-so-den-han\.xlsx$/u,
    );
    const response = await bot.open(URL_IN.exec(sent?.text ?? '')?.[0] ?? '');
    expect([response.status, await response.bytes()]).toEqual([200, WORKBOOK]);
  });

  test('is not sent where the province will not have dossiers under links', async () => {
    await using bot = await openZaloBot({ answer: async () => WITH_FILE, fileMinutes: null });
    bot.zalo.says('?');
    expect(await bot.zalo.messages(1)).toMatchObject([
      { text: `danh sách\n\n${ZALO_WORDS.fileNotSent}` },
    ]);
  });
});

describe('a long answer', () => {
  test('takes three messages, numbered, and the rest is under a link', async () => {
    await using bot = await openZaloBot({ answer: async () => LONG });
    bot.zalo.says('?');
    const sent = await bot.zalo.messages(3);
    expect(sent.map(({ text }) => text.split('\n').at(-1))).toEqual(['(1/3)', '(2/3)', '(3/3)']);
    expect(Math.max(...sent.map(({ text }) => text.length))).toBeLessThanOrEqual(2000);
    const last = sent.at(-1)?.text ?? '';
    const left = Number(/còn (\d+) dòng nữa/u.exec(last)?.[1]);
    const shown = sent
      .flatMap(({ text }) => text.split('\n'))
      .filter((line) => line.startsWith('• '));
    expect(shown.length + left).toBe(700);
    const whole = await bot.open(URL_IN.exec(last)?.[0] ?? '');
    expect(whole.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(await whole.text()).toBe(LINES.map((line) => `• ${line}`).join('\n'));
  });

  test('is cut and counted where nothing may be under a link', async () => {
    await using bot = await openZaloBot({ answer: async () => LONG, fileMinutes: null });
    bot.zalo.says('?');
    const last = (await bot.zalo.messages(3)).at(-1)?.text ?? '';
    expect(last).toMatch(/\n… còn \d+ dòng nữa\n\(3\/3\)$/u);
    expect(last).not.toMatch(URL_IN);
  });
});
