const LONGEST = 300;

/** What Zalo says of a refusal, fit for a log: without the secrets given, on one line, of bounded length. */
export function fitForLog(wording: string, secrets: readonly string[]): string {
  const clean = secrets
    .flatMap((secret) => (secret === '' ? [] : [secret, encodeURIComponent(secret)]))
    .reduce((text, secret) => text.replaceAll(secret, '***'), wording);
  return clean.replaceAll(/\s+/gu, ' ').trim().slice(0, LONGEST);
}
