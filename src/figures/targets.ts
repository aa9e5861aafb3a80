import * as z from 'zod';

import { Level } from '../agencies/agency.ts';
import { ConfigurationInvalid } from '../errors.ts';
import { Day, readYaml } from '../read-yaml.ts';
import {
  holdsIn,
  isOn,
  type Limit,
  type LimitOn,
  type LimitSubject,
  type Ordered,
  type Target,
} from './limit.ts';
import { Metric } from './metric.ts';

/** All limits and targets of the province, in the order of the file: mildest first. */
export type Targets = {
  readonly limits: readonly Limit[];
  readonly targets: readonly Target[];
  /** The limits on a subject for agencies of a level in a reporting year. */
  limitsOn<S extends LimitSubject>(asked: LimitAsked<S>): readonly LimitOn<S>[];
  /** The target of a metric for agencies of a level in a reporting year; the last one listed if there are several. */
  targetOf(asked: TargetAsked): Target | null;
};

type Applies = { readonly level: Level; readonly year: number };
type LimitAsked<S extends LimitSubject> = Applies & { readonly subject: S };
type TargetAsked = Applies & { readonly metric: Metric };

const Hundredths = z.int().min(0).max(10_000);
const Year = z.int().min(2000).max(2099).nullable();

const OrderedRow = z.strictObject({
  id: z.string().min(1),
  source: z.string().min(1),
  issuedOn: Day.nullable(),
  place: z.string().min(1),
  firstYear: Year,
  lastYear: Year,
  levels: z.array(Level).nonempty().nullable(),
});

const LimitRow = OrderedRow.extend({
  subject: z.enum([...Metric.options, 'personalOverdue', 'qualityScore']),
  threshold: Hundredths,
  side: z.enum(['below', 'above']),
  inclusive: z.boolean(),
  bars: z.enum(['goodGrade', 'goodRating']).nullable().default(null),
});

const TargetRow = OrderedRow.extend({ metric: Metric, from: Hundredths, to: Hundredths }).refine(
  ({ from, to }) => from <= to,
  { path: ['to'], error: 'below from' },
);

const TargetsFile = z
  .strictObject({ limits: z.array(LimitRow), targets: z.array(TargetRow) })
  .superRefine(({ limits, targets }, context) => {
    const ids = [...limits, ...targets].map(({ id }) => id);
    for (const id of new Set(ids.filter((one, at) => ids.indexOf(one) !== at))) {
      context.addIssue({ code: 'custom', message: `id ${id} twice` });
    }
  });

/** Reads the limits and targets of a province. Throws `ConfigurationInvalid` with every problem and its path. */
export function readTargets(text: string, file = ''): Targets {
  const read = readYaml(TargetsFile, { file, text });
  if (!read.ok) throw new ConfigurationInvalid(read.problems);
  const { limits, targets } = read.value;
  return {
    limits,
    targets,
    limitsOn: ({ subject, ...applies }) =>
      limits.filter((limit) => isOn(limit, subject)).filter((limit) => holdsFor(limit, applies)),
    targetOf: ({ metric, ...applies }) =>
      targets.findLast((target) => target.metric === metric && holdsFor(target, applies)) ?? null,
  };
}

function holdsFor(ordered: Ordered, { level, year }: Applies): boolean {
  const { levels } = ordered;
  return holdsIn(ordered, year) && (levels === null || levels.includes(level));
}
