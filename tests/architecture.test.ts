import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

import { describe, expect, test } from 'vitest';

const ROW_0 = ['clock', 'errors', 'log', 'read-yaml', 'unique-by', 'vietnamese'];
const ROW_1 = [...ROW_0, 'agencies', 'calendar'];
const ROW_2 = [...ROW_1, 'figures', 'asking', 'snapshots', 'dossiers', 'alerts', 'credentials'];
/** Type files of the edge that the rooms below may see, and the one shape all answers have. */
const SHARED_TYPES = ['channel-type', 'reply-type'];
const ROW_3 = [...ROW_2, ...SHARED_TYPES, 'audience', 'audit'];
const ALL_OF_ROW_3 = [
  ...ROW_3,
  'queries',
  'replies',
  'dialogue',
  'polling',
  'schedule',
  'outbox',
  'quota',
];

/** Who may reach whom; a room may always reach itself. */
const MAY_REACH: Readonly<Record<string, readonly string[]>> = {
  clock: [],
  errors: [],
  log: [],
  'read-yaml': ['errors'],
  'unique-by': [],
  vietnamese: [],
  agencies: ROW_0,
  calendar: ROW_0,
  figures: ROW_1,
  asking: [...ROW_1, 'figures'],
  snapshots: [...ROW_1, 'figures'],
  dossiers: [...ROW_1, 'figures'],
  alerts: [...ROW_1, 'figures', 'snapshots', 'dossiers'],
  credentials: ROW_0,
  audience: [...ROW_2, 'channel-type'],
  audit: [...ROW_2, ...SHARED_TYPES, 'audience'],
  'reply-type': [...ROW_2],
  'channel-type': [...ROW_2, 'reply-type'],
  queries: [...ROW_3, 'outbox', 'quota', 'polling', 'schedule'],
  replies: [...ROW_3, 'queries', 'outbox', 'quota', 'polling'],
  quota: ROW_3,
  outbox: ROW_3,
  dialogue: ROW_3,
  polling: [...ROW_3, 'outbox'],
  schedule: ROW_3,
  sources: ALL_OF_ROW_3,
  channels: ALL_OF_ROW_3,
  storage: ALL_OF_ROW_3,
  charts: ALL_OF_ROW_3,
  workbooks: ALL_OF_ROW_3,
  links: ALL_OF_ROW_3,
  answers: ALL_OF_ROW_3,
  commands: [...ALL_OF_ROW_3, 'answers'],
  jobs: [...ALL_OF_ROW_3, 'answers'],
};

/** The rooms that put everything together. */
const TOP = new Set(['main', 'shell', 'config']);

/** Where each vendor library may appear. */
const VENDORS: Readonly<Record<string, readonly string[]>> = {
  zod: ['*'],
  'better-sqlite3': ['storage'],
  grammy: ['channels/telegram'],
  hono: ['channels/web', 'shell'],
  '@hono/node-server': ['channels/web', 'shell'],
  'chart.js': ['charts'],
  'chartjs-node-canvas': ['charts'],
  canvas: ['charts'],
  '@napi-rs/canvas': ['charts'],
  'csv-parse': ['sources'],
  hucre: ['sources', 'workbooks'],
  jsonata: ['sources/http'],
  'js-yaml': ['read-yaml'],
  'node-cron': ['shell'],
  sax: ['sources'],
  pino: ['shell'],
  '#zalo-api-wrapper': ['channels/zalo-bot', 'channels/zalo-oa', 'shell'],
};

/** With the separators of this file, whatever the machine. */
const pathOf = (file: string) => normalize(file).replaceAll('\\', '/');

const FILES = globSync('{src,commands,jobs}/**/*.ts').filter(
  (file) => !/^src\/(channels\/web\/page|zalo-api-wrapper\/(tests|dist))\//u.test(pathOf(file)),
);

/** `src/channels/telegram/send.ts` → `channels`; the files directly in `src/` are rooms of their own. */
function roomOf(file: string): string {
  const path = pathOf(file);
  if (/^src\/channels\/(channel|choice-store|door|publish|seen-events|wait)\.ts$/u.test(path))
    return 'channel-type';
  if (/^src\/replies\/(reply|chart-request|file-request)\.ts$/u.test(path)) return 'reply-type';
  const [top, second] = path.split('/');
  return top === 'src' ? (second ?? '').replace(/\.ts$/u, '') : (top ?? '');
}

/** One folder of the edge, which never sees its neighbours: `channels/telegram`, `sources/file`. */
function edgeFolderOf(file: string): string | null {
  return /^src\/((?:channels|sources)\/[^/]+)\//u.exec(pathOf(file))?.[1] ?? null;
}

/** What a module's text names: imports, also of types, for effect or of what is handed on, dynamic ones and `require`. */
function importedIn(text: string): readonly string[] {
  const found = text.matchAll(
    /^(?:import|export)\b[^'";]*?\bfrom\s*['"]([^'"]+)['"]|^import\s*['"]([^'"]+)['"]|\b(?:import|require)\(\s*['"`]([^'"`]+)['"`]/gmu,
  );
  return Array.from(found, ([, from, effect, call]) => from ?? effect ?? call ?? '');
}

const importsOf = (file: string) => importedIn(readFileSync(file, 'utf8'));

const ourImportsOf = (file: string) =>
  importsOf(file)
    .filter((name) => name.startsWith('.'))
    .map((name) => join(dirname(file), name));

test.each([
  ["import { a } from './x.ts';", './x.ts'],
  ["import {\n  a,\n  type B,\n} from './x.ts';", './x.ts'],
  ["import type { A } from './x.ts';", './x.ts'],
  ["import * as a from './x.ts';", './x.ts'],
  ["import './x.ts';", './x.ts'],
  ["export { a } from './x.ts';", './x.ts'],
  ["export type { A } from './x.ts';", './x.ts'],
  ["export * from './x.ts';", './x.ts'],
  ["const { a } = await import('./x.ts');", './x.ts'],
  ["type A = import('./x.ts').A;", './x.ts'],
  ["const a = createRequire(import.meta.url)('x');\nrequire('./x.ts');", './x.ts'],
])('%j is seen as an import', (text, name) => {
  expect(importedIn(`const before = 1;\n${text}\n`)).toEqual([name]);
});

describe('rooms', () => {
  test('the tree is read at all', () => {
    expect(FILES.length).toBeGreaterThan(50);
    expect(ourImportsOf('src/main.ts').length).toBeGreaterThan(0);
  });

  test.each(FILES)('%s reaches only rooms it may', (file) => {
    const room = roomOf(file);
    if (TOP.has(room)) return;
    const reached = ourImportsOf(file).map(roomOf);
    const allowed = new Set([room, ...(MAY_REACH[room] ?? [])]);
    expect(reached.filter((other) => !allowed.has(other))).toEqual([]);
  });

  test.each(FILES)('%s does not reach a neighbour on the edge', (file) => {
    const room = roomOf(file);
    if (room !== 'channels' && room !== 'sources') return;
    // What the channels share lies beside them, and sees none of them.
    const own = edgeFolderOf(file);
    const reached = ourImportsOf(file)
      .map(edgeFolderOf)
      .filter((other) => other !== null && other !== own);
    expect(reached).toEqual([]);
  });

  test.each(FILES)('%s uses only the libraries of its room', (file) => {
    const vendors = importsOf(file)
      .filter((name) => !name.startsWith('.') && !name.startsWith('node:'))
      .map((name) =>
        (name.startsWith('@') ? name.split('/').slice(0, 2) : name.split('/').slice(0, 1)).join(
          '/',
        ),
      );
    const path = pathOf(file);
    const misplaced = vendors.filter((vendor) => {
      const rooms = VENDORS[vendor] ?? [];
      return (
        !rooms.includes('*') &&
        !rooms.some((room) => [`src/${room}/`, `src/${room}.ts`].some((at) => path.startsWith(at)))
      );
    });
    expect(misplaced).toEqual([]);
  });

  test('commands and jobs do not see each other', () => {
    const seen = FILES.filter((file) => /^(commands|jobs)\//u.test(file)).flatMap((file) =>
      ourImportsOf(file).filter((other) => /^(commands|jobs)\//u.test(other)),
    );
    expect(seen).toEqual([]);
  });
});

describe('names', () => {
  test.each(FILES)('%s is named after what it holds', (file) => {
    expect(file).not.toMatch(
      /(^|[/-])(utils?|helpers?|manager|service|common|misc|types)([-.]|\/|$)/u,
    );
    expect(file).toMatch(/^[a-z0-9./-]+$/u);
  });
});

describe('words for people', () => {
  /** Any Latin letter beyond the English ones, whole or with its marks apart. */
  const VIETNAMESE = /[\p{Script=Latin}--[A-Za-z]]|[\u0300-\u036F]/v;

  test.each(['Sở', 'Số', 'cấp', 'nhất', 'Đơn', 'ỷ', 'So\u031B\u0309'])('%s is seen', (word) => {
    expect(`'${word}'`).toMatch(VIETNAMESE);
  });

  const READERS = /^(src\/(replies|asking|dialogue|agencies|calendar|sources|vietnamese)\/)/u;

  test.each(FILES.filter((file) => !READERS.test(file)))(
    '%s holds no Vietnamese wording',
    (file) => {
      const code = readFileSync(file, 'utf8')
        .replace(/\/\*[\s\S]*?\*\//gu, '')
        // Not the two slashes of an address, behind which words could hide.
        .replace(/(?<=^|\s)\/\/.*$/gmu, '');
      expect(code).not.toMatch(VIETNAMESE);
    },
  );
});
