import type { Agency, AgencyId, Directory } from '../../agencies/agency.ts';
import { existsDuring, type Span } from '../../agencies/existence.ts';
import { type AgencyFinder, nearestIn } from '../../agencies/finding.ts';
import { withMarks } from '../../vietnamese/fold.ts';

/** What agencies of a system are told by. */
export type AgencyCodes = {
  /** As configured: a code of the system, and whom it means. */
  readonly codes: Readonly<Record<string, AgencyId>>;
  readonly directory: Directory;
  readonly finder: AgencyFinder;
};

/**
 * Whom a system means: by the configured code, by id, or by the exact name of one agency that existed in those days.
 * Nobody is guessed: null for a code of another province or a name that several bear.
 */
export function agencyOfCode(
  text: string,
  span: Span,
  { codes, directory }: AgencyCodes,
): AgencyId | null {
  const code = text.trim();
  const configured = Object.hasOwn(codes, code) ? codes[code] : undefined;
  if (configured !== undefined) return configured;
  const byId = directory.agencies.find(({ id }) => id === code);
  if (byId !== undefined) return byId.id;
  const named = directory.agencies.filter(
    (agency) => bears(agency, code) && existsDuring(agency, span),
  );
  const [only, ...others] = named;
  return only !== undefined && others.length === 0 ? only.id : null;
}

/** What was found, and the nearest names that exist, for whoever has to correct it. */
export function withNearest(text: string, { finder }: AgencyCodes): string {
  const found = text.slice(0, 100);
  const nearest = nearestIn(finder.find(found, { home: null })).slice(0, 3);
  return nearest.length === 0 ? found : `${found} → ${nearest.map(({ name }) => name).join('; ')}`;
}

function bears({ name, shortName, printedNames, aliases }: Agency, text: string): boolean {
  const wanted = withMarks(text);
  return [name, shortName, ...printedNames, ...aliases].some((each) => withMarks(each) === wanted);
}
