import type { Agency, Level } from '../agencies/agency.ts';
import { isKept, type Limit } from '../figures/limit.ts';
import type { AgencyRate } from '../queries/peers.ts';
import type { RateAnswer } from '../queries/rate-answer.ts';
import type { Rate, RateState } from '../queries/rate.ts';
import { unitWord } from './agency-names.ts';
import { limitLine } from './chart-limit.ts';
import type { ChartBar, ChartLine, ChartRequest } from './chart-request.ts';
import { breakingWords, keepingWords } from './limit-words.ts';
import { METRIC_WORDS, rateName } from './metric-words.ts';
import { percent, quotient } from './numbers.ts';
import { periodTitle } from './period-block.ts';
import { rateOrigin } from './rate-lines.ts';
import { capital } from './sentence.ts';
import { citedBy, sourceText } from './source-line.ts';

/** More bars than this cannot be read on a phone. */
export const MOST_BARS = 30;

/**
 * The picture beside a rate: its units if it has any, else its peers, else its fields, else the differing rates of
 * the agency itself. null when there would be a single bar, which says nothing the text does not.
 */
export function rateChart(answer: RateAnswer): ChartRequest | null {
  return unitsChart(answer) ?? peersChart(answer) ?? fieldsChart(answer) ?? ratesChart(answer);
}

function unitsChart(answer: RateAnswer): ChartRequest | null {
  const units = answer.contributions.filter(({ agency }) => agency !== null);
  if (units.length < 2) return null;
  const rates = units.flatMap(({ agency, state }) => (agency === null ? [] : [{ agency, state }]));
  return rankingChart(answer, rates);
}

function peersChart(answer: RateAnswer): ChartRequest | null {
  const rated = answer.peers.filter(({ state }) => state !== null);
  return rated.length < 2 ? null : rankingChart(answer, rated);
}

function rankingChart(answer: RateAnswer, rates: readonly AgencyRate[]): ChartRequest {
  const sorted = rates.toSorted((a, b) => valueOf(b.state) - valueOf(a.state));
  const shown = keepMarked(sorted, answer.agency);
  return {
    kind: 'ranking',
    title: rankingTitle(answer, rates),
    subtitle: `${capital(rateName(answer.metric, answer.formula))} (%), ${periodTitle(answer)}`,
    source: chartSource(answer),
    bars: shown.map(({ agency, state }) =>
      bar(agency.shortName, state, agency.id === answer.agency.id),
    ),
    limit: limitOf(answer),
  };
}

/** The first ones, and the agency asked about even when it comes later. */
function keepMarked(sorted: readonly AgencyRate[], marked: Agency): readonly AgencyRate[] {
  const first = sorted.slice(0, MOST_BARS);
  const itself = sorted.find(({ agency }) => agency.id === marked.id);
  return itself === undefined || first.includes(itself) ? first : [...first.slice(0, -1), itself];
}

/** "5/8 huyện từ 1% trở lên": the finding itself. */
function rankingTitle(answer: RateAnswer, rates: readonly AgencyRate[]): string {
  const limit = mildestLimit(answer);
  const levels = new Set(rates.map(({ agency }) => agency.level));
  if (limit === null || answer.metric !== 'overdue') {
    return `${answer.agency.shortName}: ${ownRates(answer)}${METRIC_WORDS[answer.metric]}`;
  }
  const over = rates.filter(
    ({ state }) => state?.kind === 'rate' && !isKept(limit, state.rate),
  ).length;
  // A name is not broken at the end of a line.
  const place = answer.district?.shortName.replaceAll(' ', '\u00a0') ?? null;
  const whose = place === null ? '' : ` thuộc ${place}`;
  const units = `${unitsWord([...levels])}${whose} có tỷ\u00a0lệ trễ hạn`;
  return over === 0
    ? `${String(rates.length)}/${String(rates.length)} ${units} ${keepingWords(limit)}`
    : `${String(over)}/${String(rates.length)} ${units} ${breakingWords(limit)}`;
}

/** "12,44% "; nothing when there is no rate. */
function ownRates({ rates }: RateAnswer): string {
  return rates
    .map(({ state }) => (state.kind === 'rate' ? `${percent(state.rate.hundredths)} ` : ''))
    .join('');
}

/** "huyện"; departments beside a total of them are only "đơn vị". */
function unitsWord([level, ...others]: readonly Level[]): string {
  return level === undefined || others.length > 0 ? 'đơn vị' : unitWord(level);
}

function fieldsChart(answer: RateAnswer): ChartRequest | null {
  const fields = answer.contributions.filter(({ field }) => field !== null);
  if (fields.length < 2) return null;
  return {
    kind: 'byField',
    title: `${answer.agency.shortName}: ${METRIC_WORDS[answer.metric]} theo lĩnh vực`,
    subtitle: `${capital(rateName(answer.metric, answer.formula))} (%), ${periodTitle(answer)}`,
    source: chartSource(answer),
    bars: fields.map(({ field, state }) => bar(field ?? '', state, false)),
    limit: limitOf(answer),
  };
}

function ratesChart(answer: RateAnswer): ChartRequest | null {
  const rates = answer.rates.flatMap(({ state }) => (state.kind === 'rate' ? [state.rate] : []));
  if (rates.length < 2) return null;
  return {
    kind: 'byField',
    title: `${answer.agency.shortName}: ${rates.map(({ hundredths }) => percent(hundredths)).join(' hay ')} — do công thức`,
    subtitle: `${capital(rateName(answer.metric, answer.formula))} (%), ${periodTitle(answer)}`,
    source: chartSource(answer),
    bars: rates.map((rate) => bar(capital(rateOrigin(rate)), { kind: 'rate', rate }, false)),
    limit: limitOf(answer),
  };
}

/** A bar for a rate; no rate is a gap with words, never a zero bar. */
export function bar(label: string, state: RateState | null, marked: boolean): ChartBar {
  if (state?.kind !== 'rate') {
    const valueLabel = state === null ? 'chưa có số liệu' : 'không phát sinh';
    return { label, value: null, valueLabel, detail: '', marked };
  }
  const { rate } = state;
  return {
    label,
    value: barLength(rate),
    valueLabel: percent(rate.hundredths),
    detail: detailOf(rate),
    marked,
  };
}

/** From the counts where they are known: what is printed as 1,00% may lie under a limit of 1%, and is drawn there. */
function barLength({ fraction, hundredths }: Rate): number {
  if (fraction === null) return hundredths / 100;
  return (Number(fraction.numerator) * 100) / Number(fraction.denominator);
}

function detailOf({ fraction }: Rate): string {
  return fraction === null ? '' : quotient(fraction.numerator, fraction.denominator);
}

function valueOf(state: RateState | null): number {
  return state?.kind === 'rate' ? state.rate.hundredths / 100 : -1;
}

function limitOf(answer: RateAnswer): ChartLine | null {
  return limitLine(mildestLimit(answer));
}

function mildestLimit({ rates }: RateAnswer): Limit | null {
  return rates.flatMap(({ standings }) => standings)[0]?.limit ?? null;
}

function chartSource(answer: RateAnswer): string {
  const { snapshots, places } = citedBy(answer.rates.map(({ state }) => state));
  return sourceText(snapshots, places);
}
