import { expect, test } from 'vitest';

import { chatNames, chatRef } from '../../src/audience/chat-name.ts';

test.each([
  ['one with a title', '-100', 'Phường Lộc Thọ'],
  ['one without', '-200', 'telegram:-200'],
  ['one nobody let in', '-300', 'telegram:-300'],
])('%s', (_which, chat, name) => {
  const nameOf = chatNames([
    { channel: 'telegram', chat: '-100', title: 'Phường Lộc Thọ' },
    { channel: 'telegram', chat: '-200', title: null },
    { channel: 'web', chat: '-300', title: 'Phường Vĩnh Hải' },
  ]);
  expect(nameOf({ channel: 'telegram', chat })).toBe(name);
});

test('a chat in one word', () => {
  expect(chatRef('telegram', '-100')).toBe('telegram:-100');
});
