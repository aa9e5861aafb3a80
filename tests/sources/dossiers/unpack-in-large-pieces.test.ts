import { deflateRawSync } from 'node:zlib';

import { afterEach, beforeEach, expect, test } from 'vitest';

import { unpackInLargePieces } from '../../../src/sources/dossiers/unpack-in-large-pieces.ts';

const own = Object.getOwnPropertyDescriptor(globalThis, 'DecompressionStream') ?? {};
beforeEach(unpackInLargePieces);
afterEach(() => void Object.defineProperty(globalThis, 'DecompressionStream', own));

const unpacked = (packed: Uint8Array<ArrayBuffer>): Promise<readonly Uint8Array[]> =>
  Array.fromAsync(new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate-raw')));

test('gives the same bytes in pieces much larger than those of node', async () => {
  const text = Array.from({ length: 60_000 }, (_, at) => `Hồ sơ ${String(at * 7_919)} quá hạn`);
  const bytes = Buffer.from(text.join('\n'));
  const pieces = await unpacked(new Uint8Array(deflateRawSync(bytes)));
  expect(Buffer.concat(pieces).equals(bytes)).toBe(true);
  expect(pieces.length).toBeLessThan(bytes.length / 100_000);
});

test('fails for what is broken, and for what is cut off', async () => {
  await expect(unpacked(new Uint8Array([7, 7, 7, 7]))).rejects.toMatchObject({
    code: 'Z_DATA_ERROR',
  });
  const packed = deflateRawSync(Buffer.from('Phường Lộc Thọ'.repeat(1_000)));
  await expect(unpacked(new Uint8Array(packed.subarray(0, -5)))).rejects.toMatchObject({
    code: 'Z_BUF_ERROR',
  });
});

test('knows no format but that of ZIP files', () => {
  expect(() => new DecompressionStream('gzip')).toThrow(/gzip/u);
});
