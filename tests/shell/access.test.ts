import { expect, test } from 'vitest';

import { accessOf } from '../../src/shell/dialogue.ts';

const SETTINGS = { keepers: [], access: 'bound', host: '127.0.0.1', publicUrl: null } as const;

test.each([
  ['127.0.0.1', null, true],
  ['localhost', null, true],
  ['::1', null, true],
  ['0.0.0.0', null, false],
  ['::', null, false],
  ['192.168.1.5', null, false],
  ['127.example.org', null, false],
  // A proxy on this machine makes everybody look local.
  ['127.0.0.1', 'https://bot.example.org', false],
])('who opens the page at %s, public as %s, is a keeper: %s', (host, publicUrl, isKeeper) => {
  const { localChannels } = accessOf({ ...SETTINGS, host, publicUrl });
  expect(localChannels.has('web')).toBe(isKeeper);
  expect(localChannels.has('console')).toBe(true);
});
