import { expect, test } from 'vitest';

import { shrinkPng } from '../../../src/channels/zalo-oa/shrink-png.ts';
import { openEncoder } from '../../../src/charts/fast-png.ts';

/** A picture with stripes, so that there is something to pack. */
function stripes(width: number, height: number): Uint8Array {
  const data = Buffer.alloc(width * height * 4, 0xff);
  for (let at = 0; at < data.length; at += 4)
    data[at] = Math.floor(at / 4 / 7) % 2 === 0 ? 40 : 200;
  return openEncoder()({ data, width, height });
}

test('a picture becomes smaller, and again a picture of the same size', () => {
  const png = stripes(901, 400);
  const small = Buffer.from(shrinkPng(png));
  expect(small.length).toBeLessThan(png.length);
  expect(small.subarray(0, 33)).toEqual(Buffer.from(png).subarray(0, 33));
  // Shrunk once, it cannot be shrunk again: everything in it could be read.
  expect(Buffer.from(shrinkPng(small))).toEqual(small);
});

test.each([
  ['nothing', ''],
  ['no picture', 'hello, this is no picture at all'],
  ['half a picture', 'half'],
])('%s comes back as it is', (_words, text) => {
  const bytes = text === 'half' ? stripes(50, 50).subarray(0, 60) : new TextEncoder().encode(text);
  expect(shrinkPng(bytes)).toBe(bytes);
});
