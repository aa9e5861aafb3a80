import type { Problem } from '../errors.ts';
import type { Agency, AgencyId, Succession } from './agency.ts';

/** Everything in which agencies and successions do not fit together; empty when they make a directory. */
export function problemsOf(
  agencies: readonly Agency[],
  successions: readonly Succession[],
): Problem[] {
  const byId = new Map(agencies.map((agency) => [agency.id, agency]));
  return [
    ...provinceProblems(agencies),
    ...repeated(agencies, 'duplicateId', ({ id }) => id),
    ...repeated(agencies, 'duplicatePath', ({ officialPath }) => officialPath),
    ...repeated(agencies, 'duplicateShortName', ({ shortName }) => shortName),
    ...agencies.flatMap((agency) => relationProblems(agency, byId)),
    ...successions.flatMap((succession) => successionProblems(succession, byId)),
  ];
}

function provinceProblems(agencies: readonly Agency[]): Problem[] {
  const provinces = agencies.filter(({ level }) => level === 'province');
  if (provinces.length === 1) return [];
  return [
    { code: 'notOneProvince', place: 'sections', detail: provinces.map((p) => p.id).join(', ') },
  ];
}

function repeated(
  agencies: readonly Agency[],
  code: string,
  keyOf: (agency: Agency) => string | null,
): Problem[] {
  const seen = new Set<string>();
  return agencies.flatMap((agency) => {
    const key = keyOf(agency);
    if (key === null) return [];
    if (seen.has(key)) return [{ code, place: agency.id, detail: key }];
    seen.add(key);
    return [];
  });
}

function relationProblems(agency: Agency, byId: ReadonlyMap<AgencyId, Agency>): Problem[] {
  const { id, parent, district } = agency;
  const problems: Problem[] = [];
  if (parent !== null && !byId.has(parent)) {
    problems.push({ code: 'unknownParent', place: id, detail: parent });
  }
  if (isItsOwnAncestor(agency, byId)) {
    problems.push({ code: 'circle', place: id, detail: parent ?? '' });
  }
  if (district !== undefined && byId.get(district)?.level !== 'district') {
    problems.push({ code: 'unknownDistrict', place: id, detail: district });
  }
  return [...problems, ...spanProblems(agency)];
}

function spanProblems({ id, validFrom, validTo }: Agency): Problem[] {
  if (validFrom === null || validTo === null) return [];
  if (Temporal.PlainDate.compare(validFrom, validTo) <= 0) return [];
  const detail = `${validFrom.toString()}..${validTo.toString()}`;
  return [{ code: 'endsBeforeItBegins', place: id, detail }];
}

function isItsOwnAncestor(agency: Agency, byId: ReadonlyMap<AgencyId, Agency>): boolean {
  const passed = new Set<AgencyId>();
  let above = agency.parent;
  while (above !== null && !passed.has(above)) {
    if (above === agency.id) return true;
    passed.add(above);
    above = byId.get(above)?.parent ?? null;
  }
  return false;
}

function successionProblems(
  { from, to, on }: Succession,
  byId: ReadonlyMap<AgencyId, Agency>,
): Problem[] {
  return [from, to]
    .filter((id) => !byId.has(id))
    .map((id) => ({
      code: 'unknownInSuccession',
      place: `successions ${on.toString()}`,
      detail: id,
    }));
}
