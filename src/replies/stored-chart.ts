import * as z from 'zod';

import type { ChartRequest } from './chart-request.ts';

const frame = { title: z.string(), subtitle: z.string(), source: z.string() };
const limit = z.strictObject({ value: z.number(), label: z.string() }).nullable();
const bars = z.array(
  z.strictObject({
    label: z.string(),
    value: z.number().nullable(),
    valueLabel: z.string(),
    detail: z.string(),
    marked: z.boolean(),
  }),
);

/** A chart request read back from JSON. */
export const StoredChart: z.ZodType<ChartRequest> = z.discriminatedUnion('kind', [
  z.strictObject({ ...frame, kind: z.enum(['ranking', 'byField']), bars, limit }),
  z.strictObject({
    ...frame,
    kind: z.literal('target'),
    bars,
    target: z.strictObject({ from: z.number(), to: z.number(), label: z.string() }).nullable(),
  }),
  z.strictObject({
    ...frame,
    kind: z.literal('comparison'),
    groups: z.array(z.strictObject({ label: z.string(), bars })),
    limit,
  }),
  z.strictObject({
    ...frame,
    kind: z.literal('trend'),
    points: z.array(
      z.strictObject({
        label: z.string(),
        value: z.number().nullable(),
        valueLabel: z.string(),
        joined: z.boolean(),
      }),
    ),
    limit,
  }),
  z.strictObject({
    ...frame,
    kind: z.literal('composition'),
    bars: z.array(
      z.strictObject({
        label: z.string(),
        total: z.string(),
        segments: z.array(
          z.strictObject({
            label: z.string(),
            value: z.number(),
            valueLabel: z.string(),
            tone: z.enum(['incoming', 'good', 'late', 'waiting', 'unknown']),
          }),
        ),
      }),
    ),
  }),
]);
