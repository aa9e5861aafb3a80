import { fold } from '../vietnamese/fold.ts';
import type { AgencyLookup } from './read-agencies.ts';
import type { Piece } from './sense.ts';

/**
 * "cấp xã toàn tỉnh", "các huyện trong tỉnh": the province right behind a level says how far the level reaches, which is
 * the whole province anyway, and is no second agency. Over a comma ("cấp xã, toàn tỉnh") it is one.
 */
export function withoutScope(
  text: string,
  pieces: readonly Piece[],
  lookup: AgencyLookup,
): readonly Piece[] {
  const spent = new Set(
    pieces.flatMap((level, at) => {
      const scope = scopeBehind(text, pieces, at);
      return isName(text, [level, ...scope], lookup) ? [] : scope;
    }),
  );
  return pieces.filter((piece) => !spent.has(piece));
}

/** "Văn phòng đất đai tỉnh" is one office, and not all of them in the province. */
function isName(
  text: string,
  pieces: readonly Piece[],
  { finder, context }: AgencyLookup,
): boolean {
  const words = text.slice(pieces[0]?.start, pieces.at(-1)?.end);
  const finding = pieces.length < 2 ? null : finder.readName(words, context);
  return finding?.kind === 'found' && finding.agency.level !== 'group';
}

function scopeBehind(text: string, pieces: readonly Piece[], at: number): readonly Piece[] {
  const level = pieces[at];
  if (level?.sense?.kind !== 'level') return [];
  const link = pieces[at + 1]?.sense?.kind === 'of' ? 1 : 0;
  const scope = pieces.slice(at + 1, at + 2 + link);
  const place = scope[link];
  if (place === undefined || !meansProvince(place, pieces[at + 2 + link])) return [];
  return MARK.test(text.slice(level.end, place.start)) ? [] : scope;
}

const MARK = /[,;/|+:&–—-]/u;

/** "Toàn tỉnh"; and "tỉnh" by itself, which with a name behind it is the beginning of that name. */
function meansProvince({ sense, text }: Piece, next: Piece | undefined): boolean {
  if (sense?.kind === 'province') return true;
  return sense === null && fold(text) === 'tinh' && (next === undefined || next.sense !== null);
}
