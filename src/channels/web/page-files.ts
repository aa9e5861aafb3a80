import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { extname } from 'node:path';

/** A file of the page, ready to be sent. */
export type PageFile = { readonly type: string; readonly body: string; readonly etag: string };

const FOLDER = new URL('./page/', import.meta.url);

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/**
 * Reads the page's files, keyed by path ("/", "/app.js"). `{{entry}}` in the HTML is replaced by the words of that
 * entry, so that the first picture of the page is complete. Throws when an entry is unknown.
 */
export function readPageFiles(
  words: Readonly<Record<string, string>>,
): ReadonlyMap<string, PageFile> {
  const named = readdirSync(FOLDER).flatMap((name): readonly (readonly [string, PageFile])[] => {
    const type = TYPES[extname(name)];
    if (type === undefined) return [];
    const text = readFileSync(new URL(name, FOLDER), 'utf8');
    const body = extname(name) === '.html' ? fillIn(text, words) : text;
    const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 20)}"`;
    return [[name === 'index.html' ? '/' : `/${name}`, { type, body, etag }]];
  });
  return new Map(named);
}

function fillIn(html: string, words: Readonly<Record<string, string>>): string {
  const entries = new Map(Object.entries(words));
  return html.replace(/\{\{(\w+)\}\}/gu, (_, entry: string) => {
    const text = entries.get(entry);
    if (text === undefined) throw new RangeError(`index.html names unknown words: ${entry}`);
    return text.replace(/[&<>"]/gu, (character) => `&#${String(character.charCodeAt(0))};`);
  });
}
