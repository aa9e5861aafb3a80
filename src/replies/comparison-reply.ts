import type { Agency } from '../agencies/agency.ts';
import { agencyQuestion, exactName, questionText } from '../asking/question-text.ts';
import { periodKey } from '../calendar/periods.ts';
import type { Unlike } from '../figures/like-for-like.ts';
import type { Limit } from '../figures/limit.ts';
import type { ComparisonAnswer, Side } from '../queries/comparison.ts';
import { snapshotOf } from '../queries/rate.ts';
import { limitLine } from './chart-limit.ts';
import type { ChartRequest } from './chart-request.ts';
import { formulaWords, metricName } from './metric-words.ts';
import { decimal, percent, quotient } from './numbers.ts';
import { periodName, shortPeriodName } from './period-names.ts';
import { bar } from './rate-chart.ts';
import { type Block, type Choice, type Line, type Reply, textReply } from './reply.ts';
import { capital } from './sentence.ts';
import { distinct, sourceBlock, sourceText } from './source-line.ts';

const UNLIKE_WORDS: Readonly<Record<Unlike, string>> = {
  length: 'hai kỳ dài ngắn khác nhau',
  formula: 'hai số tính theo công thức khác nhau',
  formulaNotStated: 'có số không nêu công thức',
  scope: 'hai số có phạm vi hồ sơ khác nhau',
};

/** The reply to /so-sanh: each side with counts, the difference in points, or why they cannot be compared. */
export function comparisonReply(
  answer: ComparisonAnswer,
  limit: Limit | null,
  notes: readonly Block[] = [],
): Reply {
  const snapshots = snapshotsOf(answer);
  const first = answer.sides[0];
  return {
    blocks: [
      { kind: 'headline', line: headline(answer) },
      ...notes,
      { kind: 'list', items: answer.sides.map((side) => sideLine(side, answer)) },
      ...differenceBlocks(answer),
      ...[...new Set(answer.unlike)].map((reason): Block => ({
        kind: 'warning',
        line: [`Không so sánh trực tiếp được: ${UNLIKE_WORDS[reason]}.`],
      })),
      ...formulaBlock(answer),
      ...(snapshots.length === 0 ? [] : [sourceBlock(snapshots)]),
    ],
    chart: comparisonChart(answer, limit),
    choices: [...otherPeriodChoices(answer), ...sideChoices(answer)],
    topic: {
      agency: first?.agency.id ?? null,
      period: first === undefined || first.period === null ? null : periodKey(first.period),
      metric: answer.metric,
    },
    snapshots: snapshots.map(({ id }) => id),
  };
}

/** Where one side has no figures for the period: the same comparison in periods for which it has. */
function otherPeriodChoices({ sides, metric }: ComparisonAnswer): readonly Choice[] {
  const without = sides.find(({ state }) => state === null);
  const names = [...new Set(sides.map(({ agency }) => exactName(agency)))];
  if (without === undefined || names.length < 2) return [];
  return without.available.slice(0, 2).map((period) => ({
    label: `So sánh ${periodName(period)}`,
    send: questionText('so-sanh', { agencies: names, metric, periods: [period] }),
  }));
}

function sideChoices(answer: ComparisonAnswer): readonly Choice[] {
  return answer.sides.slice(0, 3).map(({ agency, period }) => ({
    label: samePeriod(answer) || period === null ? agency.shortName : capital(periodName(period)),
    send: agencyQuestion(answer.metric, agency, period),
  }));
}

function samePeriod({ sides }: ComparisonAnswer): boolean {
  return new Set(sides.map(({ period }) => (period === null ? '' : periodKey(period)))).size === 1;
}

function sideName({ agency, period }: Side, answer: ComparisonAnswer): string {
  if (samePeriod(answer)) return agency.name;
  const when = period === null ? '' : periodName(period);
  const one = new Set(answer.sides.map((side) => side.agency.id)).size === 1;
  return one ? capital(when) : `${agency.name}, ${when}`;
}

function headline(answer: ComparisonAnswer): Line {
  const spans = answer.sides.flatMap((side, index) => [
    index === 0 ? '' : ' · ',
    `${samePeriod(answer) ? side.agency.shortName : side.period === null ? side.agency.shortName : capital(periodName(side.period))} `,
    { strong: stateText(side) },
  ]);
  const about = samePeriod(answer)
    ? (answer.sides[0]?.period ?? null) === null
      ? ''
      : `, ${periodOf(answer.sides[0])}`
    : `, ${answer.sides[0]?.agency.name ?? ''}`;
  return [...spans.filter((span) => span !== ''), ` — ${metricName(answer.metric)}${about}`];
}

function periodOf(side: Side | undefined): string {
  return side === undefined || side.period === null ? '' : periodName(side.period);
}

function stateText({ state }: Side): string {
  if (state === null) return 'chưa có số liệu';
  return state.kind === 'rate' ? percent(state.rate.hundredths) : 'không phát sinh';
}

function sideLine(side: Side, answer: ComparisonAnswer): Line {
  const { state, available } = side;
  const name = `${sideName(side, answer)}: `;
  if (state?.kind !== 'rate') {
    const instead =
      available.length === 0
        ? ''
        : ` (hiện có: ${available.slice(0, 4).map(periodName).join(', ')})`;
    return [name, { strong: stateText(side) }, instead];
  }
  const { fraction } = state.rate;
  const counts =
    fraction === null ? '' : ` (${quotient(fraction.numerator, fraction.denominator)})`;
  return [name, { strong: percent(state.rate.hundredths) }, counts];
}

function differenceBlocks(answer: ComparisonAnswer): readonly Block[] {
  const first = answer.sides[0];
  if (first === undefined) return [];
  return answer.differences.flatMap((points, index): Block[] => {
    const side = answer.sides[index + 1];
    if (points === null || side === undefined) return [];
    const words = points === 0 ? 'bằng' : points > 0 ? 'cao hơn' : 'thấp hơn';
    const by = points === 0 ? '' : ` ${decimal(Math.abs(points))} điểm %`;
    const than =
      points === 0 ? ` ${sideName(first, answer)}` : ` so với ${sideName(first, answer)}`;
    return [{ kind: 'text', line: [`${sideName(side, answer)} ${words}${by}${than}.`] }];
  });
}

function formulaBlock({ sides }: ComparisonAnswer): readonly Block[] {
  const formulas = new Set(
    sides.flatMap(({ state }) => (state?.kind === 'rate' ? [state.rate.formula] : [])),
  );
  const [formula] = formulas;
  return formulas.size === 1 && formula !== undefined && formula !== null
    ? [{ kind: 'note', line: [`Công thức: ${formulaWords(formula)}`] }]
    : [];
}

function snapshotsOf({ sides }: ComparisonAnswer) {
  return distinct(sides.flatMap(({ state }) => (state === null ? [] : [snapshotOf(state)])));
}

/** Agencies or periods side by side; null unless two of them have a rate. */
function comparisonChart(answer: ComparisonAnswer, limit: Limit | null): ChartRequest | null {
  const rated = answer.sides.filter(({ state }) => state?.kind === 'rate');
  if (rated.length < 2) return null;
  const same = samePeriod(answer);
  const agencies = new Set(answer.sides.map(({ agency }) => agency.id)).size;
  const frame = {
    title: answer.sides
      .map((side) => `${same ? side.agency.shortName : periodOf(side)} ${stateText(side)}`)
      .join(' · '),
    subtitle: `${capital(metricName(answer.metric))} (%)${same ? `, ${periodOf(answer.sides[0])}` : `, ${answer.sides[0]?.agency.name ?? ''}`}`,
    source: sourceText(snapshotsOf(answer)),
    limit: limitLine(answer.metric === 'overdue' ? limit : null),
  };
  const label = (side: Side) =>
    same ? side.agency.shortName : side.period === null ? '' : shortPeriodName(side.period);
  if (same || agencies === 1) {
    return {
      ...frame,
      kind: 'ranking',
      bars: answer.sides.map((side) => bar(label(side), side.state, false)),
    };
  }
  const groups = [...Map.groupBy(answer.sides, ({ agency }) => agency.id).values()].map(
    (sides) => ({
      label: sides[0]?.agency.shortName ?? '',
      bars: sides.map((side) => bar(label(side), side.state, false)),
    }),
  );
  return { ...frame, kind: 'comparison', groups };
}

/** Said when there are not two things to compare; the peers of the agency are offered. */
export function compareWhatReply(agency: Agency, others: readonly Agency[]): Reply {
  const choices = others.slice(0, 3).map((other) => ({
    label: `${agency.shortName} – ${other.shortName}`,
    send: questionText('so-sanh', { agencies: [exactName(agency), exactName(other)] }),
  }));
  const words = `Hãy nêu hai cơ quan hoặc hai kỳ, ví dụ: “/so-sanh Nha Trang, Cam Ranh” hoặc “/so-sanh ${agency.shortName} năm 2023, năm 2020”.`;
  return textReply(
    [
      { kind: 'headline', line: [{ strong: 'So sánh với gì?' }] },
      { kind: 'text', line: [words] },
    ],
    choices,
  );
}
