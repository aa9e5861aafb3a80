import type { Problem } from '../../errors.ts';
import type { BodyTemplate } from './fill.ts';

/** What a source sends along, as configured: `Bearer ${ONE_STOP_TOKEN}`. */
export type Sent = {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: BodyTemplate;
};

type Environment = Readonly<Record<string, string | undefined>>;

const REFERENCE = /\$\{([A-Za-z_]\w*)\}/gu;
/** Headers that are keys: written into the file they would be copied and shown with it. */
const KEYS = /^(?:authorization|proxy-authorization|cookie|x-api-key|api-?key|x-auth-token)$/iu;
/** What a header may hold (RFC 9110, 5.5), without the letters a slip of copying brings. */
const HEADER_TEXT = /^[\t\x20-\x7E]*$/u;

/**
 * Puts the variables that headers and body refer to in their place. Everything that is wrong is told, under `place`:
 * variableMissing, secretInFile, badHeader. No problem quotes a value.
 */
export function withVariables(
  { headers, body }: Sent,
  environment: Environment,
  place: string,
): { readonly sent: Sent; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const resolved = (text: string, at: string): string =>
    text.replace(REFERENCE, (_all, name: string) => {
      const value = environment[name];
      if (value === undefined) {
        problems.push({ code: 'variableMissing', place: `${place}.${at}`, detail: name });
      }
      return value ?? '';
    });
  const named = Object.entries(headers).map(([name, text]) => {
    const at = `headers.${name}`;
    if (KEYS.test(name) && text.match(REFERENCE) === null) {
      problems.push({ code: 'secretInFile', place: `${place}.${at}`, detail: '' });
    }
    const value = resolved(text, at);
    if (!HEADER_TEXT.test(value)) {
      problems.push({ code: 'badHeader', place: `${place}.${at}`, detail: '' });
    }
    return [name, value] as const;
  });
  return {
    sent: {
      headers: Object.fromEntries(named),
      body: textsIn(body, (text) => resolved(text, 'body')),
    },
    problems,
  };
}

function textsIn(body: BodyTemplate, change: (text: string) => string): BodyTemplate {
  if (typeof body === 'string') return change(body);
  if (body === null || typeof body !== 'object') return body;
  if (isList(body)) return body.map((part) => textsIn(part, change));
  return Object.fromEntries(
    Object.entries(body).map(([name, part]) => [name, textsIn(part, change)]),
  );
}

function isList(body: BodyTemplate): body is readonly BodyTemplate[] {
  return Array.isArray(body);
}
