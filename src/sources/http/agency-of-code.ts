import type { AgencyId, Directory } from '../../agencies/agency.ts';
import { onlyNamed } from '../../agencies/bears-name.ts';
import { existsDuring, type Span } from '../../agencies/existence.ts';
import type { AgencyFinder } from '../../agencies/finding.ts';
import type { IntakeProblem } from '../../snapshots/intake-problem.ts';
import { withNearest } from '../with-nearest.ts';

/** What agencies of a system are told by. */
export type AgencyCodes = {
  /** As configured: a code of the system, or a name it writes, and whom it means. */
  readonly codes: Readonly<Record<string, AgencyId>>;
  readonly directory: Directory;
  readonly finder: AgencyFinder;
};

/** Whom a code means, or why nobody. */
type Coded =
  | { readonly id: AgencyId }
  | { readonly fault: { readonly code: IntakeProblem; readonly detail: string } };

/**
 * Whom a system means. Where codes are configured, by them alone: every province has a "Sở Y tế", and the answer of
 * another one must not pass for ours. Without any, by id or the exact name of one agency that existed in those days.
 * Nobody is guessed.
 */
export function agencyOfCode(
  text: string,
  span: Span,
  { codes, directory, finder }: AgencyCodes,
): Coded {
  const code = text.trim();
  if (Object.keys(codes).length > 0) {
    const id = Object.hasOwn(codes, code) ? codes[code] : undefined;
    return id === undefined
      ? { fault: { code: 'notInAgencyCodes', detail: code.slice(0, MOST_LETTERS) } }
      : { id };
  }
  const existing = directory.agencies.filter((agency) => existsDuring(agency, span));
  const agency = directory.agencies.find(({ id }) => id === code) ?? onlyNamed(existing, code);
  return agency === null
    ? { fault: { code: 'unknownAgency', detail: withNearest(finder, code) } }
    : { id: agency.id };
}

/** No code is longer; whatever else stands there is not told whole. */
const MOST_LETTERS = 100;
