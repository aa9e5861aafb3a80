import {
  type ImpossiblePeriod,
  type MeantPeriod,
  type PeriodProblem,
  isImpossible,
} from '../calendar/period.ts';
import type { Metric } from '../figures/metric.ts';
import { short } from './agency-choices.ts';
import { METRIC_WORDS } from './metric-words.ts';
import { periodName } from './period-names.ts';
import type { Line } from './reply.ts';

/** What is wrong with a period that cannot be; `typed` is it as it was written, in quotation marks. */
const WORDS: Readonly<Record<PeriodProblem, (typed: string) => string>> = {
  noSuchYear: (typed) => `Không có kỳ ${typed}: năm chỉ từ 2000 đến 2099`,
  noSuchHalf: (typed) => `Một năm chỉ có hai nửa, không có ${typed}`,
  noSuchQuarter: (typed) => `Một năm chỉ có 4 quý, không có ${typed}`,
  noSuchMonth: (typed) => `Một năm chỉ có 12 tháng, không có ${typed}`,
  noSuchDay: (typed) => `Lịch không có ${typed}`,
  endsBeforeStart: (typed) => `Kỳ ${typed} kết thúc trước khi bắt đầu`,
  yearNeeded: (typed) => `Kỳ ${typed} chưa nói năm nào`,
  endNeeded: (typed) => `Kỳ ${typed} chưa có ngày cuối`,
};

/** "Một năm chỉ có 4 quý, không có “quý 5 năm 2023”": for a first line, without a full stop. */
function impossibleText({ problem, text }: ImpossiblePeriod): string {
  return WORDS[problem](quoted(text));
}

/** What a comparison begins with where its period cannot be. */
export function impossibleHeadline(period: ImpossiblePeriod, metric: Metric): Line {
  return [{ strong: impossibleText(period) }, ` — so sánh ${METRIC_WORDS[metric]}`];
}

/** What a reply without figures begins with: that there are none, or that there can be none of this period. */
export function vainText(asked: MeantPeriod | null, nothing: string): string {
  return isImpossible(asked) ? impossibleText(asked) : nothing;
}

/** The period asked for in vain, behind a comma or a space; one that cannot be stands at the beginning already. */
export function vainPeriod(asked: MeantPeriod | null, joint: string): string {
  return asked === null || isImpossible(asked) ? '' : `${joint}${periodName(asked)}`;
}

function quoted(text: string): string {
  return `“${short(text)}”`;
}
