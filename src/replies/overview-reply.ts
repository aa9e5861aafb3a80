import type { Agency } from '../agencies/agency.ts';
import { agencyQuestion } from '../asking/question-text.ts';
import { periodKey } from '../calendar/periods.ts';
import { mostTelling } from '../figures/telling-limit.ts';
import type { RateWithStandings } from '../queries/limit-standing.ts';
import type { OverviewAnswer } from '../queries/overview.ts';
import type { Ranked } from '../queries/ranking.ts';
import type { RateAnswer } from '../queries/rate-answer.ts';
import { countedBesideBlocks, countedUnitsBlocks } from './counted-blocks.ts';
import { differingBlocks } from './differing-rates.ts';
import { doubtBlocks, TOTAL_CODES } from './doubt-lines.ts';
import { totalsBlocks } from './finding-lines.ts';
import { count, day, percent, quotient } from './numbers.ts';
import { periodBlock } from './period-block.ts';
import { rateChart } from './rate-chart.ts';
import { changeTexts, changeWords, formulaLine, rateHeadline, standingText } from './rate-lines.ts';
import { type Block, type Line, type Reply, textBlocks } from './reply.ts';
import { capital, uncapital } from './sentence.ts';
import { citedBy, distinct, sourceBlock } from './source-line.ts';

const MOST_LINES = 8;

/** The reply to /tong-quan: at most eight lines, worst three, what changed, what does not fit. */
export function overviewReply(answer: OverviewAnswer, notes: readonly Block[] = []): Reply {
  const { rate, units } = answer;
  const worst =
    units === null ? [] : units.ranked.filter(({ rate: unit }) => unit.hundredths > 0).slice(0, 3);
  const { snapshots, places } = citedBy(rate.rates.map(({ state }) => state));
  const used = [...snapshots, ...(worst.length === 0 ? [] : (units?.snapshots ?? []))];
  return {
    blocks: fitted(
      [{ kind: 'headline', line: rateHeadline(rate) }, ...notes, ...ownBlocks(rate)],
      [...blocksLine(rate.contributions), ...newsBlock(answer), ...worstBlock(worst, rate.agency)],
      [...warningBlock(rate), periodBlock(rate), sourceBlock(used, places)],
    ),
    chart: rateChart(rate),
    choices: worst.map(({ agency }) => ({
      label: capital(agency.shortName),
      send: agencyQuestion('overdue', agency, rate.period),
    })),
    topic: { agency: rate.agency.id, period: periodKey(rate.period), metric: 'overdue' },
    snapshots: distinct(used).map(({ id }) => id),
  };
}

/** Of the lines that may be left out the first are, where all would be too many. */
function fitted(
  first: readonly Block[],
  others: readonly Block[],
  last: readonly Block[],
): readonly Block[] {
  const room = Math.max(MOST_LINES - first.length - last.length, 0);
  return [...first, ...others.slice(Math.max(others.length - room, 0)), ...last];
}

/** Counts, formula and standing of each rate, and the changes. */
function ownBlocks(rate: RateAnswer): readonly Block[] {
  const [only, ...more] = rate.rates;
  const changes = changeTexts(rate);
  if (only === undefined || more.length > 0) {
    return textBlocks([...rate.rates.map((one) => rateText(one, rate)), joined(changes)]);
  }
  const standing = mostTelling(only.standings);
  return textBlocks([
    only.state.kind === 'rate' ? formulaLine(only.state.rate, rate) : '',
    joined([...(standing === undefined ? [] : [standingText(standing)]), ...changes]),
  ]);
}

/** "0,96%: 63/6.571 hồ sơ = đã giải quyết trễ hạn ÷ đã giải quyết · dưới mục tiêu 1%": one of several, each with its own standing. */
function rateText({ state, standings }: RateWithStandings, answer: RateAnswer): string {
  if (state.kind !== 'rate') return '';
  const standing = mostTelling(standings);
  const own = formulaLine(state.rate, answer).replace(/\.$/u, '');
  const parts = [
    `${percent(state.rate.hundredths)}: ${own}`,
    ...(standing === undefined ? [] : [standingText(standing)]),
  ];
  return joined(parts);
}

/** "Dưới mục tiêu 1% · giảm 1,10 điểm % so với năm 2022". */
function joined(texts: readonly string[]): string {
  return texts.map((text, at) => (at === 0 ? text : uncapital(text))).join(' · ');
}

/** Everything that does not fit together, in one warning. */
function warningBlock(rate: RateAnswer): readonly Block[] {
  const lines = [
    ...differingBlocks(rate),
    ...totalsBlocks(rate),
    ...countedUnitsBlocks(rate.units),
    ...countedBesideBlocks(rate),
    ...doubtBlocks(rate.doubts, rate.recomputed === null ? [] : TOTAL_CODES),
  ].flatMap((block) => ('line' in block ? [block.line] : []));
  const [first, ...others] = lines;
  if (first === undefined) return [];
  return [{ kind: 'warning', line: [...first, ...others.flatMap((line) => [' ', ...line])] }];
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
function improvedLine(improved: OverviewAnswer['improved']): Line {
  if (improved === null) return [];
  const { agency, change } = improved;
  return ['Giảm nhiều nhất: ', { strong: agency.shortName }, ` ${changeWords(change)}`];
}

/** Who got better, and what came since the last day that is known. */
function newsBlock({ improved, since }: OverviewAnswer): readonly Block[] {
  const [better, more] = [improvedLine(improved), sinceLine(since)];
  const between = better.length > 0 && more.length > 0 ? ['. '] : [];
  const line = [...better, ...between, ...more];
  return line.length === 0 ? [] : [{ kind: 'text', line }];
}

/** "Từ 20/11/2026: thêm 12 hồ sơ trễ hạn (nhiều nhất Ninh Hòa, thêm 3) · thêm 340 hồ sơ đã giải quyết". */
function sinceLine(since: OverviewAnswer['since']): Line {
  if (since === null) return [];
  const { overdue, resolved, most } = since;
  const where =
    most === null ? '' : ` (nhiều nhất ${most.agency.shortName}, thêm ${count(most.overdue)})`;
  const parts = [
    overdue === null ? null : `${moreText(overdue)} hồ sơ trễ hạn${where}`,
    resolved === null ? null : `${moreText(resolved)} hồ sơ đã giải quyết`,
  ].filter((part) => part !== null);
  if (parts.length === 0) return [];
  return [`Từ ${day(since.day)}: ${parts.join(' · ')}`];
}

function moreText(difference: number): string {
  if (difference === 0) return 'không thêm';
  return `${difference > 0 ? 'thêm' : 'bớt'} ${count(Math.abs(difference))}`;
}

function worstBlock(worst: readonly Ranked[], { level }: Agency): readonly Block[] {
  if (worst.length === 0) return [];
  const items = worst.map(({ agency, rate }) => {
    const counts =
      rate.fraction === null
        ? ''
        : ` (${quotient(rate.fraction.numerator, rate.fraction.denominator)})`;
    return `${agency.shortName} ${percent(rate.hundredths)}${counts}`;
  });
  const where = level === 'district' ? ' trên địa bàn' : '';
  return [{ kind: 'text', line: [`Cao nhất${where}: `, { strong: items.join(' · ') }] }];
}
