import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import * as z from 'zod';

import { faultText, type Log } from '../../log.ts';
import type { WebPageWords } from '../../replies/web-page.ts';
import type { AnswerDesk } from './answer-desk.ts';
import type { Chats } from './chats.ts';
import type { Conversation } from './conversation.ts';
import { eventRoute } from './event-route.ts';
import type { AttachedFile } from './files.ts';
import { onlyHosts, onlyOwnPosts, pageHeaders } from './guards.ts';
import { type PageFile, readPageFiles } from './page-files.ts';
import { knownPerson, type WebEnv } from './person.ts';
import type { Pictures } from './pictures.ts';
import type { Shelf } from './shelf.ts';
import type { Streams } from './streams.ts';

/** A command as the page suggests it: "/tre-han", what it answers, and a question to try. */
export type SuggestedCommand = {
  readonly command: string;
  readonly description: string;
  readonly example: string;
};

/** The parts of the running channel that requests reach. */
export type RouteParts = {
  readonly hosts: readonly string[];
  readonly fontFolder: URL;
  readonly words: WebPageWords;
  readonly commands: readonly SuggestedCommand[];
  readonly log: Log;
  readonly chats: Chats;
  readonly desk: AnswerDesk;
  readonly streams: Streams;
  readonly pictures: Pictures;
  readonly files: Shelf<AttachedFile>;
};

const MOST_BODY_BYTES = 64 * 1024;

const NewChat = z.strictObject({ name: z.string().trim().min(1).max(60) });
const NewMessage = z.strictObject({
  chat: z.string().max(120),
  text: z.string().trim().min(1).max(4000),
});

/** All requests of the page. Guards sit on the page's own paths only, so that others may share the server. */
export function webRoutes(parts: RouteParts): Hono<WebEnv> {
  const routes = new Hono<WebEnv>();
  const page = readPageFiles(parts.words, parts.fontFolder);
  for (const path of [...page.keys(), '/api/*', '/charts/*', '/files/*']) {
    routes.use(path, pageHeaders, onlyHosts(parts.hosts));
  }
  for (const path of ['/', '/api/*']) routes.use(path, knownPerson);
  routes.post('/api/*', onlyOwnPosts, bodyLimit({ maxSize: MOST_BODY_BYTES, onError: tooLarge }));
  routes.onError((error, c) => {
    parts.log.error('web.requestFailed', { path: c.req.path, why: faultText(error) });
    return c.json({ error: 'failed' }, 500);
  });
  pageRoutes(routes, page);
  chatRoutes(routes, parts);
  messageRoutes(routes, parts);
  eventRoute(routes, parts);
  shelfRoutes(routes, parts);
  return routes;
}

function pageRoutes(routes: Hono<WebEnv>, page: ReadonlyMap<string, PageFile>): void {
  for (const [path, { type, body, etag }] of page) {
    routes.get(path, (c) => {
      c.header('Cache-Control', 'no-cache');
      c.header('ETag', etag);
      if (c.req.header('if-none-match') === etag) return c.body(null, 304);
      return c.body(body, 200, { 'Content-Type': type });
    });
  }
}

function chatRoutes(routes: Hono<WebEnv>, { chats, words, commands }: RouteParts): void {
  routes.get('/api/words', (c) => c.json(words));
  routes.get('/api/commands', (c) => c.json(commands));
  routes.get('/api/chats', (c) =>
    c.json({ chats: chats.visibleTo(c.get('person')).map(chatView) }),
  );
  routes.post('/api/chats', async (c) => {
    const body = NewChat.safeParse(await jsonOf(c));
    if (!body.success) return c.json({ error: 'badName' }, 400);
    const made = chats.makeGroup(body.data.name);
    if (typeof made === 'string') return c.json({ error: made }, made === 'badName' ? 400 : 409);
    return c.json({ chat: chatView(made) }, 201);
  });
}

function messageRoutes(routes: Hono<WebEnv>, { chats, desk }: RouteParts): void {
  routes.get('/api/messages', (c) => {
    const conversation = chats.find(c.req.query('chat') ?? '', c.get('person'));
    if (conversation === null) return c.json({ error: 'unknownChat' }, 404);
    return c.json(conversation.seenBy(c.get('person')));
  });
  routes.post('/api/messages', async (c) => {
    const body = NewMessage.safeParse(await jsonOf(c));
    if (!body.success) return c.json({ error: 'badMessage' }, 400);
    const conversation = chats.find(body.data.chat, c.get('person'));
    if (conversation === null) return c.json({ error: 'unknownChat' }, 404);
    const outcome = desk.ask(conversation, c.get('person'), body.data.text);
    if (outcome === 'taken') return c.json({}, 202);
    return c.json({ error: outcome }, outcome === 'busy' ? 429 : 503);
  });
}

function shelfRoutes(routes: Hono<WebEnv>, { pictures, files, log }: RouteParts): void {
  routes.get('/charts/:name{[\\w-]+\\.png}', async (c) => {
    try {
      const png = await pictures.png(c.req.param('name').slice(0, -'.png'.length));
      if (png === null) return c.json({ error: 'unknownChart' }, 404);
      c.header('Cache-Control', 'private, max-age=86400, immutable');
      return c.body(Uint8Array.from(png), 200, { 'Content-Type': 'image/png' });
    } catch (error) {
      log.error('web.chartFailed', { why: faultText(error) });
      return c.json({ error: 'chartFailed' }, 500);
    }
  });
  routes.get('/files/:key', (c) => {
    const file = files.get(c.req.param('key'));
    if (file === null) return c.json({ error: 'unknownFile' }, 404);
    return c.body(Uint8Array.from(file.bytes), 200, {
      'Content-Type': file.mediaType,
      'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
      'Cache-Control': 'private, no-store',
    });
  });
}

function chatView({ chat: { id, name, kind } }: Conversation) {
  return { id, name, kind };
}

/** The body as JSON; what is not JSON becomes null, which no schema takes. */
async function jsonOf(c: Context<WebEnv>): Promise<unknown> {
  try {
    return await c.req.json<unknown>();
  } catch {
    return null;
  }
}

function tooLarge(c: Context): Response {
  return c.json({ error: 'badMessage' }, 413);
}
