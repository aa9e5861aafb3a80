/** What is left of a text after its markup is taken out, as Telegram shows it. */
export type ParsedHtml = {
  readonly text: string;
  /** Tags with the words they stand around, in the order they open. */
  readonly entities: readonly { readonly tag: string; readonly text: string }[];
};

/** Telegram refuses the whole message for one slip of markup; so does this. */
export class HtmlRefused extends Error {}

const TAGS = new Set(['b', 'strong', 'i', 'em', 'u', 's', 'code', 'pre', 'blockquote', 'a']);
const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"' };
const TOKEN = /<(\/?)([a-z-]+)((?:\s[^<>]*)?)>|&(?:#(\d+)|#x([\da-f]+)|([a-z]+));|[^<&]+|[<&]/giu;

/** Reads the HTML mode of the Bot API strictly: known tags, properly nested, no stray `<` or unknown names. */
export function parseHtml(html: string): ParsedHtml {
  const open: { tag: string; from: number; at: number }[] = [];
  const entities: { tag: string; text: string }[] = [];
  let text = '';
  for (const [token, slash, tag, , decimal, hex, name] of html.matchAll(TOKEN)) {
    if (token === '<') throw new HtmlRefused(`can't parse entities: Unsupported start tag`);
    if (tag === undefined) {
      text += characterOf(token, { decimal, hex, name });
    } else if (slash === '') {
      if (!TAGS.has(tag))
        throw new HtmlRefused(`can't parse entities: Unsupported start tag "${tag}"`);
      open.push({ tag, from: text.length, at: entities.push({ tag, text: '' }) - 1 });
    } else {
      const last = open.pop();
      if (last?.tag !== tag)
        throw new HtmlRefused(`can't parse entities: Unmatched end tag "${tag}"`);
      entities[last.at] = { tag, text: text.slice(last.from) };
    }
  }
  if (open.length > 0) throw new HtmlRefused(`can't parse entities: Can't find end tag`);
  return { text, entities };
}

type Character = Readonly<Record<'decimal' | 'hex' | 'name', string | undefined>>;

function characterOf(token: string, { decimal, hex, name }: Character): string {
  if (decimal !== undefined) return String.fromCodePoint(Number(decimal));
  if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16));
  // Telegram leaves names it does not know as they are
  return name === undefined ? token : (NAMED[name] ?? token);
}
