import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import type { Env } from 'hono';

import type { Config } from '../config.ts';

/** A path some messenger posts to, or fetches from (then HEAD goes as well); usually the former. */
export type Door = {
  readonly path: string;
  readonly method?: 'GET' | 'POST';
  handle(request: Request): Promise<Response>;
};

export type RunningServer = { readonly page: string; close(): Promise<void> };

/** The one HTTP server of the program: the chat page, and the doors of messengers. Rejects when the port is taken. */
export async function serveHttp<E extends Env>(
  { host, port }: Pick<Config, 'host' | 'port'>,
  pages: Hono<E>,
  doors: readonly (Door | null | undefined)[],
): Promise<RunningServer> {
  const app = new Hono();
  for (const door of doors) {
    if (door) app.on(door.method ?? 'POST', door.path, ({ req }) => door.handle(req.raw));
  }
  app.route('/', pages);
  const { promise, resolve, reject } = Promise.withResolvers<RunningServer>();
  const server = serve({ fetch: app.fetch, hostname: host, port }, (info) => {
    resolve({ page: `http://${host}:${String(info.port)}`, close });
  });
  server.once('error', reject);
  async function close(): Promise<void> {
    const closed = Promise.withResolvers<void>();
    server.close(() => closed.resolve());
    // Open event streams would keep the server up for ever.
    if ('closeAllConnections' in server) server.closeAllConnections();
    await closed.promise;
  }
  return promise;
}
