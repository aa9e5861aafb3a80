import { UnknownAgencyId } from '../errors.ts';
import type { Agency, AgencyId, Directory, Succession } from './agency.ts';

/** Makes the look-ups of a directory whose parts were checked. Every look-up is one access to a map. */
export function indexDirectory(
  parts: Pick<Directory, 'province' | 'agencies' | 'successions'>,
): Directory {
  const { agencies, successions } = parts;
  const byId = new Map<string, Agency>(agencies.map((agency) => [agency.id, agency]));
  const byPath = new Map(agencies.map((agency) => [agency.officialPath, agency]));
  const childrenOf = Map.groupBy(agencies, ({ parent }) => parent);
  const successors = Map.groupBy(successions, ({ from }) => from);
  const predecessors = Map.groupBy(successions, ({ to }) => to);

  function get(id: AgencyId): Agency {
    const agency = byId.get(id);
    if (agency === undefined) throw new UnknownAgencyId(id);
    return agency;
  }
  function listed<T extends Agency | Succession>(lists: Map<unknown, T[]>, id: AgencyId) {
    return lists.get(get(id).id) ?? [];
  }
  return {
    ...parts,
    get,
    has: (id) => byId.has(id),
    children: (id) => listed(childrenOf, id),
    byOfficialPath: (path) => byPath.get(path) ?? null,
    successorsOf: (id) => listed(successors, id),
    predecessorsOf: (id) => listed(predecessors, id),
  };
}
