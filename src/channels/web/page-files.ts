import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { extname } from 'node:path';

/** A file of the page, ready to be sent. */
export type PageFile = {
  readonly type: string;
  readonly body: string | Uint8Array<ArrayBuffer>;
  readonly etag: string;
};

const FOLDER = new URL('./page/', import.meta.url);

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** The fonts of style.css, the same as those of the charts. */
const FONTS = ['BeVietnamPro-Regular.ttf', 'BeVietnamPro-SemiBold.ttf'];

/**
 * Reads the page's files and its fonts, keyed by path ("/", "/app.js"). `{{entry}}` in the HTML is replaced by the
 * words of that entry, so that the first picture of the page is complete. Throws when an entry is unknown or a font
 * is not in `fontFolder`.
 */
export function readPageFiles(
  words: Readonly<Record<string, string>>,
  fontFolder: URL,
): ReadonlyMap<string, PageFile> {
  const files = new Map<string, PageFile>();
  for (const name of readdirSync(FOLDER)) {
    const type = TYPES[extname(name)];
    if (type === undefined) continue;
    const text = readFileSync(new URL(name, FOLDER), 'utf8');
    if (name === 'index.html') files.set('/', pageFile(type, fillIn(text, words)));
    else files.set(`/${name}`, pageFile(type, text));
  }
  for (const name of FONTS) {
    const bytes = Uint8Array.from(readFileSync(new URL(name, fontFolder)));
    files.set(`/${name}`, pageFile('font/ttf', bytes));
  }
  return files;
}

function pageFile(type: string, body: PageFile['body']): PageFile {
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 20)}"`;
  return { type, body, etag };
}

function fillIn(html: string, words: Readonly<Record<string, string>>): string {
  const entries = new Map(Object.entries(words));
  return html.replace(/\{\{(\w+)\}\}/gu, (_, entry: string) => {
    const text = entries.get(entry);
    if (text === undefined) throw new RangeError(`index.html names unknown words: ${entry}`);
    return text.replace(/[&<>"]/gu, (character) => `&#${String(character.charCodeAt(0))};`);
  });
}
