import type { Agency } from '../agencies/agency.ts';
import { agencyQuestion, type RateAsk } from '../asking/question-text.ts';
import { periodKey } from '../calendar/periods.ts';
import type { Metric } from '../figures/metric.ts';
import type { GradedAnswer, StatementAnswer } from '../queries/statement-answer.ts';
import { barredText, type GradeLimit, limitTexts } from './grade-limits.ts';
import { gradedText, partLine, unprintedText } from './grade-words.ts';
import { METRIC_WORDS } from './metric-words.ts';
import { periodBlock, periodTitle } from './period-block.ts';
import { periodName } from './period-names.ts';
import { type Block, type Choice, type Line, type Reply, textBlocks } from './reply.ts';
import { capital } from './sentence.ts';
import { sourceBlock } from './source-line.ts';
import { statedParts } from './stated-parts.ts';

/** What a document counts and grades in place of a rate, and what goes with it. */
type Graded = {
  readonly answer: GradedAnswer;
  /** Those that refuse a grade, or say what it takes. */
  readonly limits: readonly GradeLimit[];
  /** `target`: the limits are asked for. */
  readonly asks: RateAsk | null;
  /** What else documents tell of the same agency. */
  readonly beside: Metric | null;
};

/** The reply to the grading of agencies, to the places of the province among all, and to a department's own scoring. */
export function gradedReply(graded: Graded, notes: readonly Block[] = []): Reply {
  const { answer, limits } = graded;
  const { main, asked, period, metric } = answer;
  const parts = statedParts(main.statement);
  return {
    blocks: [
      { kind: 'headline', line: headline(graded) },
      ...notes,
      ...insteadBlocks(answer),
      { kind: 'list', items: parts.map((part): Line => [partLine(metric, part)]) },
      ...textBlocks([...limitTexts(limits), unprintedText(parts), ofWhomText(answer)]),
      periodBlock(answer),
      sourceBlock([main.snapshot]),
    ],
    chart: null,
    choices: choicesOf(graded),
    topic: { agency: asked.id, period: periodKey(period), metric },
    snapshots: [main.snapshot.id],
  };
}

/** "35/42 cơ quan xếp loại Tốt, 6 Khá … — Tỉnh Khánh Hòa, năm 2023"; the limits in its place where they are asked for. */
function headline({ answer, limits, asks }: Graded): Line {
  const { main, agency, metric } = answer;
  const strong = gradedText(metric, statedParts(main.statement));
  const end = `${subjectOf(metric)} — ${agency.name}, ${periodTitle(answer)}`;
  const barred = asks === 'target' ? barredText(limits) : null;
  return barred === null ? [{ strong }, end] : [{ strong: barred }];
}

function subjectOf(metric: Metric): string {
  if (metric === 'provinceRank') return '';
  return metric === 'reformIndex'
    ? ' về cải cách hành chính'
    : `: tự đánh giá theo ${METRIC_WORDS[metric]}`;
}

function choicesOf({ answer, beside }: Graded): readonly Choice[] {
  const { asked, metric, otherPeriods } = answer;
  const periods = otherPeriods.slice(0, 3).map((other) => ({
    label: capital(periodName(other)),
    send: agencyQuestion(metric, asked, other),
  }));
  return beside === null ? periods : [...periods, besideChoice(asked, beside)];
}

function besideChoice(agency: Agency, metric: Metric): Choice {
  const label = metric === 'reformIndex' ? 'Xếp loại cơ quan' : 'PAR Index, PCI, PAPI';
  return { label, send: agencyQuestion(metric, agency, null) };
}

/** Said outright when what is known is of all agencies, and nothing of the one asked about. */
function insteadBlocks({ asked, agency, metric }: StatementAnswer): readonly Block[] {
  if (asked.id === agency.id) return [];
  const what = metric === 'reformIndex' ? 'chỉ số, xếp loại' : 'số liệu';
  const none = `Chưa có ${what} riêng của ${asked.name}; đây là kết quả chung của ${agency.name}`;
  const scope = isOfCommunes(asked) && metric === 'reformIndex' ? NO_COMMUNES : '';
  return [{ kind: 'warning', line: [`${none}${scope}.`] }];
}

/** Documents grade some forty agencies, and the province has more than a hundred communes. */
const NO_COMMUNES = ', văn bản không xếp loại cấp xã';

function isOfCommunes({ level, memberLevel }: Agency): boolean {
  return level === 'commune' || memberLevel === 'commune';
}

/** Whose grades they are: of the agencies under it, and not its own. */
function ofWhomText({ agency, metric }: StatementAnswer): string | null {
  if (metric === 'serviceIndex') return OWN_SCORING;
  if (metric !== 'reformIndex' || agency.level === 'province') return null;
  return `Đây là kết quả ${agency.name} xếp loại các cơ quan, đơn vị của mình, không phải xếp loại của ${agency.name}.`;
}

const OWN_SCORING =
  'Cơ quan tự chấm theo kỳ báo cáo; không so được với điểm Bộ chỉ số 766 trên Cổng Dịch vụ công quốc gia.';
