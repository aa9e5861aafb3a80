import type { Problem } from '../../errors.ts';
import type { BodyTemplate } from './fill.ts';

/** What a source sends along, as configured: `Bearer ${ONE_STOP_TOKEN}`. */
export type Sent = {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: BodyTemplate;
};

type Environment = Readonly<Record<string, string | undefined>>;

const REFERENCE = /\$\{([A-Za-z_]\w*)\}/gu;
/** Names of keys: written into the file they would be copied and shown with it. "api_key", "x-auth-token", "matKhau". */
const KEYS =
  /^(?:sig|signature|cookie)$|(?:key|token|secret|passw(?:or)?d|pwd|jwt|auth|authorization|credentials?|mat[_-]?khau)$/iu;
/** What a header may hold (RFC 9110, 5.5), without the letters a slip of copying brings. */
const HEADER_TEXT = /^[\t\x20-\x7E]*$/u;

/**
 * Puts the variables that the query of the address, headers and body refer to in their place. Everything that is wrong
 * is told, under `place`: variableMissing, secretInFile, badHeader. No problem quotes a value.
 */
export function withVariables(
  { url, headers, body }: Sent,
  environment: Environment,
  place: string,
): { readonly sent: Sent; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const wrong = (code: string, at: string, detail = ''): void => {
    problems.push({ code, place: `${place}.${at}`, detail });
  };
  const put: Put = (text, at) =>
    text.replace(REFERENCE, (_all, name: string) => {
      const value = environment[name];
      if (value === undefined) wrong('variableMissing', at, name);
      return value ?? '';
    });
  const sent = {
    url: urlWith(url, put, wrong),
    headers: headersWith(headers, put, wrong),
    body: bodyWith(body, put, wrong),
  };
  return { sent, problems };
}

/** Puts variables into a text that stands at some place. */
type Put = (text: string, at: string) => string;
type Wrong = (code: string, at: string, detail?: string) => void;

function urlWith(url: string, put: Put, wrong: Wrong): string {
  for (const [, name = '', value = ''] of url.matchAll(/[?&;]([^=&;#]*)=([^&;#]*)/gu)) {
    if (isWrittenOut(name, value)) wrong('secretInFile', 'url', instead(name));
  }
  // A key can add nothing to the address but itself.
  return url.replace(REFERENCE, (reference) => encodeURIComponent(put(reference, 'url')));
}

function headersWith(headers: Sent['headers'], put: Put, wrong: Wrong): Sent['headers'] {
  const named = Object.entries(headers).map(([name, text]) => {
    const at = `headers.${name}`;
    if (isWrittenOut(name, text)) wrong('secretInFile', at);
    const value = put(text, at);
    if (!HEADER_TEXT.test(value)) wrong('badHeader', at);
    return [name, value] as const;
  });
  return Object.fromEntries(named);
}

function bodyWith(body: BodyTemplate, put: Put, wrong: Wrong): BodyTemplate {
  if (typeof body === 'string') return put(body, 'body');
  if (body === null || typeof body !== 'object') return body;
  if (isList(body)) return body.map((part) => bodyWith(part, put, wrong));
  const named = Object.entries(body).map(([name, part]) => {
    if (typeof part === 'string' && isWrittenOut(name, part)) {
      wrong('secretInFile', 'body', instead(name));
    }
    return [name, bodyWith(part, put, wrong)] as const;
  });
  return Object.fromEntries(named);
}

/** A key that stands there itself; a placeholder for an agency or a page is none. */
function isWrittenOut(name: string, text: string): boolean {
  const literal = text.replace(/\{[a-z.]+(?::[^}]*)?\}/gu, '').trim();
  return KEYS.test(name) && literal !== '' && text.match(REFERENCE) === null;
}

/** What to write in its place. */
function instead(name: string): string {
  return `${name}=\${${name.toUpperCase().replace(/\W+/gu, '_')}}`;
}

function isList(body: BodyTemplate): body is readonly BodyTemplate[] {
  return Array.isArray(body);
}
