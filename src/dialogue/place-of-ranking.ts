import type { Agency, AgencyId } from '../agencies/agency.ts';
import { membersOf } from '../agencies/members.ts';
import type { Whom } from './complete-agencies.ts';
import type { Background, Draft, Taken } from './draft.ts';

/**
 * "Xã nào trễ nhất?" after an answer about Nha Trang, or in the group of Nha Trang, looks among the communes there, unless
 * "toàn tỉnh" was said. Another answer than one about a single place says nothing of where.
 */
export function inPlaceOf(
  whom: Taken<Whom>,
  { sentence, mentions, plain }: Draft,
  background: Background,
): Taken<Whom> {
  const { among } = whom.value;
  if (among === null || among.within !== null || among.level === 'any') return whom;
  if (!plain || sentence.ofProvince || mentions.length > 0) return whom;
  const place = placeSpokenOf(background);
  if (place === null || place.level === 'province') return whom;
  const { level } = among;
  const members = membersOf(background.directory, { level, within: place.id, during: null });
  if (members.length < 2) return whom;
  return { value: { ...whom.value, among: { ...among, within: place.id } }, taken: true };
}

/** The only agency of the last question, or where the last ranking looked; without a conversation the chat's own. */
function placeSpokenOf({ last, directory, context: { home } }: Background): Agency | null {
  if (last === null) return agencyOf(home);
  const { agencies, among } = last.question.slots;
  if (among !== null) return agencyOf(among.within);
  const [only, ...more] = agencies;
  return only?.finding.kind === 'found' && more.length === 0 ? only.finding.agency : null;

  function agencyOf(id: AgencyId | null): Agency | null {
    return id !== null && directory.has(id) ? directory.get(id) : null;
  }
}
