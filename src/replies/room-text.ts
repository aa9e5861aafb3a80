import { count } from './numbers.ts';

/**
 * "còn 32 hồ sơ trễ nữa là chạm 1% (hồ sơ thứ 33 thì chạm)": so many more stay under the limit, and the next one does not.
 * `limit` and `late` as they are printed.
 */
export function roomText(headroom: number, limit: string, late = 'hồ sơ trễ'): string {
  return headroom === 0
    ? `thêm 1 ${late} là chạm ${limit}`
    : `còn ${count(headroom)} ${late} nữa là chạm ${limit} (hồ sơ thứ ${count(headroom + 1)} thì chạm)`;
}
