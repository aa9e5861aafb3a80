import type { Agency, Level } from '../agencies/agency.ts';
import type { PlaceType } from '../agencies/type-words.ts';
import { atHome } from './complete-agencies.ts';
import type { Background } from './draft.ts';
import type { AgencyMention } from './question.ts';
import type { Sentence } from './read-sentence.ts';
import type { Piece } from './sense.ts';

/** The words for the agency of the chat: "xã mình", "của chúng tôi". */
export type OursSaid = {
  readonly text: string;
  /** The level a place is said to be of; null for "đơn vị mình". */
  readonly level: Level | null;
  /** Beside other names: whether it is one more of them, and not said by the way ("Nha Trang của mình"). */
  readonly isOneOfThem: boolean;
  readonly isByTheWay: boolean;
};

const KINDS: readonly (readonly [RegExp, Level, PlaceType | null])[] = [
  [/^xa /u, 'commune', null],
  [/^phuong /u, 'commune', 'phường'],
  [/^thi tran /u, 'commune', 'thị trấn'],
  [/^huyen /u, 'district', null],
  [/^thi xa /u, 'district', 'thị xã'],
  [/^thanh pho /u, 'district', 'thành phố'],
  [/^so /u, 'department', null],
  [/^chi nhanh /u, 'branch', null],
];
const BY_THE_WAY = /^(?:(?:ben|cua) |(?:minh|toi|chung \p{L}+)$)/u;
/** "Cho bên mình hỏi": who asks, and not whom it is about. */
const FOR_US = /^(?:cho|giup|gui|bao|cho xin|gium|ho)$/u;

/** Where a sentence says that it is about the agency of the chat. */
export function oursSaid(pieces: readonly Piece[]): OursSaid | null {
  const at = pieces.findIndex((piece, index) => saysOurs(piece) && !isForUs(pieces, index));
  const said = pieces[at];
  if (said === undefined) return null;
  const { folded, text } = said;
  const beside = [pieces[at - 1], pieces[at + 1]];
  const isByTheWay = BY_THE_WAY.test(folded);
  const isLinked = beside.some((piece) => piece?.sense?.kind === 'link' || isComparing(piece));
  return {
    text,
    level: kindOf(said)?.level ?? null,
    isOneOfThem: isLinked || !(isByTheWay || isNamedBehind(pieces, at)),
    isByTheWay,
  };
}

/** "Các xã mình" are all of a kind: those of the chat's agency, if it has any. */
export function withOurKinds(pieces: readonly Piece[]): readonly Piece[] {
  return pieces.flatMap((piece, at) => {
    const kind = pieces[at - 1]?.sense?.kind === 'each' && saysOurs(piece) ? kindOf(piece) : null;
    if (kind === null) return [piece];
    const { text, folded, start, end } = piece;
    const middle = kind.length;
    return [
      {
        text: text.slice(0, middle),
        folded: folded.slice(0, middle),
        start,
        end: start + middle,
        sense: { kind: 'level', level: kind.level, type: kind.type },
      },
      {
        text: text.slice(middle + 1),
        folded: folded.slice(middle + 1),
        start: start + middle + 1,
        end,
        sense: piece.sense,
      },
    ];
  });
}

function kindOf({ folded }: Piece) {
  for (const [words, level, type] of KINDS) {
    const said = words.exec(folded)?.[0];
    if (said !== undefined) return { level, type, length: said.length - 1 };
  }
  return null;
}

function saysOurs({ sense }: Piece): boolean {
  return sense?.kind === 'act' && (sense.act === 'ourPlace' || sense.act === 'ourOwn');
}

function isComparing(piece: Piece | undefined): boolean {
  return piece?.sense?.kind === 'act' && piece.sense.act === 'compare';
}

function isForUs(pieces: readonly Piece[], at: number): boolean {
  const isUs = pieces[at]?.folded.startsWith('ben ') === true;
  return isUs && FOR_US.test(pieces[at - 1]?.folded ?? '');
}

/** "Xã mình là Ninh Sơn". */
function isNamedBehind(pieces: readonly Piece[], at: number): boolean {
  const next = pieces[at + 1];
  const behind = next?.folded === 'la' ? pieces[at + 2] : next;
  return behind !== undefined && (behind.sense === null || behind.sense.kind === 'agency');
}

/**
 * The agency of the chat where a sentence is about it; 'nobody' where the chat has none, or none of that level ("xã
 * mình" in the chat of a city); null where it is about others.
 */
export function ownOf(sentence: Sentence, background: Background): AgencyMention | 'nobody' | null {
  const { ours, mentions } = sentence;
  if (ours === null || (mentions.length > 0 && !ours.isOneOfThem)) return null;
  const own = atHome(background);
  if (own?.finding.kind === 'found' && fits(own.finding.agency, ours)) return own;
  return own === null && isOfProvince(sentence, ours) ? null : 'nobody';
}

/** "Các huyện của mình", "tỉnh của chúng ta". */
function isOfProvince({ among, ofProvince }: Sentence, { isByTheWay }: OursSaid): boolean {
  return isByTheWay && (among !== null || ofProvince);
}

function fits(agency: Agency, { level }: OursSaid): boolean {
  return level === null || agency.level === level;
}
