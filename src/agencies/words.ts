/** The words of a text, in order and in NFC form; signs between them are left out. */
export function wordsIn(text: string): readonly string[] {
  return text.normalize('NFC').match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}
