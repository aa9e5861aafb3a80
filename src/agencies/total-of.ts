import type { Agency, AgencyId, Directory, Level } from './agency.ts';

/**
 * The agency that counts all of a level together: "các huyện" is the total over the districts, "xã của Cam Lâm" the
 * total over that district's communes. Null when the directory has no such total. Of several the uppermost counts.
 */
export function totalOf(
  directory: Directory,
  { level, within }: { readonly level: Level; readonly within: AgencyId | null },
): Agency | null {
  const totals = directory.agencies.filter(
    (agency) => agency.level === 'group' && agency.memberLevel === level,
  );
  if (within === null || within === directory.province.id) {
    const everywhere = totals.filter(({ district }) => district === undefined);
    return everywhere.toSorted((a, b) => depth(directory, a) - depth(directory, b))[0] ?? null;
  }
  return totals.find(({ id, district }) => id === within || district === within) ?? null;
}

function depth(directory: Directory, { parent }: Agency): number {
  return parent === null ? 0 : 1 + depth(directory, directory.get(parent));
}
