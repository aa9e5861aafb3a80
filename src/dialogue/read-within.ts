import type { Agency, Directory, Level } from '../agencies/agency.ts';
import type { AgencyMention, Among } from './question.ts';
import type { AmongRead } from './read-among.ts';
import type { Piece } from './sense.ts';

/** What a ranking is over, and the mentions that are no part of that. */
export type WithinRead = {
  readonly mentions: readonly AgencyMention[];
  readonly ranks: boolean;
  readonly among: Among | null;
};

/**
 * In "xã nào của Cam Lâm trễ nhất" the district is where to look, not whom to ask about. Without a level
 * ("đơn vị nào của Cam Lâm") a district's members are its communes. "Cam Lâm đứng thứ mấy" is about Cam Lâm itself.
 */
export function readWithin(
  mentions: readonly AgencyMention[],
  { ranks, level, type, pieces }: AmongRead,
  directory: Directory,
): WithinRead {
  const container = onlyFound(mentions);
  const plainly = { mentions, ranks, among: level === null ? null : { level, type, within: null } };
  if (!ranks || container === null || asksPlace(pieces)) return plainly;
  const members = level ?? (looksForMembers(pieces) ? membersOf(container) : null);
  if (members === null || !contains(container, members)) return plainly;
  const within = container.id === directory.province.id ? null : container.id;
  return { mentions: [], ranks, among: { level: members, type, within } };
}

const SEARCHING = ['anyone', 'top', 'order', 'most', 'bound'] as const;

function asksPlace(pieces: readonly Piece[]): boolean {
  return pieces.some(({ sense }) => sense?.kind === 'act' && sense.act === 'place');
}

function looksForMembers(pieces: readonly Piece[]): boolean {
  const kinds = new Set(pieces.map(({ sense }) => sense?.kind));
  return SEARCHING.some((kind) => kinds.has(kind));
}

function onlyFound([only, ...more]: readonly AgencyMention[]): Agency | null {
  return only?.finding.kind === 'found' && more.length === 0 ? only.finding.agency : null;
}

/** A district holds communes and its land office; "huyện nào trễ hơn Nha Trang" is not about districts in Nha Trang. */
function contains({ level, memberLevel }: Agency, members: Level): boolean {
  if (level === 'province') return true;
  if (level === 'district') return members === 'commune' || members === 'branch';
  return level === 'group' && (memberLevel === null || memberLevel === members);
}

function membersOf({ level, memberLevel }: Agency): Level | null {
  if (level === 'group') return memberLevel;
  return level === 'district' ? 'commune' : null;
}
