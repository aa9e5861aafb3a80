import type { Agency } from '../agencies/agency.ts';
import { agencyQuestion } from '../asking/question-text.ts';
import { periodKey } from '../calendar/periods.ts';
import type { OverviewAnswer } from '../queries/overview.ts';
import type { Ranked } from '../queries/ranking.ts';
import { snapshotOf } from '../queries/rate.ts';
import { countedUnitsBlocks } from './counted-blocks.ts';
import { doubtBlocks, TOTAL_CODES } from './doubt-lines.ts';
import { totalsBlocks } from './finding-lines.ts';
import { count, day, percent, quotient } from './numbers.ts';
import { periodBlock } from './period-block.ts';
import { rateChart } from './rate-chart.ts';
import { changeBlocks, changeWords, rateHeadline, standingText } from './rate-lines.ts';
import type { Block, Line, Reply } from './reply.ts';
import { capital } from './sentence.ts';
import { distinct, sourceBlock } from './source-line.ts';

/** The reply to /tong-quan: at most eight lines, worst three, what changed, what does not fit. */
export function overviewReply(
  { rate, units, improved, since }: OverviewAnswer,
  notes: readonly Block[] = [],
): Reply {
  const standing =
    rate.rates[0]?.standings.findLast(({ kept }) => !kept) ?? rate.rates[0]?.standings[0];
  const snapshots = distinct(rate.rates.map(({ state }) => snapshotOf(state)));
  const worst =
    units === null ? [] : units.ranked.filter(({ rate: unit }) => unit.hundredths > 0).slice(0, 3);
  return {
    blocks: [
      { kind: 'headline', line: rateHeadline(rate) },
      ...notes,
      ...(standing === undefined
        ? []
        : [{ kind: 'text', line: [standingText(standing)] } as const]),
      ...changeBlocks(rate).slice(0, 1),
      ...blocksLine(rate.contributions),
      ...(worst.length === 0
        ? []
        : [{ kind: 'text', line: worstLine(worst, rate.agency) } as const]),
      ...improvedBlock(improved),
      ...sinceBlock(since),
      ...totalsBlocks(rate),
      ...countedUnitsBlocks(rate.units),
      ...doubtBlocks(rate.doubts, rate.recomputed === null ? [] : TOTAL_CODES),
      periodBlock(rate),
      sourceBlock(snapshots),
    ],
    chart: rateChart(rate),
    choices: worst.map(({ agency }) => ({
      label: capital(agency.shortName),
      send: agencyQuestion('overdue', agency, rate.period),
    })),
    topic: { agency: rate.agency.id, period: periodKey(rate.period), metric: 'overdue' },
    snapshots: snapshots.map(({ id }) => id),
  };
}

function blocksLine(contributions: OverviewAnswer['rate']['contributions']): readonly Block[] {
  const parts = contributions.flatMap(({ agency, state }) =>
    agency?.level !== 'group' || state?.kind !== 'rate'
      ? []
      : [`${agency.shortName} ${percent(state.rate.hundredths)}`],
  );
  return parts.length === 0 ? [] : [{ kind: 'text', line: [parts.slice(0, 4).join(' · ')] }];
}

/** "Giảm nhiều nhất: Ninh Hòa giảm 1,20 điểm % so với năm 2025". */
function improvedBlock(improved: OverviewAnswer['improved']): readonly Block[] {
  if (improved === null) return [];
  const { agency, change } = improved;
  return [
    {
      kind: 'text',
      line: ['Giảm nhiều nhất: ', { strong: agency.shortName }, ` ${changeWords(change)}`],
    },
  ];
}

/** "Từ 20/11/2026: thêm 12 hồ sơ trễ hạn (nhiều nhất Ninh Hòa, thêm 3) · thêm 340 hồ sơ đã giải quyết". */
function sinceBlock(since: OverviewAnswer['since']): readonly Block[] {
  if (since === null) return [];
  const { overdue, resolved, most } = since;
  const where =
    most === null ? '' : ` (nhiều nhất ${most.agency.shortName}, thêm ${count(most.overdue)})`;
  const parts = [
    overdue === null ? null : `${moreText(overdue)} hồ sơ trễ hạn${where}`,
    resolved === null ? null : `${moreText(resolved)} hồ sơ đã giải quyết`,
  ].filter((part) => part !== null);
  if (parts.length === 0) return [];
  return [{ kind: 'text', line: [`Từ ${day(since.day)}: ${parts.join(' · ')}`] }];
}

function moreText(difference: number): string {
  if (difference === 0) return 'không thêm';
  return `${difference > 0 ? 'thêm' : 'bớt'} ${count(Math.abs(difference))}`;
}

function worstLine(worst: readonly Ranked[], { level }: Agency): Line {
  const items = worst.map(({ agency, rate }) => {
    const counts =
      rate.fraction === null
        ? ''
        : ` (${quotient(rate.fraction.numerator, rate.fraction.denominator)})`;
    return `${agency.shortName} ${percent(rate.hundredths)}${counts}`;
  });
  const where = level === 'district' ? ' trên địa bàn' : '';
  return [`Cao nhất${where}: `, { strong: items.join(' · ') }];
}
