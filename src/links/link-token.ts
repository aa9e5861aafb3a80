import { createHmac, timingSafeEqual } from 'node:crypto';

/** What a link stands for: content by its id, the name it is fetched under, and the second it dies. */
export type Link = { readonly id: string; readonly name: string; readonly expires: number };

/** The path under which links are served. */
export const LINK_PATH = '/l';

/** 128 bits of each: nobody guesses one, and an address still fits in a message. */
const MARK_BYTES = 16;

/** The id of some content: always the same for the same bytes, and not to be known without the key. */
export function contentId(bytes: Uint8Array, key: Uint8Array): string {
  return mark(key, 'content').update(bytes).digest().subarray(0, MARK_BYTES).toString('base64url');
}

/** The path of a link, signed. */
export function signedPath(link: Link, key: Uint8Array): string {
  const expires = link.expires.toString(36);
  const token = [link.id, expires, signatureOf(link, key)].join('.');
  return `${LINK_PATH}/${token}/${encodeURIComponent(link.name)}`;
}

/** What `signedPath` makes, below the path of links. */
const BELOW = /^\/(?<id>[\w-]+)\.(?<expires>[0-9a-z]+)\.(?<signature>[\w-]+)\/(?<name>[^/]+)$/u;

/** Reads a path that `signedPath` made with this key; null = anything else. It may have died. */
export function readPath(path: string, key: Uint8Array): Link | null {
  const parts = partsOf(path);
  const name = decoded(parts?.['name'] ?? '');
  if (parts === undefined || name === null) return null;
  const { id = '', expires = '', signature = '' } = parts;
  const link = { id, name, expires: Number.parseInt(expires, 36) };
  return isSame(signature, signatureOf(link, key)) ? link : null;
}

function partsOf(path: string) {
  return path.startsWith(LINK_PATH) ? BELOW.exec(path.slice(LINK_PATH.length))?.groups : undefined;
}

function signatureOf({ id, name, expires }: Link, key: Uint8Array): string {
  const said = JSON.stringify([id, name, expires]);
  return mark(key, 'link').update(said).digest().subarray(0, MARK_BYTES).toString('base64url');
}

/** One key for two purposes, which must not be mistaken for each other. */
function mark(key: Uint8Array, purpose: 'content' | 'link') {
  return createHmac('sha256', key).update(`${purpose}\n`);
}

function isSame(given: string, expected: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(expected)];
  return one.length === other.length && timingSafeEqual(one, other);
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
