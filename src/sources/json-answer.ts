import type { IntakeProblem } from '../snapshots/intake-problem.ts';

/** What an answer in JSON says, or why it is none. */
export type JsonAnswer =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly code: IntakeProblem; readonly detail: string };

/** The value of an answer in UTF-8; or notUtf8, empty, htmlNotJson, notJson with its place. */
export function jsonAnswer(bytes: Uint8Array): JsonAnswer {
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

function wrong(code: IntakeProblem, detail = ''): JsonAnswer {
  return { ok: false, code, detail };
}
