import * as z from 'zod';

import { COUNT_NAMES } from '../../figures/counts.ts';
import { FormulaId } from '../../figures/metric.ts';
import { Complete, EVERY_TEN_MINUTES, named, OurAgency } from '../named-source.ts';
import { names, type Placeholder } from './fill.ts';
import { Address, Body, Expression, HeaderName, Paging, Text, Whole } from './request-form.ts';

/* Schemas say what is wrong by a code; src/replies has the words. */
const upTo = (most: number, error: string) => z.number(error).positive(error).max(most, error);

/** Periods that run, by kind; asked at every poll. */
const PeriodKinds = z
  .array(z.enum(['year', 'half', 'nineMonths', 'quarter', 'month'], 'periodKind'))
  .min(1, 'periodKind');
export type PeriodKind = z.infer<typeof PeriodKinds>[number];

const common = {
  ...named('http', EVERY_TEN_MINUTES),
  url: Address,
  method: z.enum(['GET', 'POST'], 'method').default('GET'),
  headers: z.record(HeaderName, z.string('text')).default({}),
  body: Body.default(null),
  paging: Paging.default({ by: 'none' }),
  /** Codes of the system and the agencies they stand for. */
  agencyCodes: z.record(Text, OurAgency).default({}),
  /** One request for each of `agencyCodes`. */
  perAgency: z.boolean('yesNo').default(false),
  /** A recorded answer: the mapping is tried on it at every start. */
  sample: Text,
  caFile: Text.optional(),
  /** Plain http, where there is no TLS: inside one machine or one closed network. */
  allowHttp: z.boolean('yesNo').default(false),
  timeoutSeconds: upTo(600, 'httpSeconds').default(30),
  idleSeconds: upTo(600, 'httpSeconds').default(10),
  /** All pages of a poll together. */
  pollSeconds: upTo(3_600, 'pollSeconds').default(300),
  maxMegabytes: upTo(256, 'httpMegabytes').default(16),
  attempts: z.int('attempts').min(1, 'attempts').max(10, 'attempts').default(3),
  requestsPerMinute: upTo(6_000, 'requestsPerMinute').default(120),
  /** After so many failed polls the system is left alone for so long. */
  rest: z
    .strictObject(
      { failures: Whole.default(5), minutes: upTo(1_440, 'restMinutes').default(15) },
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

const mappingForm = <Fields extends z.ZodType>(fields: Fields) =>
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
      /** Where the answer says whose it is, and what has to stand there: another province's is refused. */
      owner: z.strictObject({ at: Expression, is: Text }, 'mapping').optional(),
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
    mapping: mappingForm(FigureFields),
    periods: PeriodKinds.default(['year']),
    /** A period that has ended is asked for at every poll so many days more: closing it takes a while. */
    closedDays: z.int('closedDays').min(0, 'closedDays').max(60, 'closedDays').default(5),
    /** Later once a day, until the reporting year after it is over: what was closed may be restated. */
    closedDaily: z.boolean('yesNo').default(true),
    /** How the system is cited. */
    title: Text.default('Hệ thống một cửa điện tử'),
    scope: Text.default('one-stop'),
    formula: z.enum(FormulaId.options, 'formula').nullable().default(null),
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
      mapping: mappingForm(
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
      complete: Complete,
      partialOk: z.boolean('yesNo').default(false),
      agency: OurAgency.nullable().default(null),
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
    .refine(asksForPeriod, { path: ['url'], error: 'periodUnused' })
    .refine(tellsItsEnd, { path: ['mapping', 'total'], error: 'totalNeeded' })
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

/**
 * Around the end of a period two of a kind are asked for: a question that does not tell them apart would have the days
 * that run believed for those that are over. Answers that say their days are held against those asked for.
 */
function asksForPeriod(options: z.infer<typeof HttpFigures> | DossierForm): boolean {
  if (options.takes === 'dossiers' || options.mapping.period !== undefined) return true;
  const template = `${options.url} ${JSON.stringify(options.body)}`;
  const namesAll = (...wanted: readonly Placeholder[]) =>
    wanted.every((name) => names(template, [name]));
  const areYears = options.periods.every((kind) => kind === 'year');
  return (
    namesAll('period.key') ||
    namesAll('period.from', 'period.to') ||
    (areYears && namesAll('period.year'))
  );
}

/**
 * A system that gives fewer rows a page than were asked for looks as if it had come to its end. Where whoever is not in
 * the list counts as closed, the number of all rows has to say that it has.
 */
function tellsItsEnd(options: z.infer<typeof HttpFigures> | DossierForm): boolean {
  if (options.takes === 'figures' || options.complete === false) return true;
  const { paging, mapping } = options;
  return (paging.by !== 'page' && paging.by !== 'offset') || mapping.total !== undefined;
}
