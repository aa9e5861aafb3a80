import { createHash, randomBytes } from 'node:crypto';

import type { HttpBindings } from '@hono/node-server';
import { getCookie, setCookie } from 'hono/cookie';
import { createMiddleware } from 'hono/factory';

/** What every request of the page carries along: the connection, and who asks. */
export type WebEnv = { Bindings: HttpBindings; Variables: { person: string } };

const COOKIE = 'dung_hen_person';
const ONE_YEAR_S = 365 * 24 * 3600;

/**
 * Knows a browser again by a random cookie. The cookie opens the person's private chat, so the id used
 * everywhere else (chats, log, audit) is a hash that does not give it away. `Lax`: with `Strict`, following a
 * link to the page would arrive without the cookie and make a new person.
 */
export const knownPerson = createMiddleware<WebEnv>(async (c, next) => {
  const sent = getCookie(c, COOKIE);
  const secret = /^[\w-]{32}$/u.test(sent ?? '') ? sent : undefined;
  const own = secret ?? randomBytes(24).toString('base64url');
  if (secret === undefined) {
    setCookie(c, COOKIE, own, { httpOnly: true, sameSite: 'Lax', maxAge: ONE_YEAR_S });
  }
  c.set('person', createHash('sha256').update(own).digest('hex').slice(0, 16));
  await next();
});
