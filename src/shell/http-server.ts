import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import type { Env } from 'hono';
import { bodyLimit } from 'hono/body-limit';

import { type Door, empty } from '../channels/door.ts';
import type { Config } from '../config.ts';

export type RunningServer = { readonly page: string; close(): Promise<void> };

/** The one HTTP server of the program: the chat page, and the doors of messengers. Rejects when the port is taken. */
export async function serveHttp<E extends Env>(
  { host, port }: Pick<Config, 'host' | 'port'>,
  pages: Hono<E>,
  doors: readonly (Door | null | undefined)[],
): Promise<RunningServer> {
  const app = new Hono();
  for (const door of doors) if (door) mount(app, door);
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

/**
 * Opens a door in a server; what is too long for it is turned away unread.
 *
 * @internal Exported for tests.
 */
export function mount(app: Hono, door: Door): void {
  const { path, method, mostBytes } = door;
  if (mostBytes !== null) {
    app.use(path, bodyLimit({ maxSize: mostBytes, onError: () => empty(413) }));
  }
  app.on(method, path, ({ req }) => door.handle(req.raw));
}
