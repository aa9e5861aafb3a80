import { readFileSync } from 'node:fs';

import { load as parseYaml } from 'js-yaml';
import { expect, test } from 'vitest';
import * as z from 'zod';

import { UNCONFIRMED } from '#zalo-api-wrapper';

import { ZaloBotSettings } from '../src/channels/zalo-bot/configuration.ts';
import { WEBHOOK_PATH as BOT_PATH } from '../src/channels/zalo-bot/webhook.ts';
import { ZaloOaSettings } from '../src/channels/zalo-oa/configuration.ts';
import { WEBHOOK_PATH as OA_PATH } from '../src/channels/zalo-oa/webhook.ts';
import { VARIABLES } from '../src/config.ts';
import { LINK_PATH } from '../src/links/link-token.ts';

const GUIDE = readFileSync('docs/zalo.md', 'utf8');

const ZALO_VARIABLES = VARIABLES.filter((name) => /^ZALO_|^PUBLIC_URL$/u.test(name));

test('there are variables to explain', () => {
  expect(ZALO_VARIABLES.length).toBeGreaterThan(8);
});

test.each(ZALO_VARIABLES)('%s is explained', (name) => {
  expect(GUIDE).toMatch(new RegExp(`\`${name}\`|^\\s*${name}=`, 'mu'));
});

test('no variable is named that is not read', () => {
  const named = Array.from(GUIDE.matchAll(/\b(?:ZALO|DUNG_HEN)_[A-Z_]+\b/gu), ([name]) => name);
  expect(named.filter((name) => !VARIABLES.includes(name))).toEqual([]);
});

test.each([BOT_PATH, OA_PATH])('%s goes through both proxies, and is told to Zalo', (path) => {
  const [caddy = '', nginx = ''] = GUIDE.split('```nginx');
  expect(caddy).toContain(path);
  expect(nginx.split('```')[0]).toContain(path.slice(1));
});

test('links to charts go through both proxies', () => {
  expect(GUIDE).toContain(` ${LINK_PATH}/*`);
  expect(GUIDE).toContain(`|${LINK_PATH.slice(1)}/.*)$`);
});

test('every key of the configuration that is named is one', () => {
  const known = new Set([
    ...keysOf(ZaloBotSettings, 'zaloBot'),
    ...keysOf(ZaloOaSettings, 'zaloOa'),
  ]);
  const named = Array.from(
    GUIDE.matchAll(/`(zalo(?:Bot|Oa)\.[a-z][\w.]*\w)(?:: \w+)?`/giu),
    ([, key = '']) => key,
  ).filter((key) => !EVENTS.has(key));
  expect(named.length).toBeGreaterThan(10);
  expect(named.filter((key) => !known.has(key))).toEqual([]);
});

test('what the example shows of the client in comments is what the client takes to be so', () => {
  const [, zalo = ''] = readFileSync('config.example.yaml', 'utf8').split(/^(?=zaloBot:$)/mu);
  const shown = z
    .object({ zaloBot: ZaloBotSettings, zaloOa: ZaloOaSettings })
    .parse(parseYaml(zalo.replaceAll(/^ {4}# (?=\w+: [^=]*$| {2}application)/gmu, '    ')));
  const said = { ...shown.zaloBot.unconfirmed, ...shown.zaloOa.unconfirmed };
  const { oaRefusals: _codes, botEventKinds: _events, ...same } = UNCONFIRMED;
  expect(said).toMatchObject(same);
  // of these two it shows how they are written
  expect(Object.keys({ ...said.oaRefusals, ...said.botEventKinds })).toHaveLength(2);
});

/** Of the log, which look like keys. */
const EVENTS = new Set(['zaloOa.wrongSignature', 'zaloOa.deliveryTooOld']);

test('events of the log are those that are logged', () => {
  const door = readFileSync('src/channels/zalo-oa/webhook.ts', 'utf8');
  expect([...EVENTS].filter((event) => !door.includes(`'${event}'`))).toEqual([]);
});

test('links within it lead somewhere', () => {
  const titles = Array.from(GUIDE.matchAll(/^#+ (.+)$/gmu), ([, title = '']) => title);
  const anchors = new Set(
    titles.map((title) =>
      title
        .toLowerCase()
        .replaceAll(/[^\p{L}\p{M}\p{N} _-]/gu, '')
        .replaceAll(' ', '-'),
    ),
  );
  const links = Array.from(GUIDE.matchAll(/\]\(#([^)]+)\)/gu), ([, anchor = '']) => anchor);
  expect(links.filter((anchor) => !anchors.has(anchor))).toEqual([]);
});

/** Those that have no default, too. */
function keysOf(settings: z.ZodType, above: string): readonly string[] {
  const names = (schema: unknown, here: string): readonly string[] => {
    const { properties, anyOf } = Mapping.parse(schema);
    const inner = Object.entries(properties).flatMap(([key, value]) => {
      return [`${here}.${key}`, ...names(value, `${here}.${key}`)];
    });
    return [...inner, ...anyOf.flatMap((one) => names(one, here))];
  };
  return names(z.toJSONSchema(settings, { io: 'input' }), above);
}

const Mapping = z.object({
  properties: z.record(z.string(), z.unknown()).default({}),
  anyOf: z.array(z.unknown()).default([]),
});
