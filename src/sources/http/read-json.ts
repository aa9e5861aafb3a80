import type { MapProblem } from './map-message.ts';

type Read =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly problem: MapProblem };

/** The value of an answer in UTF-8; or notUtf8, empty, htmlNotJson, notJson with line and column. */
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
    return wrong('notJson', placeIn(text, error));
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

function placeIn(text: string, error: unknown): string {
  const position = /at position (\d+)/u.exec(error instanceof Error ? error.message : '')?.[1];
  const before = text.slice(0, position === undefined ? text.length : Number(position));
  const lines = before.split('\n');
  return `${String(lines.length)}:${String((lines.at(-1)?.length ?? 0) + 1)}`;
}

function wrong(code: MapProblem['code'], detail = ''): Read {
  return { ok: false, problem: { code, row: null, field: null, detail } };
}
