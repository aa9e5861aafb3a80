import { agencyQuestion } from '../asking/question-text.ts';
import { periodKey } from '../calendar/periods.ts';
import type { Limit } from '../figures/limit.ts';
import type { Metric } from '../figures/metric.ts';
import type { TrendAnswer, TrendPoint } from '../queries/trend.ts';
import { besideText } from './beside-text.ts';
import { limitLine } from './chart-limit.ts';
import type { ChartRequest } from './chart-request.ts';
import { namedDoubtBlocks } from './doubt-lines.ts';
import { formulaBlocks } from './formula-lines.ts';
import { rateName } from './metric-words.ts';
import { markText, shortMarks, staleBlocks } from './period-block.ts';
import { periodName, shortPeriodName } from './period-names.ts';
import type { Block, Line, Reply } from './reply.ts';
import { capital } from './sentence.ts';
import { citedBy, distinct, sourceBlock, sourceText } from './source-line.ts';
import { formulasOf, pointLine, standingBlocks, stateText } from './trend-lines.ts';

/** The reply to /dien-bien: every period with a rate, newest last, and which of them cannot be compared ("·", not "→"). */
export function trendReply(
  answer: TrendAnswer,
  limit: Limit | null,
  notes: readonly Block[] = [],
): Reply {
  const { agency, metric, formula, points } = answer;
  const last = points.at(-1);
  const formulas = formulasOf(points);
  const cited = citedBy(points.map(({ state }) => state));
  const snapshots = distinct(cited.snapshots);
  return {
    blocks: [
      { kind: 'headline', line: headline(answer) },
      ...notes,
      ...withinBlock(answer),
      { kind: 'list', items: points.map((point) => pointLine(point, metric, formulas.length > 1)) },
      ...formulaBlocks(formulas),
      ...standingBlocks(answer),
      ...apartBlock(points),
      ...namedDoubtBlocks(answer.doubts, ({ period }) => shortPeriodName(period)),
      ...staleBlocks(answer),
      sourceBlock(cited.snapshots, cited.places),
    ],
    chart: trendChart(answer, limit),
    choices:
      last === undefined
        ? []
        : [
            {
              label: capital(periodName(last.period)),
              send: agencyQuestion({ metric, formula }, agency, last.period),
            },
          ],
    topic: {
      agency: agency.id,
      period: last === undefined ? null : periodKey(last.period),
      metric,
    },
    snapshots: snapshots.map(({ id }) => id),
  };
}

/** Rates of several periods make no rate of all of them. */
function withinBlock({ within }: TrendAnswer): readonly Block[] {
  if (within === null) return [];
  const words = `${capital(periodName(within))}: số của từng kỳ có số liệu; các kỳ không cộng thành một số chung.`;
  return [{ kind: 'note', line: [words] }];
}

function headline({ agency, metric, formula, points }: TrendAnswer): Line {
  const steps = points.map((point, at) => {
    const { period, state, joined } = point;
    const sign = at === 0 ? '' : joined ? ' → ' : ' · ';
    return `${sign}${shortPeriodName(period)}: ${stateText(state, metric)}${besideText(point)}${markText(point)}`;
  });
  return [{ strong: steps.join('') }, ` — ${rateName(metric, formula)}, ${agency.name}`];
}

/** Why the line in the picture has gaps. */
function apartBlock(points: readonly TrendPoint[]): readonly Block[] {
  if (points.slice(1).every(({ joined }) => joined)) return [];
  const running = points.some(({ provisional }) => provisional !== null) ? 'chưa trọn hoặc ' : '';
  return [
    {
      kind: 'warning',
      line: [
        `Có kỳ ${running}khác độ dài, công thức hoặc phạm vi nên không nối thành một đường; không cộng, trừ trực tiếp các kỳ này.`,
      ],
    },
  ];
}

/**
 * "1,59% (2022) → 0,49% (2023)": where the line that leads to the newest point begins, and where it ends. Periods that
 * cannot be compared are not put on both sides of an arrow: alone, the newest stands alone.
 */
function endsText(points: readonly TrendPoint[], metric: Metric): string {
  const last = points.at(-1);
  const start = points[points.findLastIndex(({ joined }) => !joined)];
  return [...new Set([start, last])]
    .flatMap((point) => (point === undefined ? [] : [endText(point, metric)]))
    .join(' → ');
}

function endText(point: TrendPoint, metric: Metric): string {
  const words = [shortPeriodName(point.period), ...shortMarks(point)];
  return `${stateText(point.state, metric)} (${words.join(', ')})`;
}

/** What the points that stand alone in the picture mean; it is passed on without the text. */
function apartText(points: readonly TrendPoint[]): string {
  const alike = points.slice(1).every(({ joined }) => joined);
  return alike ? '' : '; các kỳ không nối với nhau là không so sánh trực tiếp được';
}

/** "; 6T đầu 2023: công bố 0,96%": the second truth beside the point that is drawn. */
function besideTexts(points: readonly TrendPoint[]): string {
  return points
    .filter(({ beside }) => beside.length > 0)
    .map((point) => `; ${shortPeriodName(point.period)}${besideText(point)}`)
    .join('');
}

/** The trend as a picture; null for fewer than two points. */
function trendChart(
  { agency, metric, formula, points }: TrendAnswer,
  limit: Limit | null,
): ChartRequest | null {
  if (points.length < 2) return null;
  const { snapshots, places } = citedBy(points.map(({ state }) => state));
  return {
    kind: 'trend',
    title: `${agency.shortName}: ${endsText(points, metric)}`,
    subtitle: `${capital(rateName(metric, formula))} (${metric === 'serviceIndex' ? 'điểm' : '%'})${besideTexts(points)}${apartText(points)}`,
    source: sourceText(snapshots, places),
    points: points.map((point) => ({
      label: `${shortPeriodName(point.period)} ${shortMarks(point).join(', ')}`.trim(),
      value: point.state.kind === 'rate' ? point.state.rate.hundredths / 100 : null,
      valueLabel: stateText(point.state, metric),
      joined: point.joined,
    })),
    limit: limitLine(metric === 'overdue' ? limit : null),
  };
}
