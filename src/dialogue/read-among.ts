import type { Level } from '../agencies/agency.ts';
import { hasAct, isBareLevel, isLevelOfDistrict } from './level-words.ts';
import type { AgencyLookup } from './read-agencies.ts';
import { saysRanking, type SentenceKind } from './says-ranking.ts';
import type { Piece } from './sense.ts';

/** The agencies a ranking is over, as far as words tell, and the pieces that are left for names. */
export type AmongRead = {
  readonly ranks: boolean;
  /** Null: ranked, but over no particular level. */
  readonly level: Level | null;
  readonly pieces: readonly Piece[];
};

/**
 * Takes the level words of a ranking out of the pieces: "huyện nào", "các xã", "sở" in `/xep-hang sở`. A level word
 * that belongs to a name stays ("phường Vạn Thắng").
 */
export function readAmong(
  pieces: readonly Piece[],
  kind: SentenceKind,
  lookup: AgencyLookup,
): AmongRead {
  const ranks = kind === 'ranking' || saysRanking(pieces, kind, lookup);
  if (!ranks) return { ranks, level: null, pieces };
  // "phường Nha Trang và phường Vĩnh Hải" and "xã Cam Lâm xếp thứ mấy" are about these units themselves.
  const isAboutUnits =
    hasAct(pieces, ['place']) || pieces.some(({ sense }) => sense?.kind === 'link');
  const taken = pieces.filter(
    (_, at) => isBareLevel(pieces, at) || (!isAboutUnits && isLevelOfDistrict(pieces, at, lookup)),
  );
  const level = taken[0]?.sense?.kind === 'level' ? taken[0].sense.level : null;
  return {
    ranks,
    level,
    pieces: pieces.map((piece) => (taken.includes(piece) ? spent(piece) : piece)),
  };
}

/** Keeps its place as a break between names, but says nothing any more. */
function spent(piece: Piece): Piece {
  return { ...piece, sense: { kind: 'which' } };
}
