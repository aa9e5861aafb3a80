const END = 0x06054b50;
const ENTRY = 0x02014b50;
/** The end record is 22 bytes and a comment of at most 65,535. */
const END_REACH = 22 + 65_535;

/**
 * How many bytes a zip says it unpacks to; null when it is damaged (no directory), Infinity when it will not say
 * (zip64, or an entry that claims to hold nothing). The reader stops each entry at its declared size, so that a small file that would
 * unpack to gigabytes is known before anything is unpacked.
 */
export function unpackedSize(bytes: Uint8Array): number | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOfDirectory(view);
  if (end === null) return null;
  const entries = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  let total = 0;
  for (let entry = 0; entry < entries; entry += 1) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== ENTRY) return null;
    total += declaredSize(view, at);
    at += entryLength(view, at);
  }
  return total;
}

function endOfDirectory(view: DataView): number | null {
  const lowest = Math.max(0, view.byteLength - END_REACH);
  for (let at = view.byteLength - 22; at >= lowest; at -= 1) {
    if (view.getUint32(at, true) === END) return at;
  }
  return null;
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
