import type { Side } from '../queries/comparison.ts';
import { percent } from './numbers.ts';
import { markText } from './period-block.ts';

/** "0,77%", "không phát sinh", "chưa có số liệu": what there is of a side of a comparison. */
export function stateText({ state, timeliness }: Side): string {
  if (state === null) return 'chưa có số liệu';
  const rate = state.kind === 'rate' ? percent(state.rate.hundredths) : 'không phát sinh';
  return `${rate}${markText(timeliness)}`;
}
