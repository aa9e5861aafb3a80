import type { PlaceType } from '../agencies/type-words.ts';
import { hasAct, isBareLevel, isLevelOfDistrict } from './level-words.ts';
import type { RankedLevel } from './question.ts';
import type { AgencyLookup } from './read-agencies.ts';
import { saysRanking, type SentenceKind } from './says-ranking.ts';
import type { Piece } from './sense.ts';

/** The agencies a ranking is over, as far as words tell, and the pieces that are left for names. */
export type AmongRead = {
  readonly ranks: boolean;
  /** Null: ranked, but over no particular level. */
  readonly level: RankedLevel | null;
  /** The one type of that level, if only one was said. */
  readonly type: PlaceType | null;
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
  if (!ranks) return { ranks, level: null, type: null, pieces };
  // "phường Nha Trang và phường Vĩnh Hải" and "xã Cam Lâm xếp thứ mấy" are about these units themselves, but
  // "… thứ mấy trong các phường Nha Trang" is not.
  const isAboutUnits =
    hasAct(pieces, ['place']) || pieces.some(({ sense }) => sense?.kind === 'link');
  const taken = pieces.filter((_, at) => {
    if (isBareLevel(pieces, at)) return true;
    const isOfEach = pieces[at - 1]?.sense?.kind === 'each';
    return (isOfEach || !isAboutUnits) && isLevelOfDistrict(pieces, at, lookup);
  });
  return {
    ranks,
    ...kindSaid(taken, pieces),
    pieces: pieces.map((piece) => (taken.includes(piece) ? spent(piece) : piece)),
  };
}

/** The level said first; "phường, thị trấn" and "xã, phường" are more than one type of it. */
function kindSaid(
  taken: readonly Piece[],
  pieces: readonly Piece[],
): Pick<AmongRead, 'level' | 'type'> {
  const said = taken.flatMap(({ sense }) => (sense?.kind === 'level' ? [sense] : []));
  const [first] = said;
  if (first === undefined) return { level: withoutLevel(pieces), type: null };
  const { level, type } = first;
  const isOne = said.every((one) => one.level !== level || one.type === type);
  return { level, type: isOne ? type : null };
}

/** "Khối nào", "đơn vị nào": the blocks, or every unit whatever its level. */
function withoutLevel(pieces: readonly Piece[]): RankedLevel | null {
  if (pieces.some(({ sense }) => sense?.kind === 'blocks')) return 'group';
  return pieces.some(isOfAnyLevel) ? 'any' : null;
}

/** A "địa phương" is a place, and no department. */
function isOfAnyLevel({ sense, folded }: Piece): boolean {
  if (sense?.kind === 'anyone') return !/dia phuong/u.test(folded);
  return sense?.kind === 'filler' && /^(?:don vi|co quan)$/u.test(folded);
}

/** Keeps its place as a break between names, but says nothing any more. */
function spent(piece: Piece): Piece {
  return { ...piece, sense: { kind: 'which' } };
}
