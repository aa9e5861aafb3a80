import { crc32 } from 'node:zlib';

import { createCanvas } from 'canvas';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { openEncoder } from '../../src/charts/fast-png.ts';
import { decoded } from './pictures.ts';

const WHITE = 0xff;

function drawing(width: number, height: number): { stock: Buffer; data: Buffer } {
  const canvas = createCanvas(width, height);
  const pen = canvas.getContext('2d');
  pen.fillStyle = '#ffffff';
  pen.fillRect(0, 0, width, height);
  for (let index = 0; index < 40; index += 1) {
    pen.fillStyle = `hsl(${index * 37}, 80%, 50%)`;
    pen.beginPath();
    pen.arc((index * 53) % width, (index * 29) % height, 3 + index, 0, 7);
    pen.fill();
  }
  return { stock: canvas.toBuffer('image/png'), data: canvas.toBuffer('raw') };
}

/** Type and checked content of every chunk. */
function chunks(png: Uint8Array): { type: string; length: number }[] {
  const bytes = Buffer.from(png);
  const found: { type: string; length: number }[] = [];
  for (let at = 8; at < bytes.length;) {
    const length = bytes.readUInt32BE(at);
    const type = bytes.toString('latin1', at + 4, at + 8);
    expect(bytes.readUInt32BE(at + 8 + length)).toBe(
      crc32(bytes.subarray(at + 4, at + 8 + length)),
    );
    found.push({ type, length });
    at += 12 + length;
  }
  return found;
}

describe('encodePng', () => {
  test.each([
    [900, 500],
    [1, 1],
    [2, 3],
    [7, 90],
    [45, 6],
  ])('shows the same %i×%i pixels as the encoder of the canvas', async (width, height) => {
    const { stock, data } = drawing(width, height);
    const ours = await decoded(openEncoder()({ data, width, height }));
    expect(ours).toMatchObject({ width, height });
    expect(ours.data.equals((await decoded(stock)).data)).toBe(true);
    expect(ours.data.equals(data)).toBe(true);
  });

  test('writes the chunks of a PNG, each with its checksum', () => {
    const { data } = drawing(30, 20);
    const png = openEncoder()({ data, width: 30, height: 20 });
    expect(Buffer.from(png).subarray(1, 4).toString('latin1')).toBe('PNG');
    expect(chunks(png).map(({ type }) => type)).toEqual(['IHDR', 'IDAT', 'IEND']);
  });

  test('keeps any opaque pixels, also after a larger picture', async () => {
    const encode = openEncoder();
    encode({ data: Buffer.alloc(100 * 100 * 4, WHITE), width: 100, height: 100 });
    const pixels = fc
      .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 12 }))
      .chain(([width, height]) =>
        fc
          .array(fc.integer({ min: 0, max: 3 }), {
            minLength: width * height,
            maxLength: width * height,
          })
          .map((shades) => ({
            width,
            height,
            data: Buffer.from(
              shades.flatMap((shade) => [shade * 85, shade * 31, 255 - shade, 255]),
            ),
          })),
      );
    await fc.assert(
      fc.asyncProperty(pixels, async (picture) => {
        expect((await decoded(encode(picture))).data.equals(picture.data)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  test('refuses what RGB cannot hold and what is no picture', () => {
    const encode = openEncoder();
    const data = Buffer.alloc(16, WHITE);
    data[15] = 254;
    expect(() => encode({ data, width: 2, height: 2 })).toThrow(RangeError);
    expect(() => encode({ data, width: 3, height: 2 })).toThrow(RangeError);
    expect(() => encode({ data: Buffer.alloc(0), width: 0, height: 2 })).toThrow(RangeError);
  });
});
