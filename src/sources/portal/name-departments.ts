import type { AgencyId, Directory } from '../../agencies/agency.ts';
import { onlyNamed } from '../../agencies/bears-name.ts';
import { existsDuring, type Span } from '../../agencies/existence.ts';
import type { PortalOptions } from './options.ts';

/** A department as the portal names it. */
export type Department = {
  readonly id: string;
  readonly name: string;
  /** "H44.07"; some answers give none. */
  readonly code: string | null;
};

/** Where names repeat in the country the portal adds whose they are: "Sở Công Thương - Tỉnh Phú Thọ". */
const OF_PROVINCE = /\s+-\s+(?:Tỉnh|Thành phố)\s.*$/iu;

/**
 * Which agencies the departments under a root are: as configured by code, else the one agency of that name that existed in
 * the period. Nothing is guessed: of a name that several bear, or none, and of two departments that would be the same
 * agency, no figures are taken.
 */
export function nameDepartments(
  departments: readonly Department[],
  { directory, options, period }: { directory: Directory; options: PortalOptions; period: Span },
): ReadonlyMap<string, AgencyId> {
  const existing = directory.agencies.filter((agency) => existsDuring(agency, period));
  const named = departments.flatMap(({ id, name, code }) => {
    const given = code === null ? undefined : options.departments[code];
    const agency = given ?? onlyNamed(existing, name.replace(OF_PROVINCE, ''))?.id;
    return agency === undefined ? [] : [{ id, agency }];
  });
  const times = Map.groupBy(named, ({ agency }) => agency);
  const certain = named.filter(({ agency }) => times.get(agency)?.length === 1);
  return new Map(certain.map(({ id, agency }) => [id, agency]));
}
