/** First letter upper case: the start of a sentence or title. */
export function capital(text: string): string {
  return text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
}

/** First letter lower case: within a sentence. Abbreviations keep theirs. */
export function uncapital(text: string): string {
  return text.replace(/^\p{Lu}(?!\p{Lu})/u, (letter) => letter.toLowerCase());
}

/** "A, B và C". */
export function listed(items: readonly string[]): string {
  return items.length < 2
    ? items.join('')
    : `${items.slice(0, -1).join(', ')} và ${items.at(-1) ?? ''}`;
}
