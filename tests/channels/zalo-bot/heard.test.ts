import { describe, expect, test } from 'vitest';

import { type BotUpdate, botWebhook } from '#zalo-api-wrapper';

import { heard } from '../../../src/channels/zalo-bot/heard.ts';
import { LIKELY } from '../../../src/channels/zalo-bot/unconfirmed.ts';
import { AN, GROUP, PRIVATE, type ZaloChat } from '../../doubles/zalo-bot/chats.ts';

const EARS = { names: ['Bot Một Cửa', 'Bot Một Cửa Nha Trang'], addedEvents: LIKELY.addedEvents };

function updateIn(body: string): BotUpdate {
  const update = botWebhook({ secret: 'secret' }).read({ secret: 'secret', body });
  if (update === 'wrong-secret' || update.kind === 'unreadable') throw new Error('no update');
  return update;
}

function heardIn(chat: ZaloChat, said: object, names: readonly string[] = EARS.names) {
  const message = { message_id: 'm1', date: 1, from: AN, chat, ...said };
  const body = JSON.stringify({ event_name: 'message.text.received', message });
  return heard(updateIn(body), { ...EARS, names });
}

describe('in a group', () => {
  test.each([
    ['@Bot Một Cửa /tre-han', '/tre-han'],
    ['@Bot Một Cửa Nha Trang trễ hạn bao nhiêu?', 'trễ hạn bao nhiêu?'],
    ['@bot một cửa 2', '2'],
    ['@Bot Một Cửa', ''],
    ['@Bot Một Cửa'.normalize('NFD'), ''],
    ['hỏi @Bot Một Cửa sau', 'hỏi sau'],
    ['trễ hạn bao nhiêu? @Bot Một Cửa Nha Trang', 'trễ hạn bao nhiêu?'],
    [`1 ${'@bot một cửa'.normalize('NFD')}`, '1'],
    ['hỏi @Bot Một Cửas', 'hỏi @Bot Một Cửas'],
    ['còn Cam Ranh?', 'còn Cam Ranh?'],
  ])('%j says %j', (text, said) => {
    expect(heardIn(GROUP, { text })).toMatchObject({ kind: 'message', message: { text: said } });
  });

  test.each([
    ['@Bot Của Tỉnh /tre-han Nha Trang', '/tre-han Nha Trang'],
    ['@Bot Đúng Hẹn Nha Trang trễ hạn?', 'Nha Trang trễ hạn?'],
    ['@Bot Đúng Hẹn 1', '1'],
  ])('%j says %j, though nobody has told what the bot is called', (text, said) => {
    expect(heardIn(GROUP, { text }, [])).toMatchObject({ message: { text: said } });
  });

  test.each([
    '@Bot Sở Nội vụ trễ hạn bao nhiêu?',
    '@Bot Nha Trang 1',
    '@Lan @Bot Một Cửa trễ hạn?',
  ])('of %j nobody can tell where the name ends: no agency is read out of it', (text) => {
    expect(heardIn(GROUP, { text }, [])).toMatchObject({ message: { text: '' } });
  });

  test('the words beside a picture are what was said', () => {
    const said = heardIn(GROUP, { caption: '@Bot Một Cửa /tre-han' });
    expect(said).toMatchObject({ message: { text: '/tre-han', addressed: true } });
  });
});

test.each([
  ['a message without a sender', { message: { message_id: 'm1', chat: GROUP } }],
  ['a chat alone', { chat: GROUP }],
])('a bot that is added is told so by %s', (_words, parts) => {
  const update = updateIn(JSON.stringify({ event_name: 'bot.added', ...parts }));
  expect(heard(update, EARS)).toMatchObject({
    kind: 'added',
    message: { chat: GROUP.id, chatKind: 'group', text: '/start' },
  });
});

test('in private nothing is taken for a mention', () => {
  const text = '@Bot Một Cửa /tre-han';
  expect(heardIn(PRIVATE, { text })).toMatchObject({ message: { text, chatKind: 'private' } });
});
