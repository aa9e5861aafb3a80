import { periodKey } from '../calendar/periods.ts';
import type { IndexComparison, IndexSide } from '../queries/index-comparison.ts';
import type { ChartRequest } from './chart-request.ts';
import { impossibleHeadline } from './impossible-period.ts';
import { UNLIKE_WORDS } from './index-lines.ts';
import { CALENDAR_NOTE } from './index-reply.ts';
import { pointsText } from './index-words.ts';
import { metricName } from './metric-words.ts';
import { sideTimelinessBlocks } from './period-block.ts';
import { periodName } from './period-names.ts';
import type { Block, Line, Reply } from './reply.ts';
import { capital, listed } from './sentence.ts';
import { sideChoices } from './side-choices.ts';
import { sideNames, type SideNames } from './side-names.ts';
import { distinct, sourceBlock, sourceText } from './source-line.ts';

const WORDS = {
  ...UNLIKE_WORDS,
  length: 'kỳ dài ngắn khác nhau',
  part: 'có kỳ đang chạy',
} as const;

/** The reply to /so-sanh by the portal's index: points, never percent, of the calendar's periods. */
export function indexComparisonReply(answer: IndexComparison, notes: readonly Block[] = []): Reply {
  const { sides } = answer;
  const names = sideNames(sides);
  const [first] = sides;
  const snapshots = snapshotsOf(sides);
  return {
    blocks: [
      { kind: 'headline', line: headline(answer, names) },
      ...notes,
      { kind: 'list', items: sides.map((side) => sideLine(side, names)) },
      ...answer.held.flatMap((held) => heldBlocks(held, names)),
      ...sideTimelinessBlocks(sides.flatMap(timed), names.full),
      { kind: 'note', line: [CALENDAR_NOTE] },
      ...(snapshots.length === 0 ? [] : [sourceBlock(snapshots)]),
    ],
    chart: chartOf(sides, names),
    choices: sideChoices({ sides, metric: 'serviceIndex', without: [] }, names),
    topic: {
      agency: first?.agency.id ?? null,
      period: first === undefined || first.period === null ? null : periodKey(first.period),
      metric: 'serviceIndex',
    },
    snapshots: snapshots.map(({ id }) => id),
  };
}

/** "Sở Công Thương **69,23 điểm** · Nha Trang **65,09 điểm** — chỉ số …, tháng 10/2026 dương lịch". */
function headline({ sides, impossible }: IndexComparison, names: SideNames): Line {
  if (impossible !== null) return impossibleHeadline(impossible, 'serviceIndex');
  const spans = sides.flatMap((side, at) => [
    `${at === 0 ? '' : ' · '}${names.short(side)} `,
    { strong: totalText(side) },
  ]);
  return [...spans, ` — ${metricName('serviceIndex')}${names.shared}`];
}

function totalText({ found }: IndexSide): string {
  if (found === null) return 'chưa có số liệu';
  return found.total === null ? 'chưa đủ số liệu' : `${pointsText(found.total)} điểm`;
}

function sideLine(side: IndexSide, names: SideNames): Line {
  const { found, available } = side;
  const instead =
    found !== null || available.length === 0
      ? ''
      : ` (hiện có: ${available.slice(0, 4).map(periodName).join(', ')})`;
  const added =
    found === null || found.isPublished || found.total === null ? '' : ' (cộng từ sáu nhóm)';
  return [`${names.full(side)}: `, { strong: totalText(side) }, `${added}${instead}`];
}

function heldBlocks(
  { side, base, unlike, points }: IndexComparison['held'][number],
  names: SideNames,
): readonly Block[] {
  if (unlike.length > 0) {
    const reasons = listed(unlike.map((reason) => WORDS[reason]));
    const pair = `${names.short(side)} với ${names.short(base)}`;
    return [{ kind: 'warning', line: [`Không so sánh trực tiếp được ${pair}: ${reasons}.`] }];
  }
  if (points === null) return [];
  const by =
    points === 0
      ? 'bằng'
      : `${points > 0 ? 'cao hơn' : 'thấp hơn'} ${pointsText(Math.abs(points))} điểm so với`;
  return [{ kind: 'text', line: [`${names.full(side)} ${by} ${names.full(base)}.`] }];
}

function timed({ found, agency, period }: IndexSide) {
  return found === null ? [] : [{ agency, period, timeliness: found.timeliness }];
}

function snapshotsOf(sides: readonly IndexSide[]) {
  return distinct(sides.flatMap(({ found }) => (found === null ? [] : [found.reading.snapshot])));
}

/** Null unless two sides have a total. */
function chartOf(sides: readonly IndexSide[], names: SideNames): ChartRequest | null {
  const bars = sides.flatMap((side) => {
    const total = side.found?.total ?? null;
    if (total === null) return [];
    const valueLabel = pointsText(total);
    return [
      { label: names.short(side), value: total / 100, valueLabel, detail: '', marked: false },
    ];
  });
  if (bars.length < 2) return null;
  return {
    kind: 'ranking',
    title: capital(metricName('serviceIndex')),
    subtitle: `Điểm (tối đa 100)${names.shared}`,
    source: sourceText(snapshotsOf(sides)),
    bars,
    limit: null,
  };
}
