import { periodKey } from '../calendar/periods.ts';
import { DEFAULT_FORMULA, type FormulaId, type Metric } from '../figures/metric.ts';
import type { NoFigures } from '../queries/no-figures.ts';
import type { RateAnswer } from '../queries/rate-answer.ts';
import { type Rate, snapshotOf } from '../queries/rate.ts';
import { vainPeriod, vainText } from './impossible-period.ts';
import { FORMULA_USERS, FORMULA_WORDS, metricName } from './metric-words.ts';
import { percent, quotient } from './numbers.ts';
import { periodNames } from './other-periods.ts';
import { periodName } from './period-names.ts';
import type { Block, Line, Reply } from './reply.ts';
import { NO_TOPIC } from './reply.ts';
import { capital } from './sentence.ts';
import { documentName } from './source-line.ts';

/** The formulas in use for each metric, the default first (domain.md section 2). */
const FORMULAS: Readonly<Record<Metric, readonly FormulaId[]>> = {
  overdue: ['OVERDUE_TOTAL_OVER_HANDLED', 'OVERDUE_RESOLVED_ONLY'],
  onTime: ['ON_TIME_OF_RESOLVED', 'NATIONAL_ON_TIME'],
  dossiers: [],
  online: [
    'ONLINE_OVER_PUBLISHED_ONLINE',
    'ONLINE_OVER_RECEIVED_NEW',
    'ONLINE_OVER_RECEIVED',
    'ONLINE_OVER_RESOLVED',
  ],
  onlineFull: ['ONLINE_OVER_PUBLISHED_ONLINE'],
  onlinePartial: ['ONLINE_OVER_PUBLISHED_ONLINE'],
  onlinePayment: [],
  postal: ['POSTAL_OVER_RESOLVED', 'POSTAL_OVER_RECEIVED'],
  digitization: [],
  electronicResults: [],
  satisfaction: [],
  reformIndex: [],
  provinceRank: [],
  serviceIndex: [],
};

/** The reply to /cong-thuc: every formula in use for the metric, with the numbers of an example put in. */
export function formulaReply(
  metric: Metric,
  asked: RateAnswer | NoFigures | null,
  notes: readonly Block[] = [],
): Reply {
  const formulas = FORMULAS[metric];
  const example = asked?.kind === 'rate' ? asked : null;
  const blocks: Block[] = [
    { kind: 'headline', line: [{ strong: `Cách tính ${metricName(metric)}` }] },
    ...notes,
    ...(formulas.length === 0
      ? [
          {
            kind: 'text',
            line: ['Số liệu lấy nguyên từ văn bản; văn bản không nêu công thức và số hồ sơ.'],
          } as const,
        ]
      : [{ kind: 'list', items: formulas.map(formulaItem) } as const]),
    ...exampleBlocks(example),
    ...(asked?.kind === 'noFigures' ? missingBlocks(asked) : []),
    ...(metric === 'overdue' ? [defaultNote(example)] : []),
  ];
  return {
    blocks,
    chart: null,
    choices: [],
    topic:
      example === null
        ? { ...NO_TOPIC, metric }
        : { agency: example.agency.id, period: periodKey(example.period), metric },
    snapshots: [],
  };
}

/** "109/14.114 = 0,77% (công thức của tỉnh)"; "2,00% (văn bản không nêu công thức)". */
function exampleItem({ fraction, formula, hundredths }: Rate): Line {
  const counts =
    fraction === null ? '' : `${quotient(fraction.numerator, fraction.denominator)} = `;
  const user = formula === null ? 'văn bản không nêu công thức' : FORMULA_USERS[formula];
  return [counts, { strong: percent(hundredths) }, ` (${user})`];
}

/** Names the table of the example as using the province's formula, if it says that it does. */
function defaultNote(example: RateAnswer | null): Block {
  const table = example?.rates
    .map(({ state }) => snapshotOf(state))
    .find(({ formula }) => formula === DEFAULT_FORMULA.overdue);
  const where = table === undefined ? '' : ` (${documentName(table)})`;
  const words = `Mặc định dùng công thức của tỉnh${where}. Ngưỡng được so trên phân số chính xác, không trên số đã làm tròn.`;
  return { kind: 'note', line: [words] };
}

function formulaItem(formula: FormulaId): Line {
  return [{ strong: capital(FORMULA_USERS[formula]) }, `: ${FORMULA_WORDS[formula]}`];
}

/** There is none of the period that was asked for: those there are follow. */
function missingBlocks({ asked, agency, available }: NoFigures): readonly Block[] {
  if (asked === null) return [];
  const nothing = `Chưa có số liệu của ${agency.name}${vainPeriod(asked, ', ')} để làm ví dụ`;
  const others = available.length === 0 ? '' : ` Hiện có: ${periodNames(available)}.`;
  return [{ kind: 'note', line: [`${vainText(asked, nothing)}.${others}`] }];
}

function exampleBlocks(example: RateAnswer | null): readonly Block[] {
  if (example === null) return [];
  const items = example.rates.flatMap(({ state }): Line[] =>
    state.kind === 'rate' ? [exampleItem(state.rate)] : [],
  );
  if (items.length === 0) return [];
  return [
    { kind: 'text', line: [`Ví dụ ${example.agency.name}, ${periodName(example.period)}:`] },
    { kind: 'list', items },
  ];
}
