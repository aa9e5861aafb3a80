import type { IndexAnswer } from '../queries/index-answer.ts';
import type { ChartRequest } from './chart-request.ts';
import { GROUP_WORDS, ofPeriod, pointsText } from './index-words.ts';
import { periodTitle } from './period-block.ts';
import { sourceText } from './source-line.ts';

/** Points got and lost by group, each bar as long as its maximum. */
export function indexChart(answer: IndexAnswer): ChartRequest | null {
  const { agency, total, groups, reading } = answer;
  const known = groups.filter(({ max }) => max !== null);
  if (known.length === 0) return null;
  const title = total === null ? 'chưa đủ số liệu' : `${pointsText(total)}/100 điểm`;
  return {
    kind: 'composition',
    title: `${agency.shortName}: ${title}`,
    subtitle: `Điểm đạt và mất theo nhóm, Bộ chỉ số 766, ${periodTitle(ofPeriod(answer))}`,
    source: sourceText([reading.snapshot]),
    bars: known.map(barOf),
  };
}

function barOf({ group, score, max, lost }: IndexAnswer['groups'][number]) {
  const label = GROUP_WORDS[group];
  if (score === null || lost === null) {
    const missing = {
      label: 'chưa có số liệu',
      value: max ?? 0,
      valueLabel: '',
      tone: 'unknown',
    } as const;
    return { label, total: '', segments: [missing] };
  }
  const [got, gone] = [pointsText(score), pointsText(lost)];
  return {
    label,
    total: `${got}/${pointsText(max ?? 0)}`,
    segments: [
      { label: 'đạt', value: score, valueLabel: got, tone: 'good' } as const,
      ...(lost > 0 ? [{ label: 'mất', value: lost, valueLabel: gone, tone: 'late' } as const] : []),
    ],
  };
}
