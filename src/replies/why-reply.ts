import type { Agency } from '../agencies/agency.ts';
import { exactName, questionText } from '../asking/question-text.ts';
import type { Period } from '../calendar/period.ts';
import { periodKey } from '../calendar/periods.ts';
import type { Metric } from '../figures/metric.ts';
import { overdueTotal } from '../figures/rate.ts';
import type { Contribution } from '../queries/contributions.ts';
import type { RateAnswer } from '../queries/rate-answer.ts';
import { doubtBlocks } from './doubt-lines.ts';
import { count, percent } from './numbers.ts';
import { periodBlock, periodTitle } from './period-block.ts';
import { rateChart } from './rate-chart.ts';
import { leadBlocks, leadHeadline, type RateLead } from './rate-lead.ts';
import { judgedText } from './rate-verdict.ts';
import type { Block, Choice, Line, Reply } from './reply.ts';
import { citedBy, sourceBlock } from './source-line.ts';

/** Figures tell where, and never why. */
export const NO_REASON = 'Số liệu không nêu nguyên nhân';

/** Why there are no figures of a period: nothing tells more than that nobody reported them. */
export const NOT_REPORTED: Block = {
  kind: 'note',
  line: ['Chưa báo cáo nào được nạp nêu số này của kỳ được hỏi; lý do không được ghi.'],
};

/** Units or fields that are named: a leader asks for the worst, and not for a table. */
const MOST_NAMED = 5;

const NUMBER_FIRST: RateLead = { number: 'overdue', sieve: null, asks: null };

/** The reply to "vì sao?": who has the late dossiers, as far as figures tell, and what else can be asked. */
export function whyReply(answer: RateAnswer, notes: readonly Block[]): Reply {
  const { agency, period, metric } = answer;
  const worst = answer.contributions.filter(({ overdue }) => overdue > 0);
  const { snapshots, places } = citedBy(answer.rates.map(({ state }) => state));
  return {
    blocks: [
      { kind: 'headline', line: headline(answer, worst) },
      ...notes,
      ...worstBlocks(worst),
      ...partsBlocks(answer),
      ...standingBlocks(answer),
      { kind: 'note', line: [noteText(answer, worst)] },
      ...doubtBlocks(answer.doubts),
      periodBlock(answer),
      sourceBlock(snapshots, places),
    ],
    chart: worst.length === 0 ? null : rateChart(answer),
    choices: [...worstChoices(answer, worst), ...whyChoices({ metric, agency, period })],
    topic: { agency: agency.id, period: periodKey(period), metric },
    snapshots: [...new Set(snapshots.map(({ id }) => id))],
  };
}

/** Where figures come from, how they are computed, and which units are below: what can be told. */
export function whyChoices({
  metric,
  agency,
  period,
}: {
  readonly metric: Metric;
  readonly agency: Agency;
  readonly period: Period;
}): readonly Choice[] {
  const asked = { agencies: [exactName(agency)], metric, periods: [period] };
  const within = { level: 'commune', within: agency.id } as const;
  const below = { metric, among: within, periods: [period] };
  return [
    { label: 'Nguồn số liệu', send: questionText('nguon', asked) },
    { label: 'Cách tính', send: questionText('cong-thuc', asked) },
    ...(agency.level === 'district'
      ? [{ label: 'Các đơn vị cấp xã', send: questionText('xep-hang', below) }]
      : []),
  ];
}

/** "Sở TNMT và VPĐKĐĐ 1.238/2.597 hồ sơ trễ hạn, nhiều nhất — Tỉnh Khánh Hòa, năm 2023". */
function headline(answer: RateAnswer, [first]: readonly Contribution[]): Line {
  const total = answer.counts === null ? null : overdueTotal(answer.counts);
  if (first === undefined || total === null) {
    return [{ strong: NO_REASON }, ': ', ...leadHeadline(answer, NUMBER_FIRST)];
  }
  const end = `, nhiều nhất — ${answer.agency.name}, ${periodTitle(answer)}`;
  return [
    { strong: `${nameOf(first)} ${count(first.overdue)}/${count(total)} hồ sơ trễ hạn` },
    end,
  ];
}

function worstBlocks(worst: readonly Contribution[]): readonly Block[] {
  if (worst.length === 0) return [];
  const items = worst.slice(0, MOST_NAMED).map((one): Line => {
    const rate = one.state?.kind === 'rate' ? ` (${percent(one.state.rate.hundredths)})` : '';
    return [`${nameOf(one)}: `, { strong: count(one.overdue) }, ` hồ sơ trễ hạn${rate}`];
  });
  return [{ kind: 'list', items }];
}

/** "Trễ hạn 109: đã giải quyết 91, đang giải quyết 18.": what is still pending can be helped. */
function partsBlocks(answer: RateAnswer): readonly Block[] {
  return answer.counts === null ? [] : leadBlocks({ ...answer, metric: 'overdue' }, NUMBER_FIRST);
}

/** Who is asked why is asked because of it: "9,26% hồ sơ trễ hạn: vượt mục tiêu 5% (không đạt)." */
function standingBlocks(answer: RateAnswer): readonly Block[] {
  const text = judgedText({ answer, number: null, sieve: null, asks: 'verdict' });
  return text === null ? [] : [{ kind: 'text', line: [`${text}.`] }];
}

function noteText({ agency }: RateAnswer, worst: readonly Contribution[]): string {
  return worst.length > 0
    ? 'Số liệu cho biết hồ sơ trễ ở đâu, không nêu nguyên nhân.'
    : `Nguồn không tách hồ sơ trễ hạn của ${agency.name} theo đơn vị hay lĩnh vực.`;
}

function worstChoices({ period }: RateAnswer, worst: readonly Contribution[]): readonly Choice[] {
  return worst.slice(0, 2).flatMap(({ agency }) =>
    agency === null
      ? []
      : [
          {
            label: `Vì sao ${agency.shortName}?`,
            send: questionText('tre-han', {
              agencies: [exactName(agency)],
              asks: 'why',
              periods: [period],
            }),
          },
        ],
  );
}

function nameOf({ agency, field }: Contribution): string {
  return agency?.shortName ?? field ?? '';
}
