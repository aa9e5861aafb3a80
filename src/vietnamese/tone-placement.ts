/** Only oa, oe and uy at the end of a syllable are disputed. */
const DISPUTED = /[oòóõỏọ][aàáãảạeèéẽẻẹ]|[uùúũủụ][yỳýỹỷỵ]/iu;
const OLD_STYLE =
  /(o(?=.[ae])|u(?=.y))([\u0300\u0301\u0303\u0309\u0323])([aey])(?![\p{L}\p{M}])/giu;
const NEW_STYLE = /(o(?=[ae])|u(?=y))([aey])([\u0300\u0301\u0303\u0309\u0323])(?![\p{L}\p{M}])/giu;

/**
 * The ways to place the tone in a text: as written, and with every "hòa" written "hoà" or the other way round, as
 * both schools of spelling do ("thủy"/"thuỷ", "khỏe"/"khoẻ"). NFC, without repetition.
 */
export function tonePlacements(text: string): readonly string[] {
  const written = text.normalize('NFC');
  if (!DISPUTED.test(written)) return [written];
  const apart = text.normalize('NFD');
  const moved = [OLD_STYLE, NEW_STYLE].map((style) => apart.replace(style, '$1$3$2'));
  return [...new Set([written, ...moved.map((spelling) => spelling.normalize('NFC'))])];
}
