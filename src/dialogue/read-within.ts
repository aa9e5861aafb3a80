import type { Agency, Directory, Level } from '../agencies/agency.ts';
import type { AgencyMention, Among, RankedLevel } from './question.ts';
import type { AmongRead } from './read-among.ts';
import type { Piece } from './sense.ts';

/** What a ranking is over, and the mentions that are no part of that. */
export type WithinRead = {
  readonly mentions: readonly AgencyMention[];
  readonly ranks: boolean;
  readonly among: Among | null;
  /** Over every unit that reports for itself: "đơn vị nào", "cơ quan nào". */
  readonly ofAll: boolean;
};

const ANY: Among = { level: 'any', type: null, within: null };

/**
 * In "xã nào của Cam Lâm trễ nhất" the district is where to look, not whom to ask about. Without a level
 * ("đơn vị nào của Cam Lâm") a district's members are its communes. "Cam Lâm đứng thứ mấy" is about Cam Lâm itself,
 * "Lộc Thọ đứng thứ mấy ở Nha Trang" about Lộc Thọ among the communes there.
 */
export function readWithin(
  mentions: readonly AgencyMention[],
  { ranks, level, type, pieces }: AmongRead,
  directory: Directory,
): WithinRead {
  const plainly = {
    mentions,
    ranks,
    among: level === null || level === 'any' ? null : { level, type, within: null },
    // Of two that are named one of them is meant.
    ofAll: level === 'any' && mentions.length < 2,
  };
  if (!ranks) return { ...plainly, among: null, ofAll: false };
  // "Đứng thứ mấy toàn tỉnh": the province says among whom, and has no place itself.
  if (asksPlace(pieces) && onlyFound(mentions)?.level === 'province') {
    return { ...plainly, mentions: [] };
  }
  const kind = { level, type, pieces };
  const looksIn = asksPlace(pieces) ? [placeOfOne] : [allWithin, markedWithin];
  const found = looksIn.map((look) => look(mentions, kind, directory));
  return found.find((within) => within !== null) ?? plainly;
}

/** All of a kind in the one agency that is named; null where that holds none of them. */
function allWithin(
  mentions: readonly AgencyMention[],
  { level, type, pieces }: Omit<AmongRead, 'ranks'>,
  directory: Directory,
): WithinRead | null {
  const container = onlyFound(mentions);
  if (container === null) return null;
  const own = looksForMembers(pieces) ? membersOf(container) : null;
  const members = level === null || level === 'any' ? (own ?? level) : level;
  if (members === null || !contains(container, members)) return null;
  const among = amongIn(container, { ...ANY, level: members, type }, directory);
  return { mentions: [], ranks: true, ...among };
}

function amongIn(
  container: Agency,
  among: Among,
  { province }: Directory,
): Pick<WithinRead, 'among' | 'ofAll'> {
  if (container.id !== province.id)
    return { among: { ...among, within: container.id }, ofAll: false };
  const ofAll = among.level === 'any';
  return { among: ofAll ? null : among, ofAll };
}

/** "Phường nào của Nha Trang trễ hơn Lộc Thọ": all of a kind in one agency, and one of them beside. */
function markedWithin(
  mentions: readonly AgencyMention[],
  kind: Pick<AmongRead, 'level' | 'type'>,
  directory: Directory,
): WithinRead | null {
  const within = placeOfOne(mentions, kind, directory);
  return within !== null && onlyFound(within.mentions)?.level === kind.level ? within : null;
}

/** One agency and where it is to be placed: "Ninh Tây đứng thứ mấy toàn tỉnh". Null where only agencies are named. */
function placeOfOne(
  mentions: readonly AgencyMention[],
  { level, type }: Pick<AmongRead, 'level' | 'type'>,
  directory: Directory,
): WithinRead | null {
  if (mentions.length !== 2) return null;
  for (const [at, mention] of mentions.entries()) {
    const [container, placed] = [onlyFound([mention]), onlyFound(mentions.toSpliced(at, 1))];
    if (container === null || placed === null || placed.level === 'province') continue;
    const members = level ?? placed.level;
    if (!contains(container, members)) continue;
    return {
      mentions: mentions.toSpliced(at, 1),
      ranks: true,
      ...amongIn(container, { ...ANY, level: members, type }, directory),
    };
  }
  return null;
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
function contains({ level, memberLevel }: Agency, members: RankedLevel): boolean {
  if (level === 'province') return true;
  if (level === 'district') return members === 'commune' || members === 'branch';
  return level === 'group' && (memberLevel === null || memberLevel === members);
}

function membersOf({ level, memberLevel }: Agency): Level | null {
  if (level === 'group') return memberLevel;
  return level === 'district' ? 'commune' : null;
}
