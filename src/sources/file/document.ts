import * as z from 'zod';

import { AgencyId } from '../../agencies/agency.ts';
import { Counts, NO_COUNTS } from '../../figures/counts.ts';
import { GradingPart } from '../../figures/grade.ts';
import { FormulaId, Metric } from '../../figures/metric.ts';
import type { Reading } from '../../polling/source.ts';
import { Head, Period, parseAs } from './head.ts';

/** A rate as printed ("0,96%", "2%"), kept in hundredths of a percent. */
const Rate = z
  .string()
  .regex(/^\d{1,3}([.,]\d{1,2})?%?$/u)
  .transform(hundredths)
  .pipe(z.int().max(10_000));

/** A difference as printed without its word: "giảm 0,74%" is "-0,74". */
const Points = z
  .string()
  .regex(/^-?\d{1,2}([.,]\d{1,2})?$/u)
  .transform(hundredths);

const Count = z.int().nonnegative().nullable().default(null);

/**
 * What a document counts beside a rate or in place of one, by the name it gives it: agencies graded good, the place of the
 * province, procedures offered online. `said` is what it adds to the number, in its own words.
 */
const Counted = z
  .strictObject({
    part: z.string().min(1),
    name: z.string().min(1),
    numerator: Count,
    denominator: Count,
    said: z.array(z.string().min(1)).default([]),
  })
  .transform(({ said, ...counted }) => ({
    ...counted,
    group: null,
    score: null,
    max: null,
    flags: said.map((message) => ({ code: 'said', message })),
  }));

const Statement = z
  .strictObject({
    agency: AgencyId,
    field: z.string().min(1).nullable().default(null),
    metric: Metric,
    rate: Rate.nullable().default(null),
    numerator: Count,
    denominator: Count,
    amountVnd: Count,
    formula: FormulaId.nullable().default(null),
    changes: z.array(z.strictObject({ against: Period, points: Points })).default([]),
    place: z.string().min(1).nullable().default(null),
    scores: z.array(Counted).min(1).exactOptional(),
  })
  .superRefine(({ metric, scores = [] }, context) => {
    if (metric !== 'reformIndex') return;
    for (const [at, { part }] of scores.entries()) {
      if (GradingPart.safeParse(part).success) continue;
      context.addIssue({ code: 'custom', path: ['scores', at, 'part'], message: 'no such part' });
    }
  });

const Figure = z.strictObject({
  agency: AgencyId,
  field: z.string().min(1).nullable().default(null),
  counts: z
    .record(z.string(), z.unknown())
    .transform((printed) => ({ ...NO_COUNTS, ...printed }))
    .pipe(Counts),
  printedOverdue: Rate.nullable().default(null),
});

/**
 * One part of an official document as YAML or JSON: its head, the counts it prints (`figures`) and the rates, scores
 * and amounts (`statements`). Rates are written as printed; what is not printed is left out and stays unknown.
 */
const Document = Head.extend({
  figures: z.array(Figure).default([]),
  statements: z.array(Statement).default([]),
}).refine(({ figures, statements }) => figures.length + statements.length > 0, 'no figures');

/** Reads such a file. Throws `SourceUnreadable` (headInvalid), naming every wrong field. */
export function readDocument(name: string, text: string): Reading {
  return parseAs(Document, { name, text });
}

function hundredths(printed: string): number {
  const [whole = '0', decimals = ''] = printed.replace(/[-%]/gu, '').split(/[.,]/u);
  const value = Number(whole) * 100 + Number(decimals.padEnd(2, '0'));
  return printed.startsWith('-') ? -value : value;
}
