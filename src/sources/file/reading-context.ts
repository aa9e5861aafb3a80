import type { Directory } from '../../agencies/agency.ts';
import type { AgencyFinder } from '../../agencies/finding.ts';
import type { Period } from '../../calendar/period.ts';
import { parsePeriodKey, periodKey } from '../../calendar/periods.ts';
import type { Reading } from '../../polling/source.ts';
import type { DocumentRef } from '../../snapshots/snapshot.ts';
import { problemAt } from '../table.ts';
import type { Complain, Table } from '../table.ts';
import type { Sidecar } from './head.ts';
import type { Heading } from './heading.ts';

/** What a layout may use besides the table itself. */
export type ReadingContext = {
  readonly directory: Directory;
  readonly finder: AgencyFinder;
  /** What was said beside the file; goes before what is printed in it. */
  readonly given: Sidecar;
  /** The day the file was last written: no figure in it can be newer. */
  readonly modifiedOn: Temporal.PlainDate;
};

/** The head of a layout when neither the file nor its sidecar says otherwise. */
export type HeadDefaults = Pick<Reading, 'scope' | 'formula'> & {
  readonly title: string;
  readonly place: string;
};

type ReadingHead = Omit<Reading, 'figures' | 'statements'>;

/** The head of a table from what was given, what is printed around it, and the layout's own; null without a period. */
export function settleHead(
  table: Table,
  from: {
    readonly context: ReadingContext;
    readonly heading: Heading;
    readonly defaults: HeadDefaults;
  },
  complain: Complain,
): ReadingHead | null {
  const { heading, defaults } = from;
  const { period: given, document, ...rest } = from.context.given;
  complainOfDays(table, from, complain);
  const period =
    given === undefined ? printedPeriod(table, heading, complain) : parsePeriodKey(given);
  if (period === null) return null;
  return {
    document: document ?? documentOf(heading, defaults),
    period: periodKey(period),
    scope: rest.scope ?? defaults.scope,
    formula: rest.formula === undefined ? defaults.formula : rest.formula,
    asOf: rest.asOf ?? earlier(period.to, from.context.modifiedOn),
  };
}

/** What was said beside the file makes good what is wrong in it. */
function complainOfDays(
  table: Table,
  {
    context: { given },
    heading: { impossible },
  }: Pick<Parameters<typeof settleHead>[1], 'context' | 'heading'>,
  complain: Complain,
): void {
  const wrong = [
    given.period === undefined ? impossible.period : null,
    given.document === undefined ? impossible.document : null,
  ];
  for (const day of wrong) {
    if (day !== null) complain(problemAt('badDate', { table: table.name }, day));
  }
}

function documentOf({ document }: Heading, { title, place }: HeadDefaults): DocumentRef {
  const { number, issuedOn } = document ?? { number: null, issuedOn: null };
  return { number, title, issuedOn, place };
}

function printedPeriod(table: Table, { days, named }: Heading, complain: Complain): Period | null {
  const period = days ?? named;
  if (period === null) {
    complain(problemAt('periodMissing', { table: table.name }));
    return null;
  }
  if (days !== null && named !== null && periodKey(days) !== periodKey(named)) {
    const detail = `${periodKey(named)} / ${periodKey(days)}`;
    complain(problemAt('periodContradicts', { table: table.name }, detail));
  }
  return period;
}

function earlier(a: Temporal.PlainDate, b: Temporal.PlainDate): Temporal.PlainDate {
  return Temporal.PlainDate.compare(a, b) <= 0 ? a : b;
}
