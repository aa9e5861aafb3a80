import type { MapProblem } from './map-message.ts';

type Read =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly problem: MapProblem };

/** The value of an answer in UTF-8; or notUtf8, empty, htmlNotJson, notJson with its place. */
export function readJson(bytes: Uint8Array): Read {
  const text = decoded(bytes);
  if (text === null) return wrong('notUtf8');
  if (text.trim() === '') return wrong('empty');
  try {
    const value: unknown = JSON.parse(text);
    return { ok: true, value };
  } catch (error) {
    if (/^\s*<(?!!\[CDATA)/u.test(text)) return wrong('htmlNotJson');
    // Its words quote the text.
    return wrong('notJson', placeIn(error));
  }
}

function decoded(bytes: Uint8Array): string | null {
  try {
    // Takes the byte order mark off.
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Line and column, where the reader tells them; it does not always. */
function placeIn(error: unknown): string {
  const words = error instanceof Error ? error.message : '';
  const [, line, column] = /\(line (\d+) column (\d+)\)/u.exec(words) ?? [];
  return line === undefined || column === undefined ? '' : `${line}:${column}`;
}

function wrong(code: MapProblem['code'], detail = ''): Read {
  return { ok: false, problem: { code, row: null, field: null, detail } };
}
