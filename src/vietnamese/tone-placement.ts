const OLD_STYLE = /([ou])([\u0300\u0301\u0303\u0309\u0323])([aey])(?![\p{L}\p{M}])/giu;
const NEW_STYLE = /([ou])([aey])([\u0300\u0301\u0303\u0309\u0323])(?![\p{L}\p{M}])/giu;

/**
 * The ways to place the tone in a text: as written, and with every "hòa" written "hoà" or the other way round, as
 * both schools of spelling do ("thủy"/"thuỷ", "khỏe"/"khoẻ"). NFC, without repetition.
 */
export function tonePlacements(text: string): readonly string[] {
  const apart = text.normalize('NFD');
  const spellings = [
    apart,
    apart.replace(OLD_STYLE, '$1$3$2'),
    apart.replace(NEW_STYLE, '$1$3$2'),
  ];
  return [...new Set(spellings.map((spelling) => spelling.normalize('NFC')))];
}
