import { readdir, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { forgetLinks } from '../../jobs/forget-links.ts';
import { openLinkFolder } from '../../src/links/link-folder.ts';
import { type Links, openLinks } from '../../src/links/open-links.ts';
import { LINK_WORDS } from '../../src/replies/link-words.ts';
import { HandWoundTime } from '../doubles/hand-wound-time.ts';
import { KeptLog } from '../doubles/kept-log.ts';
import { temporaryFolder } from '../shell/run-program.ts';

const SEVEN = Temporal.Instant.from('2026-11-23T07:00+07:00');
const PNG = { name: 'bieu-do.png', bytes: Uint8Array.from([0x89, 0x50, 0x4e, 0x47]) };
const TABLE = { name: 'Hồ sơ đến hạn.xlsx', bytes: Uint8Array.from([0x50, 0x4b]) };
const MINUTE = 60_000;

/** Links over a folder that is gone after the test. */
function setting() {
  const folder = temporaryFolder();
  const time = new HandWoundTime(SEVEN);
  const open = () =>
    openLinks({
      folder: folder.path,
      publicUrl: 'https://dung-hen.example.vn',
      clock: time,
      log: new KeptLog(),
      words: LINK_WORDS,
    });
  return { folder, time, open, [Symbol.dispose]: () => folder[Symbol.dispose]() };
}

const get = ({ door }: Links, url: string) => door.handle(new Request(url));

test('a picture is fetched as often as one likes while it lives', async () => {
  using at = setting();
  const links = await at.open();
  const { url, until } = await links.publish(PNG, 60);
  expect(url).toMatch(
    /^https:\/\/dung-hen\.example\.vn\/l\/[\w-]{22}\.[0-9a-z]+\.[\w-]{22}\/bieu-do\.png$/u,
  );
  expect(until.toString()).toBe('2026-11-23T01:00:00Z');
  for (let time = 0; time < 3; time += 1) {
    const response = await get(links, url);
    const bytes = new Uint8Array(await response.arrayBuffer());
    expect([response.status, bytes]).toEqual([200, PNG.bytes]);
  }
});

test('it may be shown, and kept by nobody in between', async () => {
  using at = setting();
  const links = await at.open();
  const { headers } = await get(links, (await links.publish(PNG, 60)).url);
  expect(Object.fromEntries(headers)).toMatchObject({
    'content-type': 'image/png',
    'content-length': '4',
    'cache-control': 'private, max-age=3600',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
    'content-disposition': "inline; filename*=UTF-8''bieu-do.png",
  });
});

test('a table is saved under its own name', async () => {
  using at = setting();
  const links = await at.open();
  const { headers } = await get(links, (await links.publish(TABLE, 60)).url);
  const name = encodeURIComponent(TABLE.name);
  expect(headers.get('content-disposition')).toBe(`attachment; filename*=UTF-8''${name}`);
  expect(headers.get('content-type')).toMatch(/spreadsheetml/u);
});

describe('a life', () => {
  test('ends to the second, and says so', async () => {
    using at = setting();
    const links = await at.open();
    const { url } = await links.publish(PNG, 60);
    await at.time.pass(60 * MINUTE - 1000);
    expect((await get(links, url)).status).toBe(200);
    await at.time.pass(1000);
    const dead = await get(links, url);
    expect([dead.status, await dead.text()]).toEqual([410, LINK_WORDS.expired]);
  });

  test('goes on after a restart', async () => {
    using at = setting();
    const { url } = await (await at.open()).publish(PNG, 60);
    const response = await get(await at.open(), url);
    const bytes = new Uint8Array(await response.arrayBuffer());
    expect([response.status, bytes]).toEqual([200, PNG.bytes]);
  });

  test('of the same picture for many chats is one file; what has died is swept', async () => {
    using at = setting();
    const links = await at.open();
    const { url } = await links.publish(PNG, 60);
    await at.time.pass(5 * MINUTE);
    expect((await links.publish(PNG, 55)).url).toBe(url);
    await links.publish(TABLE, 240);
    const folder = await openLinkFolder(at.folder.path);
    const job = forgetLinks({ sweep: (before) => folder.sweep(before), clock: at.time });
    expect((await job.run({ dry: false })).summary).toEqual({ forgotten: 0 });
    await at.time.pass(55 * MINUTE);
    expect((await job.run({ dry: true })).summary).toEqual({ forgotten: 0 });
    expect((await job.run({ dry: false })).summary).toEqual({ forgotten: 1 });
    expect(await readdir(at.folder.path)).toHaveLength(2);
  });

  test('that was never begun, as the process died while writing, leaves nothing for good', async () => {
    using at = setting();
    await at.open();
    const [old, fresh] = ['0123456789abcdef.part', 'fedcba9876543210.part'];
    for (const name of [old, fresh]) await writeFile(join(at.folder.path, name), 'half a table');
    const hour = (ago: number) => SEVEN.subtract({ hours: ago }).epochMilliseconds / 1000;
    await utimes(join(at.folder.path, old), hour(2), hour(2));
    await utimes(join(at.folder.path, fresh), hour(0), hour(0));
    expect(await (await openLinkFolder(at.folder.path)).sweep(SEVEN)).toBe(1);
    expect((await readdir(at.folder.path)).toSorted()).toEqual([fresh, 'key']);
  });

  test('ends early when the key is lost', async () => {
    using at = setting();
    const { url } = await (await at.open()).publish(PNG, 60);
    await writeFile(join(at.folder.path, 'key'), 'cut short');
    expect((await get(await at.open(), url)).status).toBe(404);
  });
});

describe('what nobody was given', () => {
  const forged: readonly (readonly [string, (url: string) => string])[] = [
    ['another name', (url) => url.replace('bieu-do', 'khac')],
    ['a longer life', (url) => url.replace(/(\/l\/[\w-]+\.)[0-9a-z]+/u, '$1zzzzzz')],
    ['another id', (url) => url.replace('/l/', '/l/A')],
    ['no signature', (url) => url.replace(/\.[\w-]{22}\//u, './')],
    ['a list', () => 'https://dung-hen.example.vn/l/'],
    ['a way out of the folder', () => 'https://dung-hen.example.vn/l/..%2Fkey.1.x/key'],
    ['a name that cannot be read', (url) => url.replace('bieu-do.png', '%E0%A4%A')],
  ];

  test.each(forged)('%s opens nothing', async (_case, forge) => {
    using at = setting();
    const links = await at.open();
    const response = await get(links, forge((await links.publish(PNG, 60)).url));
    expect([response.status, await response.text()]).toEqual([404, LINK_WORDS.unknown]);
  });

  test('is asked for in vain ever more slowly, and good links open all the while', async () => {
    using at = setting();
    const links = await at.open();
    const { url } = await links.publish(PNG, 60);
    const wrong = () => get(links, 'https://dung-hen.example.vn/l/a.b.c/d.png');
    const statuses: number[] = [];
    for (let time = 0; time < 31; time += 1) statuses.push((await wrong()).status);
    expect([statuses.at(-2), statuses.at(-1)]).toEqual([404, 429]);
    expect((await get(links, url)).status).toBe(200);
    await at.time.pass(MINUTE);
    expect((await wrong()).status).toBe(404);
  });
});

test('one link is fetched so often a minute and no more', async () => {
  using at = setting();
  const links = await at.open();
  const { url } = await links.publish(PNG, 60);
  const other = await links.publish(TABLE, 60);
  for (let time = 0; time < 120; time += 1) await get(links, url);
  const refused = await get(links, url);
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '60']);
  expect((await get(links, other.url)).status).toBe(200);
});
