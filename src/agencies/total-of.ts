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
  if (within !== null && within !== directory.province.id) {
    return totals.find(({ id, district }) => id === within || district === within) ?? null;
  }
  // Totals the province itself counts go before those that stand apart (ngành dọc, a former province).
  const [counted, apart] = [true, false].map((inside) =>
    totals
      .filter((total) => isCounted(directory, total) === inside)
      .toSorted((a, b) => depth(directory, a) - depth(directory, b)),
  );
  return counted?.[0] ?? apart?.[0] ?? null;
}

function isCounted(directory: Directory, { id, parent }: Agency): boolean {
  return parent === null
    ? id === directory.province.id
    : isCounted(directory, directory.get(parent));
}

function depth(directory: Directory, { parent }: Agency): number {
  return parent === null ? 0 : 1 + depth(directory, directory.get(parent));
}
