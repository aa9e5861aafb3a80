/**
 * What was said in a group without the mentions of a bot or an account (`@Bot Name`), wherever they stand; a text with
 * none comes back as it is. Nothing in a message tells a mention from words, so every name it may be shown by is tried,
 * the longest first, with letters composed and in any case. Unconfirmed; source: a test of one client.
 */
export function withoutMentions(text: string, names: readonly string[]): string {
  const known = names.map((name) => name.normalize('NFC').trim()).filter((name) => name !== '');
  if (known.length === 0) return text;
  const longestFirst = known.toSorted((a, b) => b.length - a.length).map(escaped);
  const mention = new RegExp(`@(?:${longestFirst.join('|')})(?![\\p{L}\\p{N}_])`, 'giu');
  const parts = text.normalize('NFC').split(mention);
  if (parts.length === 1) return text;
  const said = parts.map((part) => part.trim()).filter((part) => part !== '');
  return said.join(' ');
}

/** As `RegExp.escape` does, which older runtimes lack. */
function escaped(name: string): string {
  return name.replaceAll(/[\\^$.*+?()[\]{}|/]/gu, String.raw`\$&`);
}
