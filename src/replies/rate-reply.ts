import type { Agency } from '../agencies/agency.ts';
import { agencyQuestion } from '../asking/question-text.ts';
import { periodKey } from '../calendar/periods.ts';
import { mostTelling } from '../figures/telling-limit.ts';
import type { RateWithStandings } from '../queries/limit-standing.ts';
import type { AgencyRate } from '../queries/peers.ts';
import type { RateAnswer } from '../queries/rate-answer.ts';
import { snapshotOf } from '../queries/rate.ts';
import { peersOfLevel } from './agency-names.ts';
import { storyBlocks } from './agency-story.ts';
import { countedBesideBlocks, countedUnitsBlocks } from './counted-blocks.ts';
import { differingBlocks } from './differing-rates.ts';
import { doubtBlocks, TOTAL_CODES } from './doubt-lines.ts';
import { totalsBlocks } from './finding-lines.ts';
import { count, percent } from './numbers.ts';
import { periodBlock } from './period-block.ts';
import { periodName } from './period-names.ts';
import { rateChart } from './rate-chart.ts';
import { leadBlocks, leadHeadline, type RateLead, saysRate } from './rate-lead.ts';
import { changeBlocks, formulaLine, standingText } from './rate-lines.ts';
import type { Block, Choice, Reply } from './reply.ts';
import { restatedRateBlock } from './restated-lines.ts';
import { scopeWords } from './scope-words.ts';
import { capital } from './sentence.ts';
import { citedBy, sourceBlock } from './source-line.ts';
import { partText, remarkBlocks } from './stated-parts.ts';

const THE_RATE: RateLead = { number: null, sieve: null, asks: null };

/** How many units are named as being behind a rate: what a leader takes in at a glance. */
const NAMED_UNITS = 3;

/** The reply to /tre-han and /dung-han: number, formula, standing, comparison, who is behind it, source. */
export function rateReply(
  answer: RateAnswer,
  notes: readonly Block[] = [],
  lead: RateLead = THE_RATE,
): Reply {
  const { snapshots, places } = citedBy(answer.rates.map(({ state }) => state));
  return {
    blocks: [
      { kind: 'headline', line: leadHeadline(answer, lead) },
      ...notes,
      ...leadBlocks(answer, lead),
      ...answer.rates.flatMap((rate) =>
        rateBlocks(answer, rate, saysRate(answer, lead) && answer.rates.length === 1),
      ),
      ...differingBlocks(answer),
      ...remarkBlocks(answer.remarks),
      ...answer.restated.map(restatedRateBlock),
      ...totalsBlocks(answer),
      ...countedUnitsBlocks(answer.units),
      ...countedBesideBlocks(answer),
      ...doubtBlocks(answer.doubts, answer.recomputed === null ? [] : TOTAL_CODES),
      ...changeBlocks(answer),
      ...placeBlock(answer),
      ...inWordsBlocks(answer),
      ...behindBlock(answer),
      ...othersBlock(answer),
      ...storyBlocks(answer.agency.name, answer.story),
      ...scopeBlocks(answer),
      periodBlock(answer),
      sourceBlock(snapshots, places),
    ],
    chart: rateChart(answer),
    choices: choicesOf(answer),
    topic: { agency: answer.agency.id, period: periodKey(answer.period), metric: answer.metric },
    snapshots: [...new Set(snapshots.map(({ id }) => id))],
  };
}

/** "13 đơn vị cấp xã không phát sinh hồ sơ trễ hạn": what the document counts beside the rate. */
function inWordsBlocks({ countedInWords }: RateAnswer): readonly Block[] {
  return countedInWords.map((part) => ({ kind: 'text', line: [partText(part)] }));
}

function rateBlocks(
  answer: RateAnswer,
  { state, standings }: RateWithStandings,
  isRateSaid: boolean,
): readonly Block[] {
  if (state.kind === 'nothingArose') {
    return [
      { kind: 'text', line: ['Trong kỳ không có hồ sơ đã giải quyết hoặc đang giải quyết.'] },
    ];
  }
  const name = isRateSaid ? '' : `${percent(state.rate.hundredths)}: `;
  const told = mostTelling(standings);
  const standing: readonly Block[] =
    told === undefined ? [] : [{ kind: 'text', line: [{ strong: standingText(told) }] }];
  return [{ kind: 'text', line: [`${name}${formulaLine(state.rate, answer)}`] }, ...standing];
}

/** "Cao thứ 6/8 UBND cấp huyện". */
function placeBlock({ agency, place }: RateAnswer): readonly Block[] {
  if (place === null) return [];
  const order = `${String(place.nth)}/${String(place.of)}`;
  const words = `Cao thứ ${order} ${peersOfLevel(agency.level)} có số liệu cùng kỳ.`;
  return [{ kind: 'text', line: [words] }];
}

/** "Nhiều hồ sơ trễ nhất: Sở TNMT 116 (9,26%) · …". */
function behindBlock(answer: RateAnswer): readonly Block[] {
  const worst = answer.contributions.filter(({ overdue }) => overdue > 0).slice(0, NAMED_UNITS);
  if (worst.length === 0) return [];
  const items = worst.map(({ agency, field, overdue, state }) => {
    const rate = state?.kind === 'rate' ? ` (${percent(state.rate.hundredths)})` : '';
    return `${agency?.shortName ?? field ?? ''} ${count(overdue)} hồ sơ${rate}`;
  });
  return [{ kind: 'text', line: [`Nhiều hồ sơ trễ hạn nhất: ${items.join(' · ')}`] }];
}

/** Other readings of the same words, with their own rates. */
function othersBlock(answer: RateAnswer): readonly Block[] {
  const rated = answer.others.filter(({ state }) => state !== null);
  if (rated.length === 0) return [];
  const items = rated.map(({ agency, state }) => `${agency.name} ${stateText(state)}`);
  return [{ kind: 'note', line: [`Cách hiểu khác: ${items.join(' · ')}`] }];
}

function stateText(state: AgencyRate['state']): string {
  return state?.kind === 'rate' ? percent(state.rate.hundredths) : 'không phát sinh';
}

/** Says what the figures cover when other figures of the same agency cover something else. */
function scopeBlocks({ otherScopes, rates }: RateAnswer): readonly Block[] {
  const first = rates[0]?.state;
  if (first === undefined || otherScopes.length === 0) return [];
  const { scope } = snapshotOf(first);
  const others = otherScopes.map(periodName).join(', ');
  return [
    {
      kind: 'note',
      line: [`Phạm vi: ${scopeWords(scope)}; khác phạm vi, không so với số liệu ${others}.`],
    },
  ];
}

function choicesOf(answer: RateAnswer): readonly Choice[] {
  const send = (agency: Agency, period = answer.period) => agencyQuestion(answer, agency, period);
  const others = answer.others
    .filter(({ state }) => state !== null)
    .map(({ agency, state }) => ({
      label: `${agency.shortName} ${stateText(state)}`,
      send: send(agency),
    }));
  const periods = answer.otherPeriods.slice(0, 2).map((period) => ({
    label: capital(periodName(period)),
    send: send(answer.agency, period),
  }));
  return [...others, ...periods].slice(0, 6);
}
