import { isKept } from '../figures/limit.ts';
import type { FormulaId, Metric } from '../figures/metric.ts';
import type { Rate } from '../queries/rate.ts';
import type { TrendAnswer, TrendPoint } from '../queries/trend.ts';
import { besideCounts, countsText } from './beside-text.ts';
import { againstLimit } from './limit-words.ts';
import { FORMULA_USERS, formulaWords, rateWords } from './metric-words.ts';
import { percent } from './numbers.ts';
import { sinceText } from './period-block.ts';
import { periodName, periodWithDays } from './period-names.ts';
import { originText } from './rate-lines.ts';
import type { Block, Line } from './reply.ts';
import { capital, uncapital } from './sentence.ts';
import { targetText } from './target-lines.ts';

/** "0,77%", "64,62 điểm", "không phát sinh". */
export function stateText(state: TrendPoint['state'], metric: Metric): string {
  return state.kind === 'rate' ? rateWords(metric, state.rate.hundredths) : 'không phát sinh';
}

/**
 * "6 tháng đầu năm 2023 (15/12/2022–14/06/2023): 1,10% (85/7.718) — …; 0,96% (63/6.571) — công bố, …". `isMixed`: the
 * points go by several formulas, and each names its own.
 */
export function pointLine(point: TrendPoint, metric: Metric, isMixed: boolean): Line {
  const { period, state } = point;
  // A month of the calendar has the days everybody knows.
  const when = period.kind === 'range' ? periodName(period) : periodWithDays(period);
  const name = `${capital(when)}: `;
  const mark = sinceText(point);
  if (state.kind !== 'rate') return [name, `không phát sinh${mark}`];
  const { fraction, formula, hundredths } = state.rate;
  const counts = fraction === null ? alone(metric) : countsText(state.rate);
  const isUnstated = formula === null && metric !== 'serviceIndex';
  const how = isUnstated ? `; ${formulaWords(null)}` : '';
  const user = isMixed && formula !== null ? ` — ${FORMULA_USERS[formula]}` : '';
  return [
    name,
    { strong: rateWords(metric, hundredths) },
    `${counts}${how}${originText(state.rate) || user}${besideCounts(point)}${mark}`,
  ];
}

/** Points of an index never come with counts, nor by a formula that could be named. */
function alone(metric: Metric): string {
  return metric === 'serviceIndex' ? '' : ' (chỉ công bố tỷ lệ)';
}

/** The formulas that the rates are computed by, as far as they are stated. */
export function formulasOf(points: readonly TrendPoint[]): readonly FormulaId[] {
  const rates = points.flatMap(({ state, beside }) =>
    state.kind === 'rate' ? [state.rate, ...beside] : [],
  );
  return [...new Set(rates.flatMap(({ formula }) => formula ?? []))];
}

/** "Kỳ mới nhất: dưới mục tiêu 1%", of each rate where they are on different sides of it. */
export function standingBlocks({ points, judgement }: TrendAnswer): readonly Block[] {
  const last = points.at(-1);
  if (last?.state.kind !== 'rate' || judgement === null) return [];
  const { rate } = last.state;
  if (judgement.kind === 'target') return [newestBlock(targetText(judgement.target, rate))];
  const { limit } = judgement;
  const side = (one: Rate) => againstLimit({ limit, kept: isKept(limit, one) });
  const other = last.beside.find((one) => side(one) !== side(rate));
  const also =
    other === undefined ? '' : `; theo số ${percent(other.hundredths)} thì ${side(other)}`;
  return [newestBlock(`${side(rate)}${also}`)];
}

function newestBlock(words: string): Block {
  return { kind: 'text', line: [`Kỳ mới nhất: ${uncapital(words)}`] };
}
