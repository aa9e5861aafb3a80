import { communeGroupOf, districtOf, isAllCommunes } from '../agencies/place.ts';
import { lastAgencies } from './complete-agencies.ts';
import type { Background } from './draft.ts';
import type { AgencyMention } from './question.ts';

/**
 * "còn cấp xã?" after an answer about Nha Trang may mean its communes or all of the province: then the person
 * chooses. Every other mention stays as it is.
 */
export function levelOfPlace(
  mention: AgencyMention,
  { last, directory }: Background,
): AgencyMention {
  const { finding } = mention;
  if (last === null || finding.kind !== 'found' || !isAllCommunes(directory, finding.agency))
    return mention;
  const [before] = lastAgencies(last, directory);
  if (before?.finding.kind !== 'found') return mention;
  const { agency } = before.finding;
  const district = agency.level === 'district' ? agency : districtOf(directory, agency.id);
  const group = district === null ? null : communeGroupOf(directory, district.id);
  if (group === null) return mention;
  return { ...mention, finding: { kind: 'ask', candidates: [group, finding.agency] } };
}
