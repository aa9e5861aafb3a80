import * as z from 'zod';

import { AgencyId } from '../../agencies/agency.ts';
import { COUNT_NAMES } from '../../figures/counts.ts';
import { FormulaId } from '../../figures/metric.ts';
import { type BodyTemplate, names, type Placeholder, unknownPlaceholders } from './fill.ts';

/* Schemas say what is wrong by a code; src/replies has the words. */
const Text = z.string('text').min(1, 'text');
/** Written in JSONata; whether it can be read is found when the sample is mapped. */
const Expression = z.string('expression').min(1, 'expression').max(2_000, 'expression');
const Address = z
  .string('url')
  .refine(isAddress, 'httpAddress')
  .refine((text) => unknownPlaceholders(text).length === 0, 'placeholder');
const HeaderName = z.string().regex(/^[!#$%&'*+.^_`|~\w-]+$/u, 'headerName');
const Seconds = z.number('seconds').positive('seconds').max(600, 'seconds');
const Whole = z.int('wholeNumber').positive('wholeNumber');

const Body: z.ZodType<BodyTemplate> = z.lazy(() =>
  z.union([
    z.string().refine((text) => unknownPlaceholders(text).length === 0, 'placeholder'),
    z.number(),
    z.boolean(),
    z.null(),
    z.array(Body),
    z.record(z.string(), Body),
  ]),
);

/** How an answer in several parts is asked for. `rows` fewer than `size` end pages and offsets. */
const Paging = z.discriminatedUnion(
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

/** Periods that run, by kind; asked at every poll. */
const PeriodKinds = z
  .array(z.enum(['year', 'half', 'nineMonths', 'quarter', 'month'], 'periodKind'))
  .min(1, 'periodKind');
export type PeriodKind = z.infer<typeof PeriodKinds>[number];

const common = {
  kind: z.literal('http', 'sourceKind'),
  name: z.string('sourceName').regex(/^[a-z0-9-]+$/u, 'sourceName'),
  url: Address,
  method: z.enum(['GET', 'POST'], 'method').default('GET'),
  headers: z.record(HeaderName, z.string('text')).default({}),
  body: Body.default(null),
  schedule: z.string('schedule').default('*/10 * * * *'),
  paging: Paging.default({ by: 'none' }),
  /** Codes of the system and the agencies they stand for. */
  agencyCodes: z.record(Text, z.string('agencyId').pipe(AgencyId)).default({}),
  /** One request for each of `agencyCodes`. */
  perAgency: z.boolean('yesNo').default(false),
  /** A recorded answer: the mapping is tried on it at every start. */
  sample: Text,
  caFile: Text.optional(),
  /** Plain http, where there is no TLS: inside one machine or one closed network. */
  allowHttp: z.boolean('yesNo').default(false),
  timeoutSeconds: Seconds.default(30),
  idleSeconds: Seconds.default(10),
  /** All pages of a poll together. */
  pollSeconds: z.number('seconds').positive('seconds').max(3_600, 'seconds').default(300),
  maxMegabytes: z.number('megabytes').positive('megabytes').max(256, 'megabytes').default(16),
  attempts: z.int('wholeNumber').min(1, 'wholeNumber').max(10, 'wholeNumber').default(3),
  requestsPerMinute: z.number('wholeNumber').positive('wholeNumber').max(6_000).default(120),
  /** After so many failed polls the system is left alone for so long. */
  rest: z
    .strictObject(
      { failures: Whole.default(5), minutes: z.number('minutes').positive().default(15) },
      'mapping',
    )
    .default({ failures: 5, minutes: 15 }),
};

const FigureFields = z
  .strictObject(
    {
      agency: Expression,
      field: Expression.optional(),
      ...Object.fromEntries(COUNT_NAMES.map((name) => [name, Expression.optional()])),
    },
    'mapping',
  )
  .refine((fields) => COUNT_NAMES.some((name) => name in fields), 'noCounts');

const mappingOf = <Fields extends z.ZodType>(fields: Fields) =>
  z.strictObject(
    {
      /** Where the rows are. */
      rows: Expression.default('$'),
      /** Each of our fields, from one row. */
      fields,
      /** The day or moment the answer shows; left out = now. */
      asOf: Expression.optional(),
      /** The days the answer covers, to be held against those asked for. */
      period: z.strictObject({ from: Expression, to: Expression }, 'mapping').optional(),
      /** How many rows there are in all pages, as the answer says. */
      total: Expression.optional(),
    },
    'mapping',
  );

/** Counts of agencies, as JSON of a one-stop system. */
const HttpFigures = z.strictObject(
  {
    ...common,
    takes: z.literal('figures'),
    mapping: mappingOf(FigureFields),
    periods: PeriodKinds.default(['year']),
    /** A period that has ended is asked for so many days more: closing it takes a while. */
    closedDays: z.int('wholeNumber').min(0, 'wholeNumber').max(60, 'wholeNumber').default(5),
    title: Text.default('JSON'),
    scope: Text.default('one-stop'),
    formula: FormulaId.nullable().default(null),
  },
  'mapping',
);

/** What a dossier may have, and what it must have; the agency may be given beside it. */
export type ListColumns = { readonly all: readonly string[]; readonly required: readonly string[] };

/** Open dossiers, as JSON of a one-stop system. */
const httpDossiers = ({ all, required }: ListColumns) =>
  z.strictObject(
    {
      ...common,
      takes: z.literal('dossiers'),
      mapping: mappingOf(
        z
          .record(
            z.string().refine((name) => all.includes(name), 'listColumn'),
            Expression,
          )
          .refine(
            (fields) => required.every((name) => name in fields || name === 'agency'),
            'listFields',
          ),
      ),
      complete: z.boolean('yesNo').default(false),
      partialOk: z.boolean('yesNo').default(false),
      agency: z.string('agencyId').pipe(AgencyId).nullable().default(null),
    },
    'mapping',
  );

type DossierForm = z.infer<ReturnType<typeof httpDossiers>>;

/** A source that is asked over http(s). */
export const httpSourceForm = (columns: ListColumns) =>
  z
    .discriminatedUnion('takes', [HttpFigures, httpDossiers(columns)], 'takes')
    .refine(({ url, allowHttp }) => allowHttp || url.startsWith('https:'), {
      path: ['url'],
      error: 'tlsOnly',
    })
    .refine(({ perAgency, agencyCodes }) => !perAgency || Object.keys(agencyCodes).length > 0, {
      path: ['agencyCodes'],
      error: 'codesNeeded',
    })
    .refine(asksForPages, { path: ['paging'], error: 'pagingUnused' })
    .refine(({ method, body }) => method === 'POST' || body === null, {
      path: ['body'],
      error: 'bodyNeedsPost',
    });

export type HttpOptions = z.infer<ReturnType<typeof httpSourceForm>>;
export type HttpFigureOptions = Extract<HttpOptions, { takes: 'figures' }>;
export type HttpDossierOptions = Extract<HttpOptions, { takes: 'dossiers' }>;

/** What a paging fills in has to stand somewhere, or every page would be the first. */
function asksForPages({ url, body, paging, perAgency }: z.infer<typeof HttpFigures> | DossierForm) {
  const template = `${url} ${JSON.stringify(body)}`;
  const needed: readonly Placeholder[] = [
    ...(paging.by === 'none' || paging.by === 'link' ? [] : [paging.by]),
    ...(perAgency ? (['agency'] as const) : []),
  ];
  return needed.every((name) => names(template, [name]));
}

/** http(s), a fixed host and no names or keys before it. */
function isAddress(text: string): boolean {
  const url = URL.parse(text);
  if (url === null || !/^https?:$/u.test(url.protocol)) return false;
  const authority = /^https?:\/\/([^/?#]+)/iu.exec(text)?.[1] ?? '';
  return url.username === '' && url.password === '' && !/[{}$@]/u.test(authority);
}
