import type { Agency, AgencyId } from '../agencies/agency.ts';
import { totalOf } from '../agencies/total-of.ts';
import { periodText } from '../asking/period-text.ts';
import { hasAct, isBareLevel } from './level-words.ts';
import type { AgencyLookup } from './read-agencies.ts';
import type { SentenceKind } from './says-ranking.ts';
import type { Act, Piece, Sense } from './sense.ts';

/** A sentence cut into pieces, and what it is the sentence of. */
export type Cut = {
  readonly text: string;
  readonly pieces: readonly Piece[];
  readonly kind: SentenceKind;
};

const RANKING: ReadonlySet<Sense['kind']> = new Set(['top', 'order', 'most']);
const RANKING_ACTS: readonly Act[] = ['rank', 'place'];
/** Joins two sides without a word. */
const MARK = /[,;/|+&]|\s[-–—]\s/u;

/** A level word and the total it stands for, from its first piece to its last. */
type Total = { readonly first: number; readonly last: number; readonly agency: Agency };

/**
 * "so sánh cấp huyện và cấp xã", "toàn tỉnh, khối sở", "xã của Nha Trang với xã của Cam Ranh": where level words are
 * sides of a comparison, each becomes the total over its agencies. "so sánh các huyện" puts them in order, and "so
 * sánh Nha Trang với các huyện" too: these stay as they are.
 */
export function withLevelSides(cut: Cut, lookup: AgencyLookup): readonly Piece[] {
  const { pieces } = cut;
  if (cut.kind === 'ranking' || asksOrder(pieces)) return pieces;
  const totals = pieces.flatMap((_, at) => totalAt(pieces, at, lookup) ?? []);
  if (!areSides(totals, cut)) return pieces;
  return pieces.flatMap((piece, at) => {
    const total = totals.find(({ first, last }) => first <= at && at <= last);
    if (total === undefined) return [piece];
    const end = pieces[total.last]?.end ?? piece.end;
    const sense = { kind: 'agency', agency: total.agency } as const;
    return at === total.first ? [{ ...piece, end, sense }] : [];
  });
}

function asksOrder(pieces: readonly Piece[]): boolean {
  return hasAct(pieces, RANKING_ACTS) || pieces.some(isOrder);
}

/** "Cấp huyện và cấp xã ai trễ hơn" asks which of the two; "đơn vị nào" asks for a single one of many. */
function isOrder({ sense, folded }: Piece): boolean {
  if (sense?.kind === 'anyone') return folded !== 'ai';
  return sense !== null && RANKING.has(sense.kind);
}

/** "So sánh cấp huyện 2020 với 2023": the periods are the sides, and an order has only one. */
function isOfPeriods(totals: readonly Total[], { pieces }: Cut): boolean {
  const periods = pieces.flatMap(({ sense }) =>
    sense?.kind === 'period' ? [periodText(sense.asked)] : [],
  );
  const isTotal = totals.some(({ first }) => pieces[first - 1]?.sense?.kind !== 'each');
  return isTotal && new Set(periods).size > 1;
}

/** Two levels, or in a comparison a level joined to an agency. */
function areSides(totals: readonly Total[], cut: Cut): boolean {
  const compares = cut.kind === 'levels' || hasAct(cut.pieces, ['compare', 'difference']);
  const joined = totals.filter((total) => isJoinedToName(total, cut));
  const agencies = new Set(totals.map(({ agency }) => agency.id));
  if (agencies.size > 1) return compares || joined.length > 0;
  if (!compares) return false;
  if (isOfPeriods(totals, cut)) return true;
  return joined.some(({ first }) => cut.pieces[first - 1]?.sense?.kind !== 'each');
}

function isJoinedToName({ first, last }: Total, cut: Cut): boolean {
  const before = cut.pieces.findLastIndex((piece, at) => at < first && saysSomething(piece));
  const after = cut.pieces.findIndex((piece, at) => at > last && saysSomething(piece));
  return areJoined(cut, before, first) || areJoined(cut, last, after);
}

/** Whether a joining word or mark stands between two pieces that can both be sides. */
function areJoined({ text, pieces }: Cut, left: number, right: number): boolean {
  const [a, b] = [pieces[left], pieces[right]];
  if (a === undefined || b === undefined || !isName(a) || !isName(b)) return false;
  return (
    pieces.slice(left + 1, right).some((piece) => isLink(piece)) ||
    MARK.test(text.slice(a.end, b.start))
  );
}

function isName({ sense }: Piece): boolean {
  return sense === null || ['agency', 'province', 'level'].includes(sense.kind);
}

function isLink({ sense }: Piece): boolean {
  return sense?.kind === 'link' || (sense?.kind === 'act' && sense.act === 'compare');
}

function saysSomething(piece: Piece): boolean {
  const kind = piece.sense?.kind;
  return kind !== 'filler' && kind !== 'each' && !isLink(piece);
}

/** The total a level word stands for: of the province, or "của" a place. */
function totalAt(pieces: readonly Piece[], at: number, lookup: AgencyLookup): Total | null {
  const level = pieces[at]?.sense;
  if (level?.kind !== 'level' || !isBareLevel(pieces, at)) return null;
  const { last, within } = placeAfter(pieces, at, lookup);
  const agency = within === null ? null : totalOf(lookup.directory, { level: level.level, within });
  return agency === null ? null : { first: at, last, agency };
}

/** Where a level word looks: at a place ("của …"), else the whole province; null for "huyện nào" or an unknown place. */
function placeAfter(pieces: readonly Piece[], at: number, lookup: AgencyLookup) {
  const next = pieces[at + 1]?.sense?.kind;
  if (next !== 'of')
    return { last: at, within: next === 'which' ? null : lookup.directory.province.id };
  const place = nameAfter(pieces, at + 2);
  return { last: at + 1 + place.length, within: placeOf(place, lookup) };
}

function nameAfter(pieces: readonly Piece[], from: number): readonly Piece[] {
  const after = pieces.slice(from);
  const end = after.findIndex(({ sense }) => sense !== null && sense.kind !== 'province');
  return after.slice(0, end === -1 ? after.length : end);
}

function placeOf(
  place: readonly Piece[],
  { finder, context, directory }: AgencyLookup,
): AgencyId | null {
  if (place.length === 0) return null;
  if (place.every(({ sense }) => sense?.kind === 'province')) return directory.province.id;
  const finding = finder.readName(place.map(({ text }) => text).join(' '), context);
  return finding?.kind === 'found' ? finding.agency.id : null;
}
