import { agencyQuestion, questionText } from '../asking/question-text.ts';
import { isPart, metricOfTally, type Tally } from '../figures/tally.ts';
import type { RestatedTally, Tallied, TallyAnswer } from '../queries/tally-ranking.ts';
import type { ChartBar, ChartRequest } from './chart-request.ts';
import { count, percent } from './numbers.ts';
import { periodBlock, periodTitle } from './period-block.ts';
import {
  drawnOf,
  firstNames,
  insteadChoices,
  leadersIn,
  levelChosenBlock,
  rankingTopic,
  type RankingWords,
  rankedDoubts,
  restBlock,
  ROWS_SHOWN,
  unevenBlock,
  unitChoices,
  withoutRateBlocks,
} from './ranking-blocks.ts';
import { placedName, placeText, shownWith } from './ranking-place.ts';
import { MOST_BARS } from './rate-chart.ts';
import type { Block, Choice, Line, Reply } from './reply.ts';
import { type RestatedUnit, restatedUnitBlocks } from './restated-lines.ts';
import { capital } from './sentence.ts';
import { sourceBlock, sourceText } from './source-line.ts';
import { TALLY_WORDS } from './tally-words.ts';

/** The reply to a ranking by a number of dossiers: the number first, its rate beside it, and never a limit of rates. */
export function tallyReply(
  answer: TallyAnswer,
  words: RankingWords,
  notes: readonly Block[] = [],
): Reply {
  const { ranked, snapshots } = answer;
  const shown = shownWith(ranked, { most: words.top ?? ROWS_SHOWN, marked: words.marked });
  const metric = metricOfTally(answer.tally);
  return {
    blocks: [
      { kind: 'headline', line: headline(answer, words) },
      ...notes,
      ...levelChosenBlock(words),
      ...sumBlock(answer, words),
      ...(shown.length === 0 ? [] : [tableBlock(answer.tally, shown, words.marked)]),
      ...restBlock(ranked.length - shown.length),
      ...withoutRateBlocks({ ...answer, nothingArose: [] }),
      ...restatedUnitBlocks(answer.restated.map(restatedUnit)),
      ...unevenBlock(answer),
      ...rankedDoubts(answer.doubts, shown),
      periodBlock(answer),
      sourceBlock(snapshots),
    ],
    chart: tallyChart(answer, words),
    choices: [
      ...unitChoices(shown, (agency) => agencyQuestion(metric, agency, answer.period)),
      ...insteadChoices(words, answer.period),
      ...byRateChoice(answer, words),
    ],
    topic: rankingTopic({ ...answer, metric }, leadersIn(ranked)),
    snapshots: snapshots.map(({ id }) => id),
  };
}

/** A part has no rate of its own, and that of the whole beside it would be taken for one. */
function hasRate(tally: Tally): boolean {
  return metricOfTally(tally) !== 'dossiers' && !isPart(tally);
}

function headline(answer: TallyAnswer, { among, unit, marked }: RankingWords): Line {
  const { ranked, tally, first } = answer;
  const [top] = ranked;
  const end = ` — theo số hồ sơ, ${among}, ${periodTitle(answer)}`;
  if (top === undefined) return [{ strong: `Nguồn không ghi số ${TALLY_WORDS[tally]}` }, end];
  if (top.number === 0 && first === 'most') {
    return [{ strong: `Không có ${unit} nào có ${TALLY_WORDS[tally]}` }, end];
  }
  const own = ranked.length === 1 ? undefined : ranked.find(({ agency }) => agency.id === marked);
  if (own !== undefined) {
    const place = placeText(own, ranked, { manner: first === 'most' ? 'nhiều' : 'ít', unit });
    const what = `${count(own.number)} ${TALLY_WORDS[tally]}`;
    return [{ strong: `${own.agency.shortName} ${what}: ${place}` }, end];
  }
  const number = `${firstNames(ranked)} ${count(top.number)} ${TALLY_WORDS[tally]}`;
  return [{ strong: number }, ranked.length === 1 ? end : `, ${superlative(answer)}${end}`];
}

function superlative({ first }: TallyAnswer): string {
  return first === 'most' ? 'nhiều nhất' : 'ít nhất';
}

/** What the number is to be seen against. */
function sumBlock({ ranked, tally }: TallyAnswer, { unit }: RankingWords): readonly Block[] {
  if (ranked.length < 2) return [];
  const sum = ranked.reduce((total, { number }) => total + number, 0);
  const words = `${count(ranked.length)} ${unit} cộng lại: ${count(sum)} ${TALLY_WORDS[tally]}.`;
  return [{ kind: 'text', line: [words] }];
}

function tableBlock(tally: Tally, shown: readonly Tallied[], marked: string | null): Block {
  const withRate = hasRate(tally);
  return {
    kind: 'table',
    header: ['Đơn vị', 'Hồ sơ', ...(withRate ? ['Tỷ lệ'] : [])],
    rows: shown.map((one) => [
      placedName(one, marked),
      count(one.number),
      ...(withRate ? [rateText(one)] : []),
    ]),
  };
}

function restatedUnit({ agency, was, ...versions }: RestatedTally): RestatedUnit {
  return { ...versions, name: agency.shortName, was: was === null ? 'không ghi' : count(was) };
}

function rateText({ rate }: Tallied): string {
  return rate === null ? '' : percent(rate.hundredths);
}

function byRateChoice(
  { tally, ranked, period }: TallyAnswer,
  words: RankingWords,
): readonly Choice[] {
  if (!hasRate(tally) || ranked.length < 2) return [];
  const asked = { ...words.asking, by: 'rate', periods: [period] } as const;
  return [{ label: 'Theo tỷ lệ', send: questionText('xep-hang', asked) }];
}

/** Bars of dossiers; no line, because limits are set for rates. */
function tallyChart(answer: TallyAnswer, words: RankingWords): ChartRequest | null {
  const { ranked, tally, snapshots } = answer;
  const [top] = ranked;
  if (top === undefined || ranked.every(({ number }) => number === 0)) return null;
  const what = TALLY_WORDS[tally];
  const drawn = ranked.slice(0, words.top ?? MOST_BARS);
  return {
    kind: 'ranking',
    title:
      ranked.length === 1
        ? `${top.agency.shortName}: ${count(top.number)} ${what}`
        : `${firstNames(ranked)} ${superlative(answer)}: ${count(top.number)} ${what}`,
    subtitle: `${capital(`số ${what}`)}, ${words.among}, ${periodTitle(answer)}${drawnOf(drawn.length, ranked.length)}`,
    source: sourceText(snapshots),
    bars: drawn.map((one) => barOf(one, words.marked)),
    limit: null,
  };
}

function barOf(one: Tallied, marked: string | null): ChartBar {
  return {
    label: one.agency.shortName,
    value: one.number,
    valueLabel: count(one.number),
    detail: rateText(one),
    marked: one.agency.id === marked,
  };
}
