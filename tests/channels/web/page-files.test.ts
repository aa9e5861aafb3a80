import { readdirSync } from 'node:fs';

import { expect, test } from 'vitest';

import { readPageFiles } from '../../../src/channels/web/page-files.ts';
import { WEB_PAGE_WORDS } from '../../../src/replies/web-page.ts';
import { FONTS, startPage } from './running-page.ts';

test('the page is whole: words filled in, no script or style inside, every file it names is served', async () => {
  await using page = await startPage();
  const html = await (await fetch(`${page.url}/`)).text();
  expect(html).toContain(WEB_PAGE_WORDS.inputHint);
  expect(html).not.toMatch(/\{\{|<style|\sstyle=|\son\w+=|<script(?![^>]*\ssrc=)/u);
  const named = Array.from(html.matchAll(/(?:src|href)="(\/[^"]+)"/gu), (match) => match[1] ?? '');
  expect(named).toContain('/app.js');
  const statuses = named.map(async (path) => [path, (await fetch(page.url + path)).status]);
  expect(await Promise.all(statuses)).toEqual(named.map((path) => [path, 200]));
});

test.each([
  ['/', 'text/html; charset=utf-8'],
  ['/app.js', 'text/javascript; charset=utf-8'],
  ['/style.css', 'text/css; charset=utf-8'],
  ['/icon.svg', 'image/svg+xml'],
  ['/BeVietnamPro-Regular.ttf', 'font/ttf'],
])('%s is %s and is not sent again unchanged', async (path, type) => {
  await using page = await startPage();
  const first = await fetch(page.url + path);
  expect(first.headers.get('content-type')).toBe(type);
  const etag = first.headers.get('etag') ?? '';
  const again = await fetch(page.url + path, { headers: { 'if-none-match': etag } });
  expect(again.status).toBe(304);
});

test.each([
  '/jsconfig.json',
  '/index.html',
  '/../channel.ts',
  '/%2e%2e/channel.ts',
  '/page/app.js',
])('%s is not served', async (path) => {
  await using page = await startPage();
  expect((await fetch(page.url + path)).status).toBe(404);
});

test('words are escaped, unknown entries refused', () => {
  const words = { ...WEB_PAGE_WORDS, inputHint: '"><script>&' };
  expect(readPageFiles(words, FONTS).get('/')?.body).toContain(
    'placeholder="&#34;&#62;&#60;script&#62;&#38;"',
  );
  const { title: _, ...lacking } = WEB_PAGE_WORDS;
  expect(() => readPageFiles(lacking, FONTS)).toThrow('title');
});

test('modules of the page stay small', () => {
  const modules = readdirSync('src/channels/web/page').filter((name) => name.endsWith('.js'));
  const files = readPageFiles(WEB_PAGE_WORDS, FONTS);
  const lines = modules.map((name) => String(files.get(`/${name}`)?.body).split('\n').length);
  expect(Math.max(...lines)).toBeLessThan(200);
});
