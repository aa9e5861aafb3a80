import { afterAll, beforeAll, expect, test } from 'vitest';

import { startBot, type TestBot } from './start-bot.ts';

let bot: TestBot;
beforeAll(async () => {
  bot = await startBot();
});
afterAll(() => bot[Symbol.asyncDispose]());

const SAID = /Khác kỳ với câu trước: đây là số của (.+), câu trước là (.+)\./u;

test.each<[string, readonly string[], readonly string[] | null]>([
  [
    'another metric that only has a half year',
    ['/tre-han Nha Trang', 'còn bưu chính?'],
    ['6 tháng đầu năm 2023', 'năm 2023'],
  ],
  [
    'an agency that only the province stands for',
    ['/buu-chinh Nha Trang', 'còn Sở KHĐT?'],
    ['năm 2020', '6 tháng đầu năm 2023'],
  ],
  ['the same period', ['/tre-han Nha Trang', 'còn Cam Ranh?'], null],
  ['a question of its own', ['/buu-chinh Nha Trang', '/buu-chinh Sở KHĐT'], null],
  ['a period that was asked for', ['/tre-han Nha Trang', 'còn năm 2020?'], null],
  ['a period carried on', ['/tre-han Nha Trang năm 2020', 'còn Cam Ranh?'], null],
])('%s', async (_name, conversation, periods) => {
  const talk = bot.talk();
  let text = '';
  for (const message of conversation) ({ text } = await talk.hears(message));
  const found = SAID.exec(text);
  expect(found === null ? null : found.slice(1)).toEqual(periods);
});
