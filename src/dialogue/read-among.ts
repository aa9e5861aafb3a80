import type { Level } from '../agencies/agency.ts';
import type { AgencyLookup } from './read-agencies.ts';
import type { Act, Piece } from './sense.ts';

/** The agencies a ranking is over, as far as words tell, and the pieces that are left for names. */
export type AmongRead = {
  readonly ranks: boolean;
  /** Null: ranked, but over no particular level. */
  readonly level: Level | null;
  readonly pieces: readonly Piece[];
};

/**
 * `ranking`: arguments of the ranking command. `levels`: of a command for which a level word ("sở") means all of its
 * agencies. `plain`: anything else, where the sentence must say so itself.
 */
export type SentenceKind = 'ranking' | 'levels' | 'plain';

const RANKING_ACTS: readonly Act[] = ['rank', 'place'];
/** "lĩnh vực nào … nhiều nhất", "… nhiều nhất năm nào": it is not agencies that are put in order. */
const OTHER_DEEDS: readonly Act[] = ['field', 'trend'];
/** With these a level word means each of its agencies, not their total. */
const EACH_ACTS: readonly Act[] = ['chart', 'compare'];

/**
 * Takes the level words of a ranking out of the pieces: "huyện nào", "các xã", "sở" in `/xep-hang sở`. A level word
 * that belongs to a name stays ("phường Vạn Thắng").
 */
export function readAmong(
  pieces: readonly Piece[],
  kind: SentenceKind,
  lookup: AgencyLookup,
): AmongRead {
  const ranks = kind === 'ranking' || saysRanking(pieces, kind);
  if (!ranks) return { ranks, level: null, pieces };
  const asksPlace = acts(pieces, ['place']);
  const bare = pieces.filter(
    (piece, at) =>
      isLevel(piece) && (isBare(pieces, at) || (!asksPlace && isLevelWithin(pieces, at, lookup))),
  );
  const level = bare[0]?.sense?.kind === 'level' ? bare[0].sense.level : null;
  return {
    ranks,
    level,
    pieces: pieces.map((piece) => (bare.includes(piece) ? spent(piece) : piece)),
  };
}

function saysRanking(pieces: readonly Piece[], kind: SentenceKind): boolean {
  if (has(pieces, ({ sense }) => sense?.kind === 'top' || sense?.kind === 'anyone')) return true;
  if (acts(pieces, RANKING_ACTS)) return true;
  const eachCounts = kind === 'levels' || acts(pieces, EACH_ACTS);
  const ordered = has(pieces, ({ sense }) => sense?.kind === 'order' || sense?.kind === 'most');
  if (
    ordered &&
    !acts(pieces, OTHER_DEEDS) &&
    has(pieces, ({ sense }) => sense?.kind === 'metric' && !sense.weak)
  )
    return true;
  return has(pieces, (piece, at) => {
    if (!isLevel(piece)) return false;
    const before = pieces[at - 1]?.sense?.kind;
    const after = pieces[at + 1]?.sense?.kind;
    return (
      after === 'which' || ((before === 'each' || ordered || eachCounts) && isBare(pieces, at))
    );
  });
}

function acts(pieces: readonly Piece[], some: readonly Act[]): boolean {
  return has(pieces, ({ sense }) => sense?.kind === 'act' && some.includes(sense.act));
}

/** Whether a level word has no name behind it. */
function isBare(pieces: readonly Piece[], at: number): boolean {
  const next = pieces.slice(at + 1).find(({ sense }) => sense?.kind !== 'filler');
  return next?.sense !== null;
}

/** "xã Cam Lâm" in a ranking: the communes of the district, if "Cam Lâm" can be read as one. */
function isLevelWithin(
  pieces: readonly Piece[],
  at: number,
  { finder, context }: AgencyLookup,
): boolean {
  const piece = pieces[at];
  if (piece?.sense?.kind !== 'level' || piece.sense.level !== 'commune') return false;
  const after = pieces.slice(at + 1);
  const end = after.findIndex(({ sense }) => sense !== null);
  const name = after
    .slice(0, end === -1 ? after.length : end)
    .map(({ text }) => text)
    .join(' ');
  const finding = finder.find(name, context);
  return finding.kind === 'found' && ['district', 'group'].includes(finding.agency.level);
}

function isLevel({ sense }: Piece): boolean {
  return sense?.kind === 'level';
}

/** Keeps its place as a break between names, but says nothing any more. */
function spent(piece: Piece): Piece {
  return { ...piece, sense: { kind: 'which' } };
}

function has(pieces: readonly Piece[], test: (piece: Piece, at: number) => boolean): boolean {
  return pieces.some(test);
}
