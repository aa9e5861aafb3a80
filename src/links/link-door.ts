import type { Door } from '../channels/door.ts';
import type { Clock } from '../clock.ts';
import { faultText, type Log } from '../log.ts';
import type { LinkFolder } from './link-folder.ts';
import { type Link, LINK_PATH, readPath } from './link-token.ts';
import { type Turnstile, turnstile } from './turnstile.ts';

/** What somebody reads who opens a link that is no more, or never was. */
export type LinkWords = { readonly expired: string; readonly unknown: string };

type Deps = {
  readonly folder: LinkFolder;
  readonly clock: Clock;
  readonly log: Log;
  readonly words: LinkWords;
};

/** A messenger fetches a picture once or a few times, a group of fifty a file once each. */
const PER_LINK = 120;
/** Wrong links are typed by nobody. They are slowed down together, and good ones never for their sake. */
const WRONG_ONES = 30;

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  png: 'image/png',
  txt: 'text/plain; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** Nothing there is ever to be run, framed, indexed or kept by anyone in between. */
const HARMLESS = {
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; sandbox",
  'x-robots-tag': 'noindex, nofollow',
  'referrer-policy': 'no-referrer',
};

/** Serves signed links while they live, to GET and HEAD, as often as they are fetched. There is no list of them. */
export function linkDoor(deps: Deps): Door {
  const good = turnstile(PER_LINK, deps.clock);
  const wrong = turnstile(WRONG_ONES, deps.clock);
  return {
    path: `${LINK_PATH}/:token/:name`,
    method: 'GET',
    mostBytes: null,
    async handle(request) {
      const link = readPath(new URL(request.url).pathname, deps.folder.key);
      if (link === null) return wrong.lets('') ? told(404, deps.words.unknown) : told(429, '');
      return served(link, good, deps);
    },
  };
}

async function served(link: Link, good: Turnstile, deps: Deps): Promise<Response> {
  const { folder, clock, log, words } = deps;
  const secondsLeft = link.expires - Math.floor(clock.now().epochMilliseconds / 1000);
  if (secondsLeft <= 0) return told(410, words.expired);
  if (!good.lets(link.id)) return told(429, '');
  try {
    const bytes = await folder.read(link);
    return bytes === null ? told(410, words.expired) : content(link, bytes, secondsLeft);
  } catch (error) {
    log.error('links.readFailed', { why: faultText(error) });
    return told(500, '');
  }
}

function content({ name }: Link, bytes: Uint8Array, secondsLeft: number): Response {
  const kind = name.split('.').at(-1) ?? '';
  const shown = kind === 'xlsx' ? 'attachment' : 'inline';
  return new Response(Uint8Array.from(bytes), {
    headers: {
      ...HARMLESS,
      'content-type': MEDIA_TYPES[kind] ?? 'application/octet-stream',
      'content-length': String(bytes.byteLength),
      'content-disposition': `${shown}; filename*=UTF-8''${encodeURIComponent(name)}`,
      'cache-control': `private, max-age=${secondsLeft}`,
    },
  });
}

function told(status: number, words: string): Response {
  const headers = {
    ...HARMLESS,
    'content-type': 'text/plain; charset=utf-8',
    'cache-control': 'no-store',
    ...(status === 429 ? { 'retry-after': '60' } : {}),
  };
  return new Response(words, { status, headers });
}
