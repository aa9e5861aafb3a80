import type { Agency, Directory } from '../../agencies/agency.ts';
import { type AgencyFinder, nearestIn } from '../../agencies/finding.ts';
import { withMarks } from '../../vietnamese/fold.ts';

/** Whether the agency is called `printed` in official tables; marks count, case and spacing do not. */
export function bearsName(agency: Agency, printed: string): boolean {
  const wanted = withMarks(printed);
  const { name, shortName, printedNames, aliases } = agency;
  return [name, shortName, ...printedNames, ...aliases].some((each) => withMarks(each) === wanted);
}

/** The one agency with this id or name; null when there is none, or more than one: a file's agency is never guessed. */
export function agencyCalled(directory: Directory, text: string): Agency | null {
  const byId = directory.agencies.find(({ id }) => id === text.trim());
  if (byId !== undefined) return byId;
  const named = directory.agencies.filter((agency) => bearsName(agency, text));
  return named.length === 1 ? (named[0] ?? null) : null;
}

/** A name nobody bears and the nearest ones that exist: "UBND xã Ninh Xuâm → UBND xã Ninh Xuân". */
export function withNearest(finder: AgencyFinder, printed: string): string {
  const nearest = nearestIn(finder.find(printed, { home: null }));
  if (nearest.length === 0) return printed;
  return `${printed} → ${nearest.map(({ name }) => name).join('; ')}`;
}
