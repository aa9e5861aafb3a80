import type { Agency, AgencyId, Directory } from './agency.ts';

/** The total over the communes of a district; null when the directory has none. */
export function communeGroupOf(directory: Directory, district: AgencyId): Agency | null {
  return sitingIn(directory, district).find(({ level }) => level === 'group') ?? null;
}

/** Whether an agency is the total over all communes of the province. */
export function isAllCommunes(
  directory: Directory,
  { level, memberLevel, parent }: Agency,
): boolean {
  return level === 'group' && memberLevel === 'commune' && parent === directory.province.id;
}

/** The land office of a district; null when the directory has none. */
export function branchOf(directory: Directory, district: AgencyId): Agency | null {
  return sitingIn(directory, district).find(({ level }) => level === 'branch') ?? null;
}

/** The district a commune, a commune group or a land office belongs to; null for everything else. */
export function districtOf(directory: Directory, id: AgencyId): Agency | null {
  const { district, parent, level } = directory.get(id);
  if (district !== undefined) return directory.get(district);
  if (level !== 'commune' || parent === null) return null;
  return districtOf(directory, parent);
}

/**
 * Where a commune lies, which tells it from others of its name: its district, the former province it belonged to, else
 * the province. Null for every other agency: their names say it.
 */
export function placeOfCommune(directory: Directory, { id, level, parent }: Agency): Agency | null {
  if (level !== 'commune') return null;
  const total = parent === null ? null : directory.get(parent);
  const former = total?.level === 'group' && total.parent === null ? total : null;
  return districtOf(directory, id) ?? former ?? directory.province;
}

function sitingIn(directory: Directory, district: AgencyId): readonly Agency[] {
  return directory.agencies.filter((agency) => agency.district === district);
}
