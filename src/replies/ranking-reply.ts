import type { Level } from '../agencies/agency.ts';
import { agencyQuestion, questionText } from '../asking/question-text.ts';
import { periodKey } from '../calendar/periods.ts';
import { isKept, type Limit } from '../figures/limit.ts';
import type { Metric } from '../figures/metric.ts';
import type { NoRanking, Ranked, RankingAnswer } from '../queries/ranking.ts';
import { peersOfLevel } from './agency-names.ts';
import { limitLine } from './chart-limit.ts';
import type { ChartRequest } from './chart-request.ts';
import { METRIC_WORDS, metricName } from './metric-words.ts';
import { count, percent, quotient, shortPercent } from './numbers.ts';
import { periodName, periodWithDays } from './period-names.ts';
import { MOST_BARS, bar } from './rate-chart.ts';
import { type Block, type Choice, type Line, type Reply, textReply } from './reply.ts';
import { capital } from './sentence.ts';
import { sourceBlock, sourceText } from './source-line.ts';

/** What the reply says of the question itself. */
export type RankingWords = {
  /** What is ranked: "UBND cấp huyện", "xã, phường thuộc huyện Cam Lâm". */
  readonly among: string;
  /** "huyện": for the title of the chart. */
  readonly unit: string;
  readonly limit: Limit | null;
  /** How many lines to list; null = all that fit a phone. */
  readonly top: number | null;
  readonly marked: string | null;
  /** Levels that could have been meant too, because none was said. */
  readonly instead: readonly Level[];
};

/** Rows shown when nobody asked for a number of them. */
const ROWS_SHOWN = 15;

/** The reply to /xep-hang: the order with counts beside the rates, and what was not ranked and why. */
export function rankingReply(
  answer: RankingAnswer,
  words: RankingWords,
  notes: readonly Block[] = [],
): Reply {
  const shown = answer.ranked.slice(0, words.top ?? ROWS_SHOWN);
  const { snapshots } = answer;
  return {
    blocks: [
      { kind: 'headline', line: headline(answer, words) },
      ...notes,
      ...levelChosenBlock(words),
      ...overLimitBlock(answer, words),
      { kind: 'table', header: ['Đơn vị', 'Tỷ lệ', 'Hồ sơ'], rows: shown.map(row) },
      ...restBlock(answer, shown.length),
      ...smallBlock(answer),
      ...missingBlock(answer),
      { kind: 'note', line: [`Kỳ: ${periodWithDays(answer.period)}`] },
      sourceBlock(snapshots),
    ],
    chart: rankingChart(answer, words),
    choices: [
      ...shown.slice(0, 3).map(({ agency }) => ({
        label: agency.shortName,
        send: agencyQuestion(answer.metric, agency, answer.period),
      })),
      ...words.instead.map((level) => insteadChoice(answer, level)),
    ],
    topic: { agency: null, period: periodKey(answer.period), metric: answer.metric },
    snapshots: snapshots.map(({ id }) => id),
  };
}

/** No level was said: which one was taken, and the others to tap. */
function levelChosenBlock({ among, instead }: RankingWords): readonly Block[] {
  return instead.length === 0
    ? []
    : [
        {
          kind: 'note',
          line: [`Chưa nêu cấp nên xếp hạng trong ${among}; cấp khác chọn bên dưới.`],
        },
      ];
}

function insteadChoice({ metric, order, period }: RankingAnswer, level: Level): Choice {
  const asking = { among: { level, within: null }, metric, order, periods: [period] };
  return {
    label: capital(peersOfLevel(level)),
    send: questionText('xep-hang', asking),
  };
}

/** The figures of a total in place of a ranking that cannot be made: units publish no figures of their own. */
export function insteadOfRanking(reply: Reply): Reply {
  const [first, ...rest] = reply.blocks;
  const why: Block = {
    kind: 'warning',
    line: ['Chưa xếp hạng được chỉ tiêu này theo từng đơn vị; đây là số chung.'],
  };
  return first === undefined ? reply : { ...reply, blocks: [first, why, ...rest] };
}

function headline(answer: RankingAnswer, words: RankingWords): Line {
  const first = answer.ranked[0];
  const end = ` — ${metricName(answer.metric)}, ${words.among}, ${periodName(answer.period)}`;
  if (first === undefined) return [{ strong: 'Chưa xếp hạng được' }, end];
  const place =
    answer.order === 'worst'
      ? answer.metric === 'overdue'
        ? 'cao nhất'
        : 'thấp nhất'
      : answer.metric === 'overdue'
        ? 'thấp nhất'
        : 'cao nhất';
  return [
    { strong: `${first.agency.shortName} ${percent(first.rate.hundredths)}` },
    ` ${place}${end}`,
  ];
}

function row({ agency, rate, place }: Ranked): readonly string[] {
  const counts =
    rate.fraction === null ? '' : quotient(rate.fraction.numerator, rate.fraction.denominator);
  return [`${String(place)}. ${agency.shortName}`, percent(rate.hundredths), counts];
}

function overLimit(answer: RankingAnswer, limit: Limit): number {
  return [...answer.ranked, ...answer.small].filter(({ rate }) => !isKept(limit, rate)).length;
}

function overLimitBlock(answer: RankingAnswer, { limit, unit }: RankingWords): readonly Block[] {
  if (limit === null || answer.metric !== 'overdue') return [];
  const total = answer.ranked.length + answer.small.length;
  const over = overLimit(answer, limit);
  return [
    {
      kind: 'text',
      line: [
        `${String(over)}/${String(total)} ${unit} từ ${shortPercent(limit.threshold)} trở lên.`,
      ],
    },
  ];
}

function restBlock(answer: RankingAnswer, shown: number): readonly Block[] {
  const rest = answer.ranked.length - shown;
  return rest > 0 ? [{ kind: 'note', line: [`Còn ${String(rest)} đơn vị nữa.`] }] : [];
}

function smallBlock({ small, minimumVolume }: RankingAnswer): readonly Block[] {
  if (small.length === 0) return [];
  const items = small.map(({ agency, rate }) =>
    rate.fraction === null
      ? agency.shortName
      : `${agency.shortName} ${quotient(rate.fraction.numerator, rate.fraction.denominator)}`,
  );
  const words = `Dưới ${count(minimumVolume)} hồ sơ, không xếp hạng: ${items.join(', ')}.`;
  return [{ kind: 'note', line: [words] }];
}

function missingBlock({ missing }: RankingAnswer): readonly Block[] {
  if (missing.length === 0) return [];
  const names = missing.slice(0, 5).map(({ shortName }) => shortName);
  const more = missing.length > 5 ? ` và ${String(missing.length - 5)} đơn vị khác` : '';
  return [{ kind: 'note', line: [`Chưa có số liệu kỳ này: ${names.join(', ')}${more}.`] }];
}

/** The ranking as a picture, with the limit as a line. */
function rankingChart(answer: RankingAnswer, words: RankingWords): ChartRequest | null {
  if (answer.ranked.length === 0) return null;
  const limit = answer.metric === 'overdue' ? words.limit : null;
  const total = answer.ranked.length + answer.small.length;
  return {
    kind: 'ranking',
    title:
      limit === null
        ? `${capital(METRIC_WORDS[answer.metric])}: ${words.among}`
        : `${String(overLimit(answer, limit))}/${String(total)} ${words.unit} trễ hạn từ ${shortPercent(limit.threshold)} trở lên`,
    subtitle: `${capital(metricName(answer.metric))} (%), ${words.among}, ${periodName(answer.period)}`,
    source: sourceText(answer.snapshots),
    bars: answer.ranked
      .slice(0, words.top ?? MOST_BARS)
      .map(({ agency, rate }) =>
        bar(agency.shortName, { kind: 'rate', rate }, agency.id === words.marked),
      ),
    limit: limitLine(limit),
  };
}

/** Said when no period has figures for most of the agencies. */
export function noRankingReply(
  answer: NoRanking,
  metric: Metric,
  notes: readonly Block[] = [],
): Reply {
  const when = answer.asked === null ? '' : ` ${periodName(answer.asked)}`;
  const instead =
    answer.available.length === 0
      ? []
      : [`Xếp hạng được: ${answer.available.slice(0, 6).map(periodName).join(', ')}.`];
  return textReply([
    {
      kind: 'headline',
      line: [{ strong: 'Chưa đủ số liệu để xếp hạng' }, ` ${METRIC_WORDS[metric]}${when}`],
    },
    ...instead.map((line): Block => ({ kind: 'text', line: [line] })),
    ...notes,
  ]);
}
