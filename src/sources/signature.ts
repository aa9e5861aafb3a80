/** How files of a kind begin, whatever their name says: one-stop systems save web pages as .xls. */
const SIGNATURES = {
  zip: [0x50, 0x4b, 0x03, 0x04],
  /** Excel 97 to 2003, and anything protected by a password. */
  oldOffice: [0xd0, 0xcf, 0x11, 0xe0],
  pdf: [0x25, 0x50, 0x44, 0x46],
  'utf-8': [0xef, 0xbb, 0xbf],
  'utf-16le': [0xff, 0xfe],
  'utf-16be': [0xfe, 0xff],
} as const;

export type Signature = keyof typeof SIGNATURES;

/** What a file says of itself in its first bytes; null = nothing, as most text does. */
export function signatureOf(bytes: Uint8Array): Signature | null {
  const kinds: readonly Signature[] = ['zip', 'oldOffice', 'pdf', 'utf-8', 'utf-16le', 'utf-16be'];
  return (
    kinds.find((kind) => SIGNATURES[kind].every((byte, index) => bytes[index] === byte)) ?? null
  );
}

/** A protected XLSX lies in an old container, in a stream of this name. */
export function isEncrypted(bytes: Uint8Array): boolean {
  return holdsStream(bytes, 'EncryptedPackage');
}

/** Word 97 to 2003 writes the same container as Excel of its time. */
export function isWordDocument(bytes: Uint8Array): boolean {
  return holdsStream(bytes, 'WordDocument');
}

/** Names of streams are UTF-16. */
function holdsStream(bytes: Uint8Array, name: string): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return file.includes(name, 0, 'utf16le');
}
