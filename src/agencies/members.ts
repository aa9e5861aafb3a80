import type { Agency, AgencyId, Directory, Level } from './agency.ts';
import { existsDuring } from './existence.ts';
import type { Span } from './existence.ts';
import { branchOf, communeGroupOf } from './place.ts';
import { descendantsOf } from './tree.ts';

/** Which agencies: of a level, within one (null = the province), existing at some time of a span (null = ever). */
export type MembersAsked = {
  readonly level: Level;
  readonly within: AgencyId | null;
  readonly during: Span | null;
};

/**
 * The agencies of a level within an agency, in the order of the file. A district office stands for its place: its
 * communes are those of its commune group, its branch is the land office of the place. Only agencies that a total
 * counts are members; the vertical sector has a total of its own (`within` its group).
 */
export function membersOf(directory: Directory, asked: MembersAsked): readonly Agency[] {
  const { level, within, during } = asked;
  return belongingTo(directory, within ?? directory.province.id)
    .filter((agency) => agency.level === level)
    .filter((agency) => during === null || existsDuring(agency, during));
}

/** Everything that belongs to an agency: what is below it, and for a district what is below its place. */
export function belongingTo(directory: Directory, id: AgencyId): readonly Agency[] {
  const ofPlace =
    directory.get(id).level === 'district'
      ? [branchOf(directory, id), communeGroupOf(directory, id)].filter((one) => one !== null)
      : [];
  return [
    ...descendantsOf(directory, id),
    ...ofPlace.flatMap((one) => [one, ...descendantsOf(directory, one.id)]),
  ];
}
