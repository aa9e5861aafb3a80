import type { RateAnswer } from '../queries/rate-answer.ts';
import type { Finding } from '../snapshots/finding.ts';
import { COUNT_WORDS } from './count-words.ts';
import { count, percent, quotient } from './numbers.ts';
import type { Block } from './reply.ts';

/** The warning beside a printed total that its units do not add up to: both figures, neither corrected. */
export function totalsBlocks(answer: RateAnswer): readonly Block[] {
  const { recomputed } = answer;
  if (recomputed === null) return [];
  const gaps = answer.doubts.flatMap(({ finding }) => gapOf(finding));
  const { numerator, denominator } = recomputed.fraction;
  const sum = `${quotient(numerator, denominator)} = ${percent(recomputed.hundredths)}`;
  const lines = [
    `Số công bố không khớp với các đơn vị: ${count(recomputed.units)} đơn vị cộng lại ${sum}${gaps.length > 0 ? `; ${gaps.join(', ')}` : ''}.`,
  ];
  return lines.map((line): Block => ({ kind: 'warning', line: [line] }));
}

/** "lệch 5.229 hồ sơ đã giải quyết". */
function gapOf(finding: Finding): readonly string[] {
  if (finding.code === 'childrenDoNotAddUp') {
    return gapText(finding.column, finding.sumOfChildren - finding.printed);
  }
  if (finding.code === 'leavesDoNotAddUp') {
    return gapText(finding.column, finding.sumOfLeaves - finding.printed);
  }
  return [];
}

function gapText(
  column: Extract<Finding, { code: 'childrenDoNotAddUp' }>['column'],
  gap: number,
): readonly string[] {
  const told: readonly string[] = ['resolved', 'overdueTotal', 'pending', 'received'];
  return told.includes(column) ? [`lệch ${count(Math.abs(gap))} hồ sơ ${COUNT_WORDS[column]}`] : [];
}
