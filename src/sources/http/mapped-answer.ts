import type { Mapped } from './map-message.ts';

/** One answer, mapped, and the next page it names in its `Link` header, if any. */
export type MappedAnswer = Mapped & { readonly next: URL | null };

/** An answer among all that came to a question. */
export type Page = MappedAnswer & { readonly isLast: boolean };

/** The address with `rel="next"` in a `Link` header (RFC 8288); null when there is none. */
export function nextLink(header: string | readonly string[] | undefined): string | null {
  const text = Array.isArray(header) ? header.join(', ') : String(header ?? '');
  for (const [, address, parameters = ''] of text.matchAll(/<([^>]*)>((?:\s*;\s*[^,;]*)*)/gu)) {
    if (address !== undefined && /;\s*rel\s*=\s*(?:"[^"]*\bnext\b[^"]*"|next\b)/iu.test(parameters))
      return address;
  }
  return null;
}
