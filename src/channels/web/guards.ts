import { createMiddleware } from 'hono/factory';
import { secureHeaders } from 'hono/secure-headers';

const LOOPBACK = ['127.0.0.1', 'localhost', '[::1]'];

/** Nothing but the page's own files, no inline script or style, no markup made from strings, no framing. */
export const pageHeaders = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'"],
    imgSrc: ["'self'"],
    fontSrc: ["'self'"],
    connectSrc: ["'self'"],
    baseUri: ["'none'"],
    formAction: ["'none'"],
    frameAncestors: ["'none'"],
    requireTrustedTypesFor: ["'script'"],
    trustedTypes: ["'none'"],
  },
  xFrameOptions: 'DENY',
  // The page is served over plain HTTP on this machine; HTTPS is a matter of the proxy in front.
  strictTransportSecurity: false,
});

/**
 * Serves only requests for this machine by name. Otherwise any web page could have its own name resolve to
 * 127.0.0.1 and read the chats as if they were its own (DNS rebinding).
 */
export function onlyHosts(hosts: readonly string[]) {
  const known = new Set([...LOOPBACK, ...hosts.map((host) => host.toLowerCase())]);
  return createMiddleware(async (c, next) => {
    if (!known.has(hostnameOf(c.req.header('host') ?? '')))
      return c.json({ error: 'badHost' }, 403);
    return next();
  });
}

/**
 * Refuses posts that another site makes a browser send. Browsers always name the origin of a post; programs on
 * this machine may leave it out. JSON only, because a plain form cannot send that.
 */
export const onlyOwnPosts = createMiddleware(async (c, next) => {
  const origin = c.req.header('origin');
  if (origin !== undefined && hostOfOrigin(origin) !== c.req.header('host')) {
    return c.json({ error: 'badOrigin' }, 403);
  }
  const type = c.req.header('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/json') return c.json({ error: 'notJson' }, 415);
  return next();
});

function hostnameOf(host: string): string {
  return URL.parse(`http://${host}`)?.hostname ?? '';
}

function hostOfOrigin(origin: string): string | null {
  return URL.parse(origin)?.host ?? null;
}
