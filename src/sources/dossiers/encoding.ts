import { isUtf8 as isUtf8Bytes } from 'node:buffer';

import { SourceUnreadable } from '../../errors.ts';
import { signatureOf } from '../signature.ts';
import { problemAt } from '../table.ts';

/** The encodings in which offices save text; old Vietnamese ones with fonts of their own (TCVN3, VNI) are refused. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1258';

/** In UTF-16 every second byte of plain letters is nil. */
const FEWEST_NIL = 0.2;
/** The last letter of what was looked at may be cut in two. */
const LONGEST_LETTER = 3;
/** Letters of the Vietnamese alphabet, their marks apart and in any order. */
const VIETNAMESE_LETTER =
  /^(?:[a-z\u0111]|[aeiouy][\u0302\u0306\u031B\u0300\u0301\u0303\u0309\u0323]{1,3})$/iu;
const LATIN = /\p{Script=Latin}\p{M}*/gu;
/** What no text has: control characters but blanks and ends of lines. */
const CONTROL = /(?!\s)\p{Cc}/u;

/** The encoding of a text by its first bytes; null when it is no text. */
export function encodingOf(head: Uint8Array): Encoding | null {
  const signature = signatureOf(head);
  if (signature === 'utf-16le' || signature === 'utf-16be') return signature;
  if (head.includes(0)) return wideEncodingOf(head);
  return isUtf8(head) ? 'utf-8' : 'windows-1258';
}

function wideEncodingOf(head: Uint8Array): Encoding | null {
  const even = nilShare(head, 0);
  const odd = nilShare(head, 1);
  if (odd > FEWEST_NIL && even === 0) return 'utf-16le';
  return even > FEWEST_NIL && odd === 0 ? 'utf-16be' : null;
}

/** The text of some bytes, chunk by chunk. Throws `SourceUnreadable` (notUtf8) where they are not of the encoding. */
export async function* decoded(
  chunks: AsyncIterable<Uint8Array>,
  { origin, encoding }: { readonly origin: string; readonly encoding: Encoding },
): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  const decode = (...part: [] | [Uint8Array]): string => {
    try {
      const [bytes] = part;
      const text = bytes === undefined ? decoder.decode() : decoder.decode(bytes, { stream: true });
      if (encoding === 'utf-8' || isVietnamese(text, encoding)) return text;
    } catch (error) {
      throw notUtf8(origin, encoding, error);
    }
    throw notUtf8(origin, encoding);
  };
  for await (const chunk of chunks) yield decode(chunk);
  yield decode();
}

/**
 * Old fonts gave the bytes of other letters Vietnamese shapes: read as Windows-1258 their text is full of letters
 * Vietnamese has not.
 */
function isVietnamese(text: string, encoding: Encoding): boolean {
  if (CONTROL.test(text)) return false;
  if (encoding !== 'windows-1258') return true;
  const odd = text.match(LATIN)?.find((letter) => !VIETNAMESE_LETTER.test(letter.normalize('NFD')));
  return odd === undefined;
}

function notUtf8(origin: string, encoding: Encoding, cause?: unknown): SourceUnreadable {
  const detail = encoding === 'utf-8' ? '' : encoding;
  return new SourceUnreadable(origin, [problemAt('notUtf8', { table: origin }, detail)], { cause });
}

function nilShare(head: Uint8Array, from: number): number {
  let nil = 0;
  for (let at = from; at < head.length; at += 2) if (head[at] === 0) nil += 1;
  return nil / Math.max(1, head.length / 2);
}

function isUtf8(head: Uint8Array): boolean {
  for (let cut = 0; cut <= LONGEST_LETTER; cut += 1) {
    if (isUtf8Bytes(head.subarray(0, head.length - cut))) return true;
  }
  return false;
}
