import { hasAct, isBareLevel, isLevelOfDistrict } from './level-words.ts';
import { saysLostPoints } from './lost-points.ts';
import type { AgencyLookup } from './read-agencies.ts';
import { readBy } from './read-by.ts';
import { readOrder } from './read-order.ts';
import type { Act, Piece, Sense } from './sense.ts';

/**
 * `ranking`: arguments of the ranking command. `levels`: of a command for which a level word ("sở") means all of its
 * agencies. `plain`: anything else, where the sentence must say so itself.
 */
export type SentenceKind = 'ranking' | 'levels' | 'plain';

const OF_SEVERAL = ['top', 'anyone', 'blocks'] as const;
const RANKING_ACTS: readonly Act[] = ['rank', 'place'];
/** "lĩnh vực nào … nhiều nhất", "… nhiều nhất năm nào", "thấp nhất ở nhóm nào": it is not agencies that are put in order. */
const OTHER_DEEDS: readonly Act[] = ['field', 'trend', 'why'];
/** With these a level word means each of its agencies, not their total. */
const EACH_ACTS: readonly Act[] = ['chart', 'compare'];
/** "cấp xã trễ hạn bao nhiêu" asks for the total, "xã trễ hạn" for those that are late. */
const HOW_MANY = /^(?:bao nhieu|bao nhiu|bn|may)$/u;
const TOTAL = /^(?:cap|khoi|ubnd) |nganh doc$/u;

/** Whether a sentence asks who is first or last, or for each of several agencies. */
export function saysRanking(
  pieces: readonly Piece[],
  kind: SentenceKind,
  lookup: AgencyLookup,
): boolean {
  const kinds = new Set(pieces.map(({ sense }) => sense?.kind));
  if (OF_SEVERAL.some((one) => kinds.has(one)) || hasAct(pieces, RANKING_ACTS)) return true;
  const isOrdered = kinds.has('order') || kinds.has('most');
  if (isOrdered && asksForMost(pieces)) return true;
  const isSifted = isOrdered || kinds.has('bound');
  const isOfEach = isSifted || kind === 'levels' || hasAct(pieces, EACH_ACTS);
  return pieces.some((_, at) => {
    if (isBareLevel(pieces, at)) return isOfEach || isOneOfMany(pieces, at);
    const isOfAll = kindAt(pieces, at - 1) === 'each' || isDrawnOfAll(pieces, at, lookup);
    return isOfAll && isLevelOfDistrict(pieces, at, lookup);
  });
}

/** "Biểu đồ cột xã Cam Lâm": the communes there, where the one of that name has no row in the reports. */
function isDrawnOfAll(pieces: readonly Piece[], at: number, lookup: AgencyLookup): boolean {
  const kinds = new Set(pieces.map(({ sense }) => sense?.kind));
  const isDrawn = kinds.has('chart') || hasAct(pieces, ['chart']);
  return isDrawn && !hasAct(pieces, OTHER_DEEDS) && !isNamedInReports(pieces, at, lookup);
}

function isNamedInReports(
  pieces: readonly Piece[],
  at: number,
  { finder, context }: AgencyLookup,
): boolean {
  const after = pieces.slice(at + 1);
  const end = after.findIndex(({ sense }) => sense !== null);
  const words = [pieces[at], ...after.slice(0, end === -1 ? after.length : end)];
  const finding = finder.readName(words.map((piece) => piece?.text ?? '').join(' '), context);
  return finding?.kind === 'found' && finding.agency.officialPath !== null;
}

/** "huyện nào", "các huyện", "huyện trễ hạn". */
function isOneOfMany(pieces: readonly Piece[], at: number): boolean {
  const after = kindAt(pieces, at + 1);
  if (after === 'which' || kindAt(pieces, at - 1) === 'each') return true;
  if (HOW_MANY.test(pieces[at - 1]?.folded ?? '')) return true;
  return after === 'metric' && !TOTAL.test(pieces[at]?.folded ?? '');
}

/** "trễ hạn cao nhất"; "nhiều hồ sơ nhất", where "nhất" is no end of a name. */
function asksForMost(pieces: readonly Piece[]): boolean {
  // "Mất điểm nhiều nhất ở đâu" is about groups of the index.
  if (hasAct(pieces, OTHER_DEEDS) || saysLostPoints(pieces)) return false;
  if (pieces.some(isMetric)) return true;
  return readBy(pieces, 'dossiers') !== null && readOrder(pieces) !== null;
}

function isMetric({ sense }: Piece): boolean {
  return sense?.kind === 'metric' && !sense.weak;
}

function kindAt(pieces: readonly Piece[], at: number): Sense['kind'] | null {
  return pieces[at]?.sense?.kind ?? null;
}
