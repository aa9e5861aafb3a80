import { globSync } from 'node:fs';
import { basename } from 'node:path';

import { expect, test } from 'vitest';

import { CAPABILITIES } from '../../src/channels/capabilities.ts';
import { choiceLines } from '../../src/channels/numbered-choices.ts';
import { GROUP, TOKEN } from '../doubles/zalo-bot/chats.ts';
import { ZaloBotDouble } from '../doubles/zalo-bot/zalo-bot-double.ts';

test('every channel says what it can carry', () => {
  const folders = globSync('src/channels/*/').map((folder) => basename(folder));
  expect(Object.keys(CAPABILITIES).toSorted()).toEqual(folders.toSorted());
});

const howTo = (count: number) => `1–${count}`;

test('choices are lines only where there are no buttons for them', () => {
  const choices = [{ label: 'Cấp xã', send: '/tre-han cấp xã' }];
  expect(choiceLines(choices, { buttons: false }, howTo)).toEqual(['1. Cấp xã', '1–1']);
  expect(choiceLines(choices, { buttons: true }, howTo)).toEqual([]);
  expect(choiceLines([], { buttons: false }, howTo)).toEqual([]);
});

test.each([
  ['sendMessage', 'text', CAPABILITIES['zalo-bot'].textLimit],
  ['sendPhoto', 'caption', CAPABILITIES['zalo-bot'].captionLimit],
])('%s takes as much as the table says and no more', async (method, field, limit) => {
  await using zalo = await ZaloBotDouble.open({
    publicUrl: 'https://a.vn',
    local: () => zalo.root,
  });
  zalo.platform.fetching = 'never';
  const statusOf = async (length: number) => {
    const photo = method === 'sendPhoto' ? { photo: 'https://a.vn/a.png' } : {};
    const body = JSON.stringify({ chat_id: GROUP.id, ...photo, [field]: 'x'.repeat(length) });
    const headers = { 'content-type': 'application/json' };
    const url = `${zalo.root}/bot${TOKEN}/${method}`;
    return (await fetch(url, { method: 'POST', headers, body })).status;
  };
  expect([await statusOf(limit), await statusOf(limit + 1)]).toEqual([200, 400]);
});
