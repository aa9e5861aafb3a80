import type { RateAsk } from '../asking/question-text.ts';
import { saysBarred } from './grade-phrases.ts';
import { saysLostPoints } from './lost-points.ts';
import type { Act, Piece } from './sense.ts';

const TARGET = /^(?:muc tieu|chi tieu|nguong|gioi han)$/u;
const WHAT = /(?:^| )(?:bao nhieu|bao nhiu|bn|may|gi)$/u;

/** What of a rate a sentence asks first: "còn bao nhiêu hồ sơ nữa thì vượt", "mục tiêu là bao nhiêu", "đạt không", "vì sao", "ai đang giữ". */
export function readAsks(pieces: readonly Piece[]): RateAsk | null {
  if (says(pieces, 'headroom')) return 'headroom';
  if (says(pieces, 'target') || asksTarget(pieces)) return 'target';
  if (says(pieces, 'standing') && !says(pieces, 'why')) return 'verdict';
  const isWhy =
    says(pieces, 'why') || says(pieces, 'held') || beginsWithWhy(pieces) || saysLostPoints(pieces);
  return isWhy ? 'why' : null;
}

/** "Sao Nha Trang trễ nhiều thế": at the beginning it asks why, further on how. */
function beginsWithWhy([first, ...more]: readonly Piece[]): boolean {
  return first?.folded === 'sao' && first.sense !== null && more.length > 0;
}

function says(pieces: readonly Piece[], act: Act): boolean {
  return pieces.some(({ sense }) => sense?.kind === 'act' && sense.act === act);
}

/** "Mục tiêu trễ hạn là bao nhiêu": what it is, and not how it is kept; "… thì không được xếp loại tốt". */
function asksTarget(pieces: readonly Piece[]): boolean {
  if (pieces.some(saysBarred)) return true;
  // "Chỉ tiêu trực tuyến cấp xã": begun with it, nothing else is asked.
  if (pieces[0]?.folded === 'chi tieu' && pieces.some(isMetric)) return !says(pieces, 'standing');
  const target = pieces.findIndex(({ folded }) => TARGET.test(folded));
  return target !== -1 && pieces.slice(target + 1).some(({ folded }) => WHAT.test(folded));
}

function isMetric({ sense }: Piece): boolean {
  return sense?.kind === 'metric' && !sense.weak;
}
