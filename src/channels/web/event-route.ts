import type { Hono } from 'hono';
import { streamSSE } from 'hono/streaming';

import type { Chats } from './chats.ts';
import { EventStream } from './event-stream.ts';
import type { WebEnv } from './person.ts';
import type { Streams } from './streams.ts';

/**
 * `GET /api/events?chat=…&after=…`: the messages of a chat as they come. Resumes after `Last-Event-ID` (sent by a
 * browser that reconnects by itself) or after `after` (sent by the page, which knows what it has).
 */
export function eventRoute(
  routes: Hono<WebEnv>,
  { chats, streams }: { readonly chats: Chats; readonly streams: Streams },
): void {
  routes.get('/api/events', (c) => {
    const person = c.get('person');
    const conversation = chats.find(c.req.query('chat') ?? '', person);
    if (conversation === null) return c.json({ error: 'unknownChat' }, 404);
    const after = c.req.header('last-event-id') ?? c.req.query('after') ?? null;
    return streamSSE(c, async (sse) => {
      const stream = new EventStream(sse, person, () => c.env.outgoing.destroy());
      streams.admit(stream);
      conversation.follow(stream, after);
      await stream.over;
      conversation.unfollow(stream);
    });
  });
}
