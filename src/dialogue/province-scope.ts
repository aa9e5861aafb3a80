import { fold } from '../vietnamese/fold.ts';
import type { Piece } from './sense.ts';

/**
 * "cấp xã toàn tỉnh", "các huyện trong tỉnh": the province right behind a level says how far the level reaches, which is
 * the whole province anyway, and is no second agency. Over a comma ("cấp xã, toàn tỉnh") it is one.
 */
export function withoutScope(text: string, pieces: readonly Piece[]): readonly Piece[] {
  const spent = new Set<Piece>();
  for (const [at, piece] of pieces.entries()) {
    if (piece.sense?.kind !== 'level') continue;
    const link = pieces[at + 1]?.sense?.kind === 'of' ? 1 : 0;
    const scope = pieces.slice(at + 1, at + 2 + link);
    const place = scope[link];
    if (place === undefined || !meansProvince(place, pieces[at + 2 + link])) continue;
    if (!/[,;/|+:&–—-]/u.test(text.slice(piece.end, place.start))) {
      for (const each of scope) spent.add(each);
    }
  }
  return pieces.filter((piece) => !spent.has(piece));
}

/** "Toàn tỉnh"; and "tỉnh" by itself, which with a name behind it is the beginning of that name. */
function meansProvince({ sense, text }: Piece, next: Piece | undefined): boolean {
  if (sense?.kind === 'province') return true;
  return sense === null && fold(text) === 'tinh' && (next === undefined || next.sense !== null);
}
