import { inflateRawSync } from 'node:zlib';

const END = 0x06054b50;
const ENTRY = 0x02014b50;
/** The end record is 22 bytes and a comment of at most 65,535. */
const END_REACH = 22 + 65_535;
/** Before the name and the extra field of an entry. */
const LOCAL_HEADER = 30;

/** One file within a zip; `unpacked` = the bytes it says it unpacks to, Infinity when it will not say (zip64, or a claim to hold nothing). */
export type ZipEntry = {
  readonly name: string;
  readonly unpacked: number;
  /** Bytes it takes in the file, and where its own header stands. */
  readonly packed: number;
  readonly at: number;
};

/**
 * How many bytes a zip says it unpacks to; null when it is damaged (no directory). The reader stops each entry at its
 * declared size, so that a small file that would unpack to gigabytes is known before anything is unpacked.
 */
export function unpackedSize(bytes: Uint8Array): number | null {
  const entries = zipEntries(bytes);
  return entries?.reduce((sum, { unpacked }) => sum + unpacked, 0) ?? null;
}

/** What a zip says it holds, unpacking nothing; null when it is damaged (no directory, or one cut short). */
export function zipEntries(bytes: Uint8Array): readonly ZipEntry[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOfDirectory(view);
  if (end === null) return null;
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  const entries: ZipEntry[] = [];
  for (let entry = 0; entry < count; entry += 1) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== ENTRY) return null;
    entries.push({
      name: entryName(view, at),
      unpacked: declaredSize(view, at),
      packed: view.getUint32(at + 20, true),
      at: view.getUint32(at + 42, true),
    });
    at += entryLength(view, at);
  }
  return entries;
}

/** The bytes of an entry. Throws when it is damaged, or unpacks to more than it says. */
export function unpack(bytes: Uint8Array, entry: ZipEntry): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { at, packed } = entry;
  const names = view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  const from = at + LOCAL_HEADER + names;
  const data = bytes.subarray(from, from + packed);
  const isPacked = view.getUint16(at + 8, true) !== 0;
  return isPacked ? inflateRawSync(data, { maxOutputLength: entry.unpacked }) : data;
}

function endOfDirectory(view: DataView): number | null {
  const lowest = Math.max(0, view.byteLength - END_REACH);
  for (let at = view.byteLength - 22; at >= lowest; at -= 1) {
    if (view.getUint32(at, true) === END) return at;
  }
  return null;
}

/** Names of the parts of an office file are ASCII. */
function entryName(view: DataView, at: number): string {
  const length = Math.min(view.getUint16(at + 28, true), view.byteLength - at - 46);
  return Buffer.from(view.buffer, view.byteOffset + at + 46, length).toString('latin1');
}

/** An entry of the directory: 46 bytes, its name, its extra field, its comment. */
function entryLength(view: DataView, at: number): number {
  const lengths = [28, 30, 32].map((offset) => view.getUint16(at + offset, true));
  return lengths.reduce((sum, length) => sum + length, 46);
}

function declaredSize(view: DataView, at: number): number {
  const packed = view.getUint32(at + 20, true);
  const unpacked = view.getUint32(at + 24, true);
  if (unpacked === 0xffffffff) return Number.POSITIVE_INFINITY;
  // An empty deflate stream takes 2 bytes.
  return unpacked === 0 && packed > 2 ? Number.POSITIVE_INFINITY : unpacked;
}
