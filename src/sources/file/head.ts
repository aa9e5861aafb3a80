import * as z from 'zod';

import { AgencyId } from '../../agencies/agency.ts';
import { PeriodKey } from '../../calendar/period.ts';
import { parsePeriodKey } from '../../calendar/periods.ts';
import { SourceUnreadable } from '../../errors.ts';
import { FormulaId } from '../../figures/metric.ts';
import { Day, yamlIn } from '../../read-yaml.ts';
import { problemAt } from '../table.ts';

/** A period key; a bare year may be written without quotes. */
export const Period = z
  .union([z.string(), z.int()])
  .transform(String)
  .pipe(PeriodKey)
  .refine(isPossible, 'no such period');

/** What a table does not say itself: the document, the period, the scope. Fields as in `SnapshotHead`. */
export const Head = z.strictObject({
  document: z.strictObject({
    number: z.string().min(1).nullable(),
    title: z.string().min(1),
    issuedOn: Day.nullable(),
    place: z.string().min(1),
  }),
  period: Period,
  scope: z.string().regex(/^[a-z]+(-[a-z]+)*$/u),
  formula: FormulaId.nullable(),
  asOf: Day,
});

/** The `<name>.yaml` beside a table: any part of the head, and the reporting agency of a form II.06a. */
const Sidecar = Head.partial().extend({ agency: AgencyId.optional() });
export type Sidecar = z.infer<typeof Sidecar>;

/** The sidecar of a table. Throws `SourceUnreadable` (headInvalid), naming every wrong field. */
export function readSidecar(name: string, text: string): Sidecar {
  return parseAs(Sidecar, { name, text });
}

/** YAML (or JSON, which is YAML) of a given shape. Throws `SourceUnreadable`, naming every wrong field. */
export function parseAs<T extends z.ZodType>(
  shape: T,
  file: { readonly name: string; readonly text: string },
): z.infer<T> {
  const written = yamlOf(file);
  const parsed = shape.safeParse(written);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map((issue) =>
    problemAt('headInvalid', { table: file.name }, detailOf(issue, written)),
  );
  throw new SourceUnreadable(file.name, problems, { cause: parsed.error });
}

/** The field and what stands there; only the field when nothing does, only the names of fields nobody knows. */
function detailOf(issue: z.core.$ZodIssue, written: unknown): string {
  const field = issue.path.map(String).join('.');
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => [...issue.path, key].map(String).join('.')).join(', ');
  const found = issue.path.reduce<unknown>(
    (part, key) => (part instanceof Object ? Reflect.get(part, key) : undefined),
    written,
  );
  return typeof found === 'string' || typeof found === 'number' ? `${field}: ${found}` : field;
}

function yamlOf({ name, text }: { readonly name: string; readonly text: string }): unknown {
  const written = yamlIn(text);
  if (written.ok) return written.value;
  throw new SourceUnreadable(name, [problemAt('broken', { table: name }, written.detail)]);
}

function isPossible(key: PeriodKey): boolean {
  try {
    parsePeriodKey(key);
    return true;
  } catch {
    return false;
  }
}
