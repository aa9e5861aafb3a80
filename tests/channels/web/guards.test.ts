import { request } from 'node:http';

import { Hono } from 'hono';
import { describe, expect, test } from 'vitest';

import { firstChats, type RunningPage, startPage, visit } from './running-page.ts';

/** fetch sets Host by itself; a rebinding attack does not. */
function statusFor(page: RunningPage, headers: Record<string, string>, path = '/api/chats') {
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  const { port } = page;
  request({ host: '127.0.0.1', port, path, headers }, (response) => {
    response.resume();
    resolve(response.statusCode ?? 0);
  })
    .on('error', reject)
    .end();
  return promise;
}

describe('headers of the page', () => {
  test('allow nothing but the own files', async () => {
    await using page = await startPage();
    const { headers } = await fetch(`${page.url}/`);
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy.split('; ')).toEqual(
      expect.arrayContaining([
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
        "require-trusted-types-for 'script'",
      ]),
    );
    expect(policy).not.toMatch(/unsafe|\*|https?:/u);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('strict-transport-security')).toBeNull();
  });

  test.each([
    '/app.js',
    '/style.css',
    '/api/words',
    '/api/chats',
    '/charts/none.png',
    '/files/none',
  ])('are on %s too', async (path) => {
    await using page = await startPage();
    const { headers } = await fetch(page.url + path);
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
  });
});

describe('host', () => {
  test.each([
    ['127.0.0.1', 200],
    ['localhost:8080', 200],
    ['[::1]:8080', 200],
    ['page.example', 200],
    ['PAGE.example:443', 200],
    ['evil.example', 403],
    ['127.0.0.1.evil.example', 403],
    ['localhost.evil.example:8080', 403],
  ])('%s: %i', async (host, status) => {
    await using page = await startPage({ hosts: ['page.example'] });
    expect(await statusFor(page, { host })).toBe(status);
    expect(await statusFor(page, { host }, '/')).toBe(status);
    expect(await statusFor(page, { host }, '/app.js')).toBe(status);
  });

  test('is not checked on paths of others who share the server', async () => {
    await using page = await startPage();
    const shared = new Hono();
    shared.route('/', page.channel.routes);
    shared.get('/telegram/hook', (c) => c.text('ours'));
    const response = await shared.request('http://bot.example/telegram/hook');
    expect(await response.text()).toBe('ours');
    expect(response.headers.get('set-cookie')).toBeNull();
  });
});

describe('posts', () => {
  test.each([
    ['of the page itself', (url: string) => url, 202],
    ['of another site', () => 'https://evil.example', 403],
    ['of another port', () => 'http://127.0.0.1:1', 403],
    ['of a sandboxed frame', () => 'null', 403],
  ])('%s', async (_, origin, status) => {
    await using page = await startPage();
    const visitor = await visit(page);
    const { group } = await firstChats(visitor);
    const message = { chat: group, text: 'xin chào' };
    const response = await visitor.post('/api/messages', message, { origin: origin(page.url) });
    expect(response.status).toBe(status);
  });

  test('that are not JSON by name are refused: a form of another site could send them', async () => {
    await using page = await startPage();
    const visitor = await visit(page);
    const { group } = await firstChats(visitor);
    const body = JSON.stringify({ chat: group, text: 'xin chào' });
    const response = await visitor.post('/api/messages', body, { 'content-type': 'text/plain' });
    expect(response.status).toBe(415);
  });
});
