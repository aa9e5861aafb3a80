import type { Directory } from '../../agencies/agency.ts';
import type { AgencyFinder } from '../../agencies/finding.ts';
import { periodKey } from '../../calendar/periods.ts';
import { SourceUnreadable } from '../../errors.ts';
import { problemAt } from '../table.ts';
import { withNearest } from '../with-nearest.ts';
import { agencyCalled } from './agency-called.ts';
import { Period } from './head.ts';
import type { Sidecar } from './head.ts';
import { namedPeriod } from './named-period.ts';

/** What a person says about the files they hand in: an agency by id or name, a period by key or as headings print it. */
export type Given = { readonly agency?: string; readonly period?: string };

/** Throws `SourceUnreadable` (unknownAgency, periodMissing) placed at the option itself. */
export function readGiven(
  given: Given,
  known: { readonly directory: Directory; readonly finder: AgencyFinder },
): Sidecar {
  return {
    ...(given.agency === undefined ? {} : { agency: agencyGiven(given.agency, known) }),
    ...(given.period === undefined ? {} : { period: periodGiven(given.period) }),
  };
}

function agencyGiven(
  text: string,
  { directory, finder }: { readonly directory: Directory; readonly finder: AgencyFinder },
) {
  const agency = agencyCalled(directory, text);
  if (agency !== null) return agency.id;
  const detail = withNearest(finder, text);
  throw new SourceUnreadable(text, [problemAt('unknownAgency', { table: '--agency' }, detail)]);
}

function periodGiven(text: string) {
  const key = Period.safeParse(text.trim());
  if (key.success) return key.data;
  const named = namedPeriod(text);
  if (named !== null) return periodKey(named);
  throw new SourceUnreadable(text, [problemAt('periodMissing', { table: '--period' }, text)]);
}
