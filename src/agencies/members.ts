import type { Agency, AgencyId, Directory, Level } from './agency.ts';
import { existsDuring } from './existence.ts';
import type { Span } from './existence.ts';
import { branchOf, communeGroupOf } from './place.ts';
import { placeNameOf, type PlaceType } from './type-words.ts';

/**
 * Which agencies: of a level, of one type only ("thị trấn"; null or absent = any), within one (null = the province),
 * existing at some time of a span (null = ever).
 */
export type MembersAsked = {
  readonly level: Level;
  readonly type?: PlaceType | null;
  readonly within: AgencyId | null;
  readonly during: Span | null;
};

/**
 * The agencies of a level within an agency, in the order of the file. A district office stands for its place: its
 * communes are those of its commune group, its branch is the land office of the place. Only agencies that a total
 * counts are members; the vertical sector has a total of its own (`within` its group).
 */
export function membersOf(directory: Directory, asked: MembersAsked): readonly Agency[] {
  const { level, type = null, within, during } = asked;
  return belongingTo(directory, within ?? directory.province.id)
    .filter((agency) => agency.level === level)
    .filter(({ name }) => type === null || placeNameOf(name)?.type === type)
    .filter((agency) => during === null || existsDuring(agency, during));
}

/** Everything that belongs to an agency: what is below it, and for a district what is of its place. */
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

/** All agencies below one, in the order of the file, without itself. */
export function descendantsOf(directory: Directory, id: AgencyId): readonly Agency[] {
  return directory.children(id).flatMap((child) => [child, ...descendantsOf(directory, child.id)]);
}

/**
 * The agencies below one that report for themselves, whenever they existed; the agency itself when nothing is
 * below it.
 */
export function leavesOf(directory: Directory, id: AgencyId): readonly Agency[] {
  const children = directory.children(id);
  if (children.length === 0) return [directory.get(id)];
  return children.flatMap((child) => leavesOf(directory, child.id));
}

/**
 * Whom an agency is compared with: the agencies of its kind under the same total that existed in a period, itself
 * included. A mixed group (a department together with its land offices) is looked past: the department is one of the
 * departments.
 */
export function peersOf(directory: Directory, agency: Agency, during: Span): readonly Agency[] {
  if (agency.parent === null) return [agency];
  if (agency.level === 'group') {
    const beside = directory.children(agency.parent).filter(({ level }) => level === 'group');
    return beside.filter((other) => existsDuring(other, during));
  }
  const within = totalAround(directory, directory.get(agency.parent)).id;
  return membersOf(directory, { level: agency.level, within, during });
}

function totalAround(directory: Directory, group: Agency): Agency {
  const isMixed = group.level === 'group' && group.memberLevel === null;
  return isMixed && group.parent !== null
    ? totalAround(directory, directory.get(group.parent))
    : group;
}
