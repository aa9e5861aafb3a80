import * as z from 'zod';

import { type BodyTemplate, unknownPlaceholders } from './fill.ts';

/* Schemas say what is wrong by a code; src/replies has the words. */

/** Any text there is. */
export const Text = z.string('text').min(1, 'text');
/** Written in JSONata; whether it can be read is found when the sample is mapped. */
export const Expression = z.string('expression').min(1, 'expression').max(2_000, 'expression');
export const Whole = z.int('wholeNumber').positive('wholeNumber');

/** An address on a fixed host, with placeholders behind it; in its query references to variables, which are put in later. */
export const Address = z
  .string('url')
  .refine(isAddress, 'httpAddress')
  // Hosts and paths are named in problems and logs, queries nowhere.
  .refine((text) => {
    const [path = '', ...query] = text.split('?');
    return hasOnlyPlaceholders(path) && hasOnlyPlaceholders(withoutReferences(query.join('?')));
  }, 'placeholder');

/** A name as RFC 9110 allows them. */
export const HeaderName = z.string().regex(/^[!#$%&'*+.^_`|~\w-]+$/u, 'headerName');

/** A question that goes as JSON. */
export const Body: z.ZodType<BodyTemplate> = z.lazy(() =>
  z.union(
    [
      z.string().refine((text) => hasOnlyPlaceholders(withoutReferences(text)), 'placeholder'),
      z.number(),
      z.boolean(),
      z.null(),
      z.array(Body),
      z.record(z.string(), Body),
    ],
    'placeholder',
  ),
);

/** How an answer in several parts is asked for; fewer rows than `size` end pages and offsets. */
export const Paging = z.discriminatedUnion(
  'by',
  [
    z.strictObject({ by: z.literal('none') }, 'mapping'),
    z.strictObject(
      { by: z.literal('page'), size: Whole, first: z.int('wholeNumber').default(1) },
      'mapping',
    ),
    z.strictObject({ by: z.literal('offset'), size: Whole }, 'mapping'),
    z.strictObject(
      { by: z.literal('cursor'), next: Expression, size: Whole.optional() },
      'mapping',
    ),
    z.strictObject({ by: z.literal('link'), size: Whole.optional() }, 'mapping'),
  ],
  'paging',
);
export type Paging = z.infer<typeof Paging>;

function withoutReferences(text: string): string {
  return text.replace(/\$\{\w+\}/gu, '');
}

function hasOnlyPlaceholders(text: string): boolean {
  return unknownPlaceholders(text).length === 0;
}

/** http(s), a fixed host and no names or keys before it. */
function isAddress(text: string): boolean {
  const url = URL.parse(text);
  if (url === null || !/^https?:$/u.test(url.protocol)) return false;
  const authority = /^https?:\/\/([^/?#]+)/iu.exec(text)?.[1] ?? '';
  return url.username === '' && url.password === '' && !/[{}$@]/u.test(authority);
}
