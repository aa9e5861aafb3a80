import { describe, expect, test } from 'vitest';

import type { Block, Reply } from '../../../src/replies/reply.ts';
import { textReply } from '../../../src/replies/reply.ts';
import { GROUP } from '../../doubles/telegram/chats.ts';
import { KICKED, NO_DOCUMENTS, NO_PHOTOS, RESET } from '../../doubles/telegram/faults.ts';
import { charted, openTelegram, PICTURE, says, TABLE, WORKBOOK } from './open-telegram.ts';

const HERE = { chat: String(GROUP.id), topic: null };
const LONG: Block = { kind: 'text', line: ['x'.repeat(1500)] };
const CHOICES = [{ label: 'Đã nhận', send: '/da-nhan' }];
const DOCUMENT = { name: TABLE.name, bytes: WORKBOOK };
const short: Reply = { ...says('4 quá hạn'), choices: CHOICES, file: TABLE };
const long: Reply = { ...textReply([LONG], CHOICES), file: TABLE };

describe('a reply with a file', () => {
  test('is one document with the text as its caption', async () => {
    await using bot = await openTelegram();
    expect(await bot.channel.deliver(HERE, short)).toMatchObject({ kind: 'delivered' });
    expect(bot.telegram.sent).toMatchObject([
      { text: '4 quá hạn', photo: null, document: DOCUMENT, buttons: [{ text: 'Đã nhận' }] },
    ]);
  });

  test('whose text is too long for a caption is the text with its buttons, then the document', async () => {
    await using bot = await openTelegram();
    await bot.channel.deliver(HERE, long);
    expect(bot.telegram.sent).toMatchObject([
      { document: null, buttons: [{ text: 'Đã nhận' }] },
      { text: '', document: DOCUMENT, buttons: [] },
    ]);
  });

  test('and a chart is a photo with the text, then the document', async () => {
    await using bot = await openTelegram();
    await bot.channel.deliver(HERE, { ...short, chart: charted([]).chart });
    expect(bot.telegram.sent).toMatchObject([
      { text: '4 quá hạn', photo: new Uint8Array(PICTURE), document: null },
      { text: '', photo: null, document: DOCUMENT },
    ]);
  });

  test('is the answer of a question as well', async () => {
    await using bot = await openTelegram({ answer: async () => short });
    bot.telegram.says('?');
    expect(await bot.telegram.messages(1)).toMatchObject([{ document: DOCUMENT }]);
  });
});

describe('a file', () => {
  test.each<[string, () => Promise<Uint8Array>]>([
    ['that cannot be made', () => Promise.reject(new Error('too big'))],
    ['that is not made in time', () => new Promise(() => undefined)],
  ])('%s leaves the text', async (_case, makeFile) => {
    await using bot = await openTelegram({ makeFile });
    const delivering = bot.channel.deliver(HERE, short);
    bot.time.runFree();
    expect(await delivering).toMatchObject({ kind: 'delivered' });
    expect(bot.telegram.sent).toMatchObject([{ text: '4 quá hạn', document: null }]);
    expect(bot.log.lines.map(({ event }) => event)).toContainEqual(
      expect.stringMatching(/^telegram\.attachment(Failed|TooLate)$/u),
    );
  });

  test.each([
    ['caption', short, ['4 quá hạn']],
    ['bare', long, ['x'.repeat(1500)]],
  ])(
    'that a group does not take leaves the text, delivered once (%s)',
    async (_case, reply, texts) => {
      await using bot = await openTelegram();
      bot.telegram.fails('sendDocument', NO_DOCUMENTS);
      expect(await bot.channel.deliver(HERE, reply)).toMatchObject({ kind: 'delivered' });
      expect(bot.telegram.sent.map(({ text }) => text)).toEqual(texts);
    },
  );

  test('goes even where photos are forbidden', async () => {
    await using bot = await openTelegram();
    bot.telegram.fails('sendPhoto', NO_PHOTOS);
    await bot.channel.deliver(HERE, { ...short, chart: charted([]).chart });
    expect(bot.telegram.sent).toMatchObject([{ text: '4 quá hạn', document: DOCUMENT }]);
  });

  test('of which nobody knows whether it arrived leaves the whole unknown', async () => {
    await using bot = await openTelegram();
    bot.telegram.fails('sendDocument', RESET, 2);
    expect(await bot.channel.deliver(HERE, long)).toMatchObject({ kind: 'unknown' });
  });

  test('is not tried in other ways where the bot was thrown out', async () => {
    await using bot = await openTelegram();
    bot.telegram.fails('sendDocument', KICKED);
    const delivery = await bot.channel.deliver(HERE, short);
    expect(delivery).toMatchObject({ kind: 'never', chatClosed: true });
    expect(bot.telegram.callsOf('sendMessage')).toEqual([]);
  });
});
