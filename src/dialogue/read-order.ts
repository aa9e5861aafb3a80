import type { Metric } from '../figures/metric.ts';
import { saysLostPoints } from './lost-points.ts';
import type { Slots } from './question.ts';
import type { OrderWord, Piece } from './sense.ts';

/** The order word of a sentence: said as one ("thấp nhất") or split ("nhiều hồ sơ trễ hạn nhất", "trễ nhất"). */
export function readOrder(pieces: readonly Piece[]): OrderWord | null {
  const order = orderSaid(pieces);
  return order === 'high' && saysLostPoints(pieces) ? 'worst' : order;
}

function orderSaid(pieces: readonly Piece[]): OrderWord | null {
  const whole = pieces.find(({ sense }) => sense?.kind === 'order');
  if (whole?.sense?.kind === 'order') return whole.sense.order;
  const most = pieces.findIndex(({ sense }) => sense?.kind === 'most');
  // After a word that is no part of the grammar, "nhất" is the end of a name ("Thống Nhất").
  if (most < 1 || pieces[most - 1]?.sense === null) return null;
  const amount = pieces.slice(0, most).findLast(({ sense }) => sense?.kind === 'amount');
  return amount?.sense?.kind === 'amount' ? amount.sense.order : 'high';
}

/** "Đứng đầu" taken for the worst. */
export function isTurned(word: OrderWord | null, order: Slots['order']): boolean {
  return word === 'first' && order === 'worst';
}

/** High is bad for what is late and good for everything else. */
export function orderFor(word: OrderWord | null, metric: Metric | null): Slots['order'] {
  if (word === null || word === 'worst' || word === 'best') return word;
  // Who leads is praised, unless it is said to be in lateness.
  if (word === 'first') return metric === 'overdue' ? 'worst' : 'best';
  const isLateness = metric === null || metric === 'overdue';
  return (word === 'high') === isLateness ? 'worst' : 'best';
}
