import { crc32, deflateSync, inflateSync } from 'node:zlib';

/** Eight bytes every PNG begins with; then chunks: length, kind, bytes, checksum. */
const START = 8;
const AROUND = 12;

type Chunk = { readonly kind: string; readonly bytes: Uint8Array };

/**
 * The same picture in fewer bytes: charts are packed for speed, this packs for size, which takes some ten times as long.
 * Not a pixel changes. What is no PNG comes back as it is.
 */
export function shrinkPng(png: Uint8Array): Uint8Array {
  try {
    const chunks = chunksOf(png);
    const packed = Buffer.concat(chunks.filter(isPixels).map(({ bytes }) => bytes));
    const pixels = { kind: 'IDAT', bytes: deflateSync(inflateSync(packed), { level: 9 }) };
    const first = chunks.findIndex(isPixels);
    const others = chunks.filter((chunk) => !isPixels(chunk));
    const all = others.toSpliced(first, 0, pixels);
    const smaller = Buffer.concat([png.subarray(0, START), ...all.map(bytesOf)]);
    return smaller.length < png.length ? smaller : png;
  } catch {
    return png;
  }
}

function isPixels({ kind }: Chunk): boolean {
  return kind === 'IDAT';
}

function chunksOf(png: Uint8Array): readonly Chunk[] {
  const bytes = Buffer.from(png.buffer, png.byteOffset, png.byteLength);
  const chunks: Chunk[] = [];
  for (let at = START; at < bytes.length;) {
    const length = bytes.readUInt32BE(at);
    const kind = bytes.toString('latin1', at + 4, at + 8);
    chunks.push({ kind, bytes: bytes.subarray(at + 8, at + 8 + length) });
    at += length + AROUND;
  }
  return chunks;
}

function bytesOf({ kind, bytes }: Chunk): Buffer {
  const body = Buffer.concat([Buffer.from(kind, 'latin1'), bytes]);
  const whole = Buffer.alloc(body.length + 8);
  whole.writeUInt32BE(bytes.length, 0);
  body.copy(whole, 4);
  whole.writeUInt32BE(crc32(body), body.length + 4);
  return whole;
}
