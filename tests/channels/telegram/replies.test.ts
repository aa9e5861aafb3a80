import { describe, expect, test } from 'vitest';

import type { Block } from '../../../src/replies/reply.ts';
import { textReply } from '../../../src/replies/reply.ts';
import { NO_PHOTOS } from '../../doubles/telegram/faults.ts';
import { charted, openTelegram, PICTURE } from './open-telegram.ts';

const HEADLINE: Block = { kind: 'headline', line: ['Nha Trang: ', { strong: '0,77%' }] };
const long = (letters: number): Block => ({
  kind: 'list',
  items: Array.from({ length: letters / 10 }, () => ['1234567']),
});
const cannotDraw = () => Promise.reject(new Error('no font'));
const neverDraws = () => new Promise<never>(() => undefined);

describe('a reply', () => {
  test('is marked up by role, and its own markup characters are shown as they are', async () => {
    const blocks: readonly Block[] = [
      HEADLINE,
      { kind: 'text', line: ['<b>&"_* ', { strong: 'a<b' }] },
      { kind: 'warning', line: ['lệch'] },
      { kind: 'source', line: ['Báo cáo 55'] },
      { kind: 'table', header: ['Đơn vị', '%'], rows: [['Cam Lâm', '3,14']] },
    ];
    await using bot = await openTelegram({ answer: async () => textReply(blocks) });
    bot.telegram.says('?');
    const [sent] = await bot.telegram.messages(1);
    expect(sent?.text.split('\n')).toEqual([
      'Nha Trang: 0,77%',
      '',
      '<b>&"_* a<b',
      '',
      '⚠️ lệch',
      '',
      'Báo cáo 55',
      '',
      'Đơn vị      %',
      'Cam Lâm  3,14',
    ]);
    expect(sent?.entities).toEqual([
      { tag: 'b', text: 'Nha Trang: 0,77%' },
      { tag: 'b', text: 'a<b' },
      { tag: 'i', text: 'Báo cáo 55' },
      { tag: 'pre', text: 'Đơn vị      %\nCam Lâm  3,14' },
    ]);
  });

  test('longer than a message is split between lines, buttons on the last', async () => {
    const choices = [{ label: 'Tiếp', send: '/tiep' }];
    await using bot = await openTelegram({ answer: async () => textReply([long(9000)], choices) });
    bot.telegram.says('?');
    const sent = await bot.telegram.messages(3);
    expect(sent.flatMap(({ text }) => text.split('\n'))).toEqual(
      Array.from({ length: 900 }, () => '• 1234567'),
    );
    expect(sent.map(({ buttons }) => buttons.length)).toEqual([0, 0, 1]);
  });

  test('in a group only the first of several messages quotes the question', async () => {
    await using bot = await openTelegram({ answer: async () => textReply([long(5000)]) });
    const question = bot.telegram.says('?', { chat: { id: -500, type: 'group' } });
    expect((await bot.telegram.messages(2)).map(({ replyTo }) => replyTo)).toEqual([
      question,
      null,
    ]);
  });

  test('with nothing in it is not sent, and said so in the log', async () => {
    await using bot = await openTelegram({ answer: async () => textReply([]) });
    bot.telegram.says('?');
    await bot.log.line('telegram.answerNotDelivered');
    expect(bot.telegram.sent).toEqual([]);
  });
});

describe('a reply with a chart', () => {
  test('is one photo with the text as its caption', async () => {
    await using bot = await openTelegram({
      answer: async () => charted([HEADLINE], [{ label: 'Cấp xã', send: '/x' }]),
    });
    bot.telegram.says('?');
    const [sent] = await bot.telegram.messages(1);
    expect(sent?.text).toBe('Nha Trang: 0,77%');
    expect(sent?.photo).toEqual(new Uint8Array(PICTURE));
    expect(sent?.buttons.map(({ text }) => text)).toEqual(['Cấp xã']);
  });

  test('whose text is too long for a caption is a photo with the headline, then the rest', async () => {
    await using bot = await openTelegram({ answer: async () => charted([HEADLINE, long(2000)]) });
    bot.telegram.says('?');
    const [photo, text] = await bot.telegram.messages(2);
    expect(photo?.text).toBe('Nha Trang: 0,77%');
    expect(photo?.photo).toBeInstanceOf(Uint8Array);
    expect(text?.photo).toBeNull();
    expect(text?.text.split('\n')).toHaveLength(200);
  });

  test('that cannot be drawn arrives as text', async () => {
    await using bot = await openTelegram({
      draw: cannotDraw,
      answer: async () => charted([HEADLINE]),
    });
    bot.telegram.says('?');
    expect(await bot.telegram.messages(1)).toMatchObject([
      { text: 'Nha Trang: 0,77%', photo: null },
    ]);
    expect(bot.log.lines.map(({ event }) => event)).toContain('telegram.attachmentFailed');
  });

  test('that is not drawn in time arrives as text', async () => {
    await using bot = await openTelegram({
      draw: neverDraws,
      answer: async () => charted([HEADLINE]),
    });
    bot.telegram.says('?');
    await bot.time.pass(5000);
    expect(await bot.telegram.messages(1)).toMatchObject([
      { text: 'Nha Trang: 0,77%', photo: null },
    ]);
    expect(bot.log.lines.map(({ event }) => event)).toContain('telegram.attachmentTooLate');
  });

  test('arrives as text where photos are forbidden', async () => {
    await using bot = await openTelegram({ answer: async () => charted([HEADLINE, long(2000)]) });
    bot.telegram.fails('sendPhoto', NO_PHOTOS);
    bot.telegram.says('?');
    const [sent] = await bot.telegram.messages(1);
    expect(sent?.photo).toBeNull();
    expect(sent?.text.startsWith('Nha Trang: 0,77%\n\n• 1234567')).toBe(true);
  });
});
