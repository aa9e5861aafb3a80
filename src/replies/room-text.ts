import { count } from './numbers.ts';

/**
 * "còn 32 hồ sơ được trễ thêm, hồ sơ thứ 33 là chạm 1%": so many more stay under the limit, and the next one does not.
 * `limit` and `late` as they are printed.
 */
export function roomText(headroom: number, limit: string, late = 'trễ'): string {
  return headroom === 0
    ? `thêm 1 hồ sơ ${late} là chạm ${limit}`
    : `còn ${count(headroom)} hồ sơ được ${late} thêm, hồ sơ thứ ${count(headroom + 1)} là chạm ${limit}`;
}
