import type { Agency } from '../agencies/agency.ts';
import type { Period } from '../calendar/period.ts';
import type { Metric, OverdueFormula } from '../figures/metric.ts';
import { labelOf } from './agency-names.ts';
import { FORMULA_WORDS, metricName } from './metric-words.ts';
import { periodName } from './period-names.ts';
import type { Block } from './reply.ts';
import { listed } from './sentence.ts';

/** What was assumed and not said; null or empty for what was said outright. */
export type Assumed = {
  readonly agencies: readonly Agency[];
  readonly metric: Metric | null;
  /** The periods the question was completed to; "cùng kỳ vừa hỏi" if that can only be told by the answer. */
  readonly periods: readonly Period[] | 'asBefore' | null;
  /** Words nothing could be made of. */
  readonly unread: string;
};

/** "Tôi hiểu: tỷ lệ hồ sơ trễ hạn, UBND thành phố Nha Trang, quý III/2023." Nothing assumed, nothing said. */
export function understoodBlocks({ agencies, metric, periods, unread }: Assumed): readonly Block[] {
  const parts = [
    metric === null ? null : metricName(metric),
    agencies.length === 0 ? null : listed(agencies.map(({ name }) => name)),
    periods === null ? null : periodWords(periods),
  ].filter((part) => part !== null);
  const assumed: readonly Block[] =
    parts.length === 0 ? [] : [{ kind: 'note', line: [`Tôi hiểu: ${parts.join(', ')}.`] }];
  const ignored: readonly Block[] =
    unread === '' ? [] : [{ kind: 'note', line: [`Chưa hiểu phần: “${unread.slice(0, 80)}”.`] }];
  return [...assumed, ...ignored];
}

/** "Đứng đầu" of what is late was taken for the most of it. */
export function orderBlock(metric: Metric): Block {
  return { kind: 'note', line: [`Hiểu “đứng đầu” là ${metricName(metric)} cao nhất.`] };
}

/** A share of all that was received was asked for: no report counts what is late so. */
export const NOT_OF_RECEIVED: Block = {
  kind: 'note',
  line: ['Không báo cáo nào tính trên tổng số tiếp nhận; đây là theo công thức của tỉnh.'],
};

/** Where there is nothing by the formula that was asked for: there may be by another. */
export function byFormulaBlock(formula: OverdueFormula): Block {
  return { kind: 'note', line: [`Chỉ tìm số tính theo: ${FORMULA_WORDS[formula]}.`] };
}

/** An agency, and where it lies; null where its name says that. */
type Placed = { readonly agency: Agency; readonly place: Agency | null };

/** Of several of one name the one that existed in the period, and those that bear the name today. */
export function existingThenBlock({ agency, place }: Placed, current: readonly Placed[]): Block {
  const today = listed(current.map((one) => labelOf(one.agency, one.place)));
  const now = today === '' ? '' : `; hiện nay còn có ${today}`;
  return {
    kind: 'note',
    line: [`Tôi hiểu: ${labelOf(agency, place)}, cơ quan có trong kỳ được hỏi${now}.`],
  };
}

/** Of several of one name the one of today, because the question is about now. */
export function existingTodayBlock({ agency, place }: Placed): Block {
  return {
    kind: 'note',
    line: [`Tôi hiểu: ${labelOf(agency, place)}; đơn vị trước đó cùng tên: thêm “cũ” sau tên.`],
  };
}

/** Words beside an agency's name were taken for a field of work. */
export function fieldBlock(typed: string): Block {
  return { kind: 'note', line: [`Hiểu “${typed}” là lĩnh vực.`] };
}

/** Agencies that were named too, where an answer is about one at a time. */
export function leftOutBlocks(agencies: readonly Agency[]): readonly Block[] {
  if (agencies.length === 0) return [];
  const names = listed(agencies.map(({ name }) => name));
  return [{ kind: 'note', line: [`Mỗi lần trả lời một đơn vị; xin hỏi riêng: ${names}.`] }];
}

function periodWords(periods: readonly Period[] | 'asBefore'): string {
  return periods === 'asBefore' ? 'cùng kỳ vừa hỏi' : listed(periods.map(periodName));
}
