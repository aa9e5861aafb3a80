/** What a template may name, and what stands there in one request. */
export type AskValues = Readonly<Partial<Record<Placeholder, string | number>>>;

/** Everything that may stand in braces; days also with a form behind a colon: `{period.from:dd/MM/yyyy}`. */
const PLACEHOLDERS = [
  'period.from',
  'period.to',
  'period.key',
  'period.year',
  'today',
  'agency',
  'page',
  'offset',
  'size',
  'cursor',
] as const;
export type Placeholder = (typeof PLACEHOLDERS)[number];

/** JSON as it is sent, with placeholders in its texts. */
export type BodyTemplate =
  | string
  | number
  | boolean
  | null
  | readonly BodyTemplate[]
  | { readonly [name: string]: BodyTemplate };

const MARK = /\{([a-z.]+)(?::([dMyY/.-]+))?\}/gu;
const NAMES: ReadonlySet<string> = new Set(PLACEHOLDERS);

function isPlaceholder(name: string): name is Placeholder {
  return NAMES.has(name);
}

/** What stands in braces in a template and is no placeholder. */
export function unknownPlaceholders(template: string): readonly string[] {
  const left = template.replace(MARK, (all, name: string) => (isPlaceholder(name) ? '' : all));
  return Array.from(left.matchAll(/\{[^{}]*\}?/gu), ([all]) => all);
}

/** Whether a template asks for any of these. */
export function names(template: string, wanted: readonly Placeholder[]): boolean {
  return Array.from(template.matchAll(MARK), ([, name = '']) => name).some((name) =>
    wanted.some((each) => each === name),
  );
}

/** The address of one request; values cannot add anything to it but themselves. */
export function filledUrl(template: string, values: AskValues): URL {
  // Half a letter, which JSON may bring, cannot be encoded.
  return new URL(filled(template, values, (text) => encodeURIComponent(text.toWellFormed())));
}

/** The body of one request as JSON; a text that is nothing but a number's placeholder becomes the number. */
export function filledBody(template: BodyTemplate, values: AskValues): string {
  return JSON.stringify(template, (_key, part: unknown) =>
    typeof part === 'string' ? filledText(part, values) : part,
  );
}

function filledText(text: string, values: AskValues): string | number {
  const name = /^\{([a-z.]+)\}$/u.exec(text)?.[1] ?? '';
  const value = isPlaceholder(name) ? values[name] : undefined;
  return typeof value === 'number' ? value : filled(text, values, (each) => each);
}

function filled(template: string, values: AskValues, encode: (text: string) => string): string {
  return template.replace(MARK, (all, name: string, form: string | undefined) => {
    if (!isPlaceholder(name)) return all;
    const value = String(values[name] ?? '');
    return encode(form === undefined ? value : dayAs(value, form));
  });
}

/** An ISO day in another form: dd, MM and yyyy, whatever stands between. */
function dayAs(day: string, form: string): string {
  const [year = '', month = '', date = ''] = day.split('-');
  return form.replace(/y{4}/giu, year).replace(/MM/u, month).replace(/dd/iu, date);
}
