import type { IncomingMessage } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';

import { AskFailed } from './ask-failed.ts';

/** What `decoded` can unpack. */
export const ENCODINGS = 'gzip, br, deflate';

/** Each layer takes memory of its own, and a header has room for thousands. */
const MOST_LAYERS = 2;

/**
 * The unpacked bytes of an answer. Reading ends, and the connection with it, where they exceed `maxBytes`: a small
 * packed answer can be gigabytes unpacked. Throws `AskFailed`: tooLarge, cutOff.
 */
export async function readBody(response: IncomingMessage, maxBytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const take = async (source: AsyncIterable<Uint8Array>): Promise<void> => {
    for await (const chunk of source) {
      size += chunk.length;
      if (size > maxBytes) {
        throw new AskFailed({ code: 'tooLarge', detail: `> ${String(maxBytes)}` });
      }
      chunks.push(chunk);
    }
  };
  try {
    await pipeline([response, ...unpackers(response.headers['content-encoding'] ?? ''), take]);
  } catch (error) {
    throw broken(error) ?? error;
  }
  return Buffer.concat(chunks);
}

/** The line or the packing broke off after the answer had begun. */
function broken(error: unknown): AskFailed | null {
  if (error instanceof AskFailed || !(error instanceof Error) || !('code' in error)) return null;
  return new AskFailed(
    { code: 'cutOff', detail: String(error.code), again: true },
    { cause: error },
  );
}

function unpackers(encodings: string): readonly NodeJS.ReadWriteStream[] {
  const layers = encodings
    .split(',')
    .map((encoding) => encoding.trim().toLowerCase())
    .filter((encoding) => encoding !== '' && encoding !== 'identity');
  if (layers.length > MOST_LAYERS) {
    throw new AskFailed({ code: 'cutOff', detail: `${String(layers.length)} × content-encoding` });
  }
  return layers.toReversed().map(unpacker);
}

function unpacker(encoding: string): NodeJS.ReadWriteStream {
  switch (encoding) {
    case 'gzip':
    case 'x-gzip':
      return createGunzip();
    case 'br':
      return createBrotliDecompress();
    case 'deflate':
      return createInflate();
    default:
      throw new AskFailed({ code: 'cutOff', detail: encoding });
  }
}
