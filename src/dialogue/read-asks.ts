import type { RateAsk } from '../asking/question-text.ts';
import type { Act, Piece } from './sense.ts';

const TARGET = /^(?:muc tieu|chi tieu|nguong|gioi han)$/u;
const WHAT = /(?:^| )(?:bao nhieu|bao nhiu|bn|may|gi)$/u;

/** What of a rate a sentence asks first: "còn bao nhiêu hồ sơ nữa thì vượt", "mục tiêu là bao nhiêu", "đạt không". */
export function readAsks(pieces: readonly Piece[]): RateAsk | null {
  if (says(pieces, 'headroom')) return 'headroom';
  if (says(pieces, 'target') || asksTarget(pieces)) return 'target';
  return says(pieces, 'standing') ? 'verdict' : null;
}

function says(pieces: readonly Piece[], act: Act): boolean {
  return pieces.some(({ sense }) => sense?.kind === 'act' && sense.act === act);
}

/** "Mục tiêu trễ hạn là bao nhiêu": what it is, and not how it is kept. */
function asksTarget(pieces: readonly Piece[]): boolean {
  const target = pieces.findIndex(({ folded }) => TARGET.test(folded));
  return target !== -1 && pieces.slice(target + 1).some(({ folded }) => WHAT.test(folded));
}
