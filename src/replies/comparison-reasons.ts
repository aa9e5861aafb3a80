import type { Counts } from '../figures/counts.ts';
import { isCounted } from '../figures/metric.ts';
import { handled as handledOf, overdueTotal } from '../figures/rate.ts';
import type { ComparisonAnswer, Side } from '../queries/comparison.ts';
import type { RateAnswer } from '../queries/rate-answer.ts';
import { count, percent } from './numbers.ts';
import type { Block, Line } from './reply.ts';
import { NO_REASON } from './why-reply.ts';

/** A side with who is behind its late dossiers; `rate` null = nothing more is known of it. */
export type SideBehind = { readonly side: Side; readonly rate: RateAnswer | null };

/** Units or fields that are named of each side. */
const MOST_NAMED = 3;

/** What makes the difference as far as figures tell, and that they tell no cause. */
export function reasonBlocks(
  { metric }: Pick<ComparisonAnswer, 'metric'>,
  sides: readonly SideBehind[],
  nameOf: (side: Side) => string,
): readonly Block[] {
  if (!isCounted(metric)) {
    return [{ kind: 'note', line: [`${NO_REASON}.`] }];
  }
  const items = sides.flatMap(({ side, rate }) =>
    rate === null ? [] : [behindLine(nameOf(side), rate)],
  );
  return [
    ...sizeBlocks(sides, nameOf),
    ...(items.length === 0 ? [] : [{ kind: 'list', items } as const]),
    { kind: 'note', line: [noteText(sides)] },
  ];
}

/** "UBND thành phố Nha Trang: 109 hồ sơ trễ hạn (đã giải quyết 91, đang giải quyết 18)". */
function behindLine(name: string, { counts, contributions }: RateAnswer): Line {
  const total = counts === null ? null : overdueTotal(counts);
  const parts = counts === null ? [] : partsOf(counts);
  const worst = contributions.filter(({ overdue }) => overdue > 0).slice(0, MOST_NAMED);
  const units = worst.map(({ agency, field, overdue, state }) => {
    const rate = state?.kind === 'rate' ? ` (${percent(state.rate.hundredths)})` : '';
    return `${agency?.shortName ?? field ?? ''} ${count(overdue)}${rate}`;
  });
  return [
    `${name}: `,
    {
      strong: total === null ? 'nguồn không ghi số hồ sơ trễ hạn' : `${count(total)} hồ sơ trễ hạn`,
    },
    parts.length === 0 ? '' : ` (${parts.join(', ')})`,
    units.length === 0 ? '' : `; nhiều nhất: ${units.join(', ')}`,
  ];
}

function partsOf({ resolvedOverdue, pendingOverdue }: Counts): readonly string[] {
  return [
    ...(resolvedOverdue === null ? [] : [`đã giải quyết ${count(resolvedOverdue)}`]),
    ...(pendingOverdue === null ? [] : [`đang giải quyết ${count(pendingOverdue)}`]),
  ];
}

/** A rate is higher for more late dossiers, or for fewer dossiers in all: which of them is the case between two sides. */
function sizeBlocks(
  sides: readonly SideBehind[],
  nameOf: (side: Side) => string,
): readonly Block[] {
  const [a, b] = sides.flatMap(({ side, rate }) => sizesOf(side, rate));
  if (a === undefined || b === undefined || sides.length > 2) return [];
  // A part is always smaller than the whole.
  if (a.side.agency.level !== b.side.agency.level) return [];
  const [high, low] = a.late * b.handled >= b.late * a.handled ? [a, b] : [b, a];
  if (high.late * low.handled === low.late * high.handled) return [];
  return [{ kind: 'text', line: [`${nameOf(high.side)} ${sizeText(high, low)}.`] }];
}

function sizeText(high: Sizes, low: Sizes): string {
  const late = `${count(high.late)} so với ${count(low.late)} hồ sơ`;
  const handled = `${count(high.handled)} so với ${count(low.handled)} hồ sơ`;
  if (high.late <= low.late) {
    const fewer = high.late === low.late ? 'bằng nhau' : 'ít hơn';
    return `trễ ${fewer} (${late}) nhưng số đã và đang giải quyết ít hơn nhiều (${handled}) nên tỷ lệ cao hơn`;
  }
  return high.handled > low.handled
    ? `trễ nhiều hơn (${late}), dù đã và đang giải quyết nhiều hơn (${handled})`
    : `trễ nhiều hơn (${late}) trên số đã và đang giải quyết không nhiều hơn (${handled})`;
}

/** Exact, as products of two counts stay below what numbers hold. */
type Sizes = { readonly side: Side; readonly late: number; readonly handled: number };

function sizesOf(side: Side, rate: RateAnswer | null): readonly Sizes[] {
  if (rate?.counts == null) return [];
  const late = overdueTotal(rate.counts);
  const handled = handledOf(rate.counts);
  return late === null || handled === null ? [] : [{ side, late, handled }];
}

function noteText(sides: readonly SideBehind[]): string {
  const isSplit = sides.some(({ rate }) => rate?.contributions.some(({ overdue }) => overdue > 0));
  return isSplit
    ? 'Số liệu cho biết hồ sơ trễ ở đâu, không nêu nguyên nhân.'
    : `${NO_REASON}; nguồn không tách hồ sơ trễ hạn theo đơn vị hay lĩnh vực.`;
}
