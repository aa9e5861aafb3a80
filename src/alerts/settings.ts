import * as z from 'zod';

import { AgencyId } from '../agencies/agency.ts';
import { OverdueFormula } from '../figures/metric.ts';
import type { AlertRules, Limits } from './rules.ts';

/* Schemas say what is wrong by a code; src/replies has the words. */

/** A percentage as people write it, with at most two decimals: 2.5 → 250 hundredths. */
const Percent = z
  .number('percent')
  .min(0.01, 'percent')
  .max(100, 'percent')
  .refine((percent) => Math.abs(percent * 100 - Math.round(percent * 100)) < 1e-6, 'percent')
  .transform((percent) => Math.round(percent * 100));
const Few = z.int('alertCount').min(0, 'alertCount').max(100_000, 'alertCount');
const Hour = z
  .string('hour')
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/u, 'hour')
  .transform((text) => Temporal.PlainTime.from(text));

/** What `config.yaml` may say of alerts, under `alerts`; README and config.example.yaml explain each. */
export const AlertSettings = z
  .strictObject(
    {
      formula: z.enum(OverdueFormula.options, 'alertFormula').default('OVERDUE_TOTAL_OVER_HANDLED'),
      limits: z
        .array(Percent)
        .min(1, 'percents')
        .pipe(z.tuple([z.number()], z.number()))
        .default([100, 500, 1_000]),
      agencyLimits: z.record(AgencyId, Percent, 'mapping').default({}),
      margin: Percent.default(10),
      leastHandled: Few.default(50),
      headroom: z.array(Few, 'alertCounts').default([20, 5]),
      longOverdueDays: Few.nullable().default(30),
      pendingRise: z
        .array(z.int('alertCount').min(1, 'alertCount'), 'alertCounts')
        .default([50, 100]),
      online: z.boolean('yesNo').default(true),
      forecast: z.boolean('yesNo').default(true),
      repeatAfterDays: Few.min(1, 'alertCount').default(5),
      quiet: z
        .strictObject({ from: Hour, to: Hour }, 'mapping')
        .prefault({ from: '18:00', to: '07:00' }),
    },
    'mapping',
  )
  .transform(({ agencyLimits, limits, headroom, pendingRise, ...rest }): AlertRules => ({
    ...rest,
    limits: mildestFirst(limits),
    headroom: headroom.toSorted((a, b) => b - a),
    pendingRise: pendingRise.toSorted((a, b) => a - b),
    agencyLimits: new Map(
      Object.entries(agencyLimits).map(([id, limit]) => [AgencyId.parse(id), limit]),
    ),
  }));

function mildestFirst([first, ...others]: Limits): Limits {
  const [mildest = first, ...graver] = [first, ...others].toSorted((a, b) => a - b);
  return [mildest, ...graver];
}

/**
 * The rules where the configuration says nothing of them.
 *
 * @internal Exported for tests.
 */
export const USUAL_RULES: AlertRules = AlertSettings.parse({});
