import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

import { describe, expect, test } from 'vitest';

const ROW_0 = ['clock', 'errors', 'log', 'unique-by', 'vietnamese'];
const ROW_1 = [...ROW_0, 'agencies', 'calendar'];
const ROW_2 = [...ROW_1, 'figures', 'asking', 'snapshots'];
/** Type files of the edge that the rooms below may see, and the one shape all answers have. */
const SHARED_TYPES = ['channel-type', 'reply-type'];
const ROW_3 = [...ROW_2, ...SHARED_TYPES];
const ALL_OF_ROW_3 = [...ROW_3, 'queries', 'replies', 'dialogue', 'polling', 'schedule'];

/** Who may reach whom; a room may always reach itself. */
const MAY_REACH: Readonly<Record<string, readonly string[]>> = {
  clock: [],
  errors: [],
  log: [],
  'unique-by': [],
  vietnamese: [],
  agencies: ROW_0,
  calendar: ROW_0,
  figures: ROW_1,
  asking: [...ROW_1, 'figures'],
  snapshots: [...ROW_1, 'figures'],
  'reply-type': [...ROW_2],
  'channel-type': [...ROW_2, 'reply-type'],
  queries: ROW_3,
  replies: [...ROW_3, 'queries'],
  dialogue: ROW_3,
  polling: ROW_3,
  schedule: ROW_3,
  sources: ALL_OF_ROW_3,
  channels: ALL_OF_ROW_3,
  storage: ALL_OF_ROW_3,
  charts: ALL_OF_ROW_3,
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
  hucre: ['sources'],
  yaml: ['agencies', 'figures', 'sources', 'config'],
  'node-cron': ['shell'],
  pino: ['shell'],
};

const FILES = globSync('{src,commands,jobs}/**/*.ts').filter(
  (file) => !file.startsWith('src/channels/web/page/'),
);

/** `src/channels/telegram/send.ts` → `channels`; the files directly in `src/` are rooms of their own. */
function roomOf(file: string): string {
  const path = normalize(file).replaceAll('\\', '/');
  if (/^src\/channels\/[^/]+\.ts$/u.test(path)) return 'channel-type';
  if (/^src\/replies\/(reply|chart-request)\.ts$/u.test(path)) return 'reply-type';
  const [top, second] = path.split('/');
  return top === 'src' ? (second ?? '').replace(/\.ts$/u, '') : (top ?? '');
}

/** One folder of the edge, which never sees its neighbours: `channels/telegram`, `sources/file`. */
function edgeFolderOf(file: string): string | null {
  return (
    /^src\/((?:channels|sources)\/[^/]+)\//u.exec(normalize(file).replaceAll('\\', '/'))?.[1] ??
    null
  );
}

function importsOf(file: string): readonly string[] {
  const text = readFileSync(file, 'utf8');
  const found = text.matchAll(
    /(?:^|\n)(?:import|export)[^'"]*?from '([^']+)'|import\('([^']+)'\)/gu,
  );
  return Array.from(found, (match) => match[1] ?? match[2] ?? '');
}

const ourImportsOf = (file: string) =>
  importsOf(file)
    .filter((name) => name.startsWith('.'))
    .map((name) => join(dirname(file), name));

describe('rooms', () => {
  test('the tree is read at all', () => {
    expect(FILES.length).toBeGreaterThan(50);
    expect(ourImportsOf('src/main.ts').length).toBeGreaterThan(0);
  });

  test.each(FILES)('%s reaches only rooms it may', (file) => {
    const room = roomOf(file);
    if (TOP.has(room)) return;
    const reached = ourImportsOf(file).map(roomOf);
    const allowed = [room, ...(MAY_REACH[room] ?? [])];
    expect(reached.filter((other) => !allowed.includes(other))).toEqual([]);
  });

  test.each(FILES)('%s does not reach a neighbour on the edge', (file) => {
    const own = edgeFolderOf(file);
    if (own === null) return;
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
    const misplaced = vendors.filter((vendor) => {
      const rooms = VENDORS[vendor] ?? [];
      return (
        !rooms.includes('*') &&
        !rooms.some((room) => normalize(file).replaceAll('\\', '/').startsWith(`src/${room}`))
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
  const READERS =
    /^(src\/(replies|asking|dialogue|agencies|calendar|sources|vietnamese)\/|commands\/)/u;

  test.each(FILES.filter((file) => !READERS.test(file)))(
    '%s holds no Vietnamese wording',
    (file) => {
      const code = readFileSync(file, 'utf8')
        .replace(/\/\*[\s\S]*?\*\//gu, '')
        .replace(/\/\/.*$/gmu, '');
      expect(code).not.toMatch(/[ăâđêôơưĂÂĐÊÔƠƯàáảãạèéẻẽẹìíỉĩịòóỏõọùúủũụỳýỷỹỵ]/u);
    },
  );
});
