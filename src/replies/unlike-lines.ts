import type { Unlike } from '../figures/like-for-like.ts';
import type { Block } from './reply.ts';
import { listed } from './sentence.ts';

const UNLIKE_WORDS: Readonly<Record<Unlike, string>> = {
  length: 'kỳ dài ngắn khác nhau',
  part: 'có kỳ đang chạy hoặc số liệu chưa trọn kỳ',
  scope: 'phạm vi hồ sơ khác nhau',
  inPart: 'danh sách hồ sơ chưa đủ kỳ',
  formula: 'công thức tính khác nhau',
  formulaNotStated: 'có số không nêu công thức',
  withoutCounts: 'có số không kèm số hồ sơ',
};

/** "kỳ dài ngắn khác nhau và công thức tính khác nhau". */
export function unlikeWords(unlike: readonly Unlike[]): string {
  return listed(unlike.map((reason) => UNLIKE_WORDS[reason]));
}

/** Two sides of a comparison by name, and all that keeps them from being held against each other. */
export type UnlikePair = {
  readonly pair: readonly [side: string, base: string];
  readonly unlike: readonly Unlike[];
};

/**
 * Why sides have no difference, all reasons in a sentence; pairs that differ in the same ways are said together, and
 * named only where they are not all.
 */
export function unlikeBlocks(pairs: readonly UnlikePair[]): readonly Block[] {
  const apart = pairs.filter(({ unlike }) => unlike.length > 0);
  const groups = [...Map.groupBy(apart, ({ unlike }) => unlike.join(' ')).values()];
  const areAll = groups.length === 1 && apart.length === pairs.length;
  return groups.map((group): Block => {
    const which = areAll ? '' : ` ${group.map(({ pair }) => pair.join(' với ')).join('; ')}`;
    const reasons = unlikeWords(group[0]?.unlike ?? []);
    return { kind: 'warning', line: [`Không so sánh trực tiếp được${which}: ${reasons}.`] };
  });
}
