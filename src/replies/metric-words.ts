import {
  type FormulaId,
  type Metric,
  type OverdueFormula,
  otherFormula,
} from '../figures/metric.ts';
import { decimal, percent } from './numbers.ts';

/** The metric as the subject of a sentence: "hồ sơ trễ hạn", "hài lòng". */
export const METRIC_WORDS: Readonly<Record<Metric, string>> = {
  overdue: 'hồ sơ trễ hạn',
  onTime: 'hồ sơ đúng hạn',
  dossiers: 'hồ sơ tiếp nhận, giải quyết',
  online: 'hồ sơ trực tuyến',
  onlineFull: 'hồ sơ trực tuyến toàn trình',
  onlinePartial: 'hồ sơ trực tuyến một phần',
  onlinePayment: 'thanh toán trực tuyến',
  postal: 'hồ sơ qua bưu chính công ích',
  digitization: 'số hóa hồ sơ, kết quả giải quyết',
  electronicResults: 'cấp kết quả điện tử',
  satisfaction: 'chỉ số hài lòng',
  reformIndex: 'chỉ số cải cách hành chính',
  provinceRank: 'thứ hạng PAR Index, PCI, PAPI, PACA của tỉnh',
  serviceIndex: 'chỉ số phục vụ người dân, doanh nghiệp (Bộ chỉ số 766)',
};

/** The metric with its kind of number: "tỷ lệ hồ sơ trễ hạn", "chỉ số hài lòng". */
export function metricName(metric: Metric): string {
  const bare: readonly Metric[] = [
    'dossiers',
    'onlinePayment',
    'satisfaction',
    'reformIndex',
    'provinceRank',
    'serviceIndex',
  ];
  return bare.includes(metric) ? METRIC_WORDS[metric] : `tỷ lệ ${METRIC_WORDS[metric]}`;
}

/** The same with its formula where that is not the one which is meant by default: the number alone would be taken for another. */
export function rateName(metric: Metric, formula: OverdueFormula | null): string {
  const other = otherFormula(formula);
  return `${metricName(metric)}${other === null ? '' : ` (${FORMULA_USERS[other]})`}`;
}

/** A rate as it is said of a metric: "0,77%", or "64,62 điểm" of an index of 100 points. */
export function rateWords(metric: Metric, hundredths: number): string {
  return metric === 'serviceIndex' ? `${decimal(hundredths)} điểm` : percent(hundredths);
}

/** What a formula divides by what, in a leader's words. */
export const FORMULA_WORDS: Readonly<Record<FormulaId, string>> = {
  OVERDUE_TOTAL_OVER_HANDLED:
    '(đã giải quyết trễ hạn + đang giải quyết trễ hạn) ÷ (đã giải quyết + đang giải quyết)',
  OVERDUE_RESOLVED_ONLY: 'đã giải quyết trễ hạn ÷ đã giải quyết',
  ON_TIME_OF_RESOLVED: 'đã giải quyết trước hạn và đúng hạn ÷ đã giải quyết',
  ONLINE_OVER_PUBLISHED_ONLINE:
    'hồ sơ nộp trực tuyến ÷ hồ sơ phát sinh của các thủ tục đã công bố trực tuyến',
  ONLINE_OVER_RECEIVED_NEW: 'hồ sơ nộp trực tuyến ÷ hồ sơ mới tiếp nhận trong kỳ',
  ONLINE_OVER_RECEIVED: 'hồ sơ nộp trực tuyến ÷ tổng số hồ sơ tiếp nhận',
  ONLINE_OVER_RESOLVED: 'hồ sơ nộp trực tuyến ÷ hồ sơ đã giải quyết',
  POSTAL_OVER_RESOLVED: 'hồ sơ qua bưu chính công ích ÷ hồ sơ đã giải quyết',
  POSTAL_OVER_RECEIVED: 'hồ sơ qua bưu chính công ích ÷ hồ sơ tiếp nhận',
  NATIONAL_ON_TIME: '(đã giải quyết đúng hạn + đang giải quyết trong hạn) ÷ tiếp nhận',
};

/** Who uses a formula: put after a rate when two stand side by side. */
export const FORMULA_USERS: Readonly<Record<FormulaId, string>> = {
  OVERDUE_TOTAL_OVER_HANDLED: 'công thức của tỉnh',
  OVERDUE_RESOLVED_ONLY: 'chỉ tính hồ sơ đã giải quyết',
  ON_TIME_OF_RESOLVED: 'tính trên hồ sơ đã giải quyết',
  ONLINE_OVER_PUBLISHED_ONLINE: 'tính trên thủ tục đã công bố trực tuyến',
  ONLINE_OVER_RECEIVED_NEW: 'tính trên hồ sơ mới tiếp nhận',
  ONLINE_OVER_RECEIVED: 'tính trên tổng tiếp nhận',
  ONLINE_OVER_RESOLVED: 'tính trên hồ sơ đã giải quyết',
  POSTAL_OVER_RESOLVED: 'tính trên hồ sơ đã giải quyết',
  POSTAL_OVER_RECEIVED: 'tính trên hồ sơ tiếp nhận',
  NATIONAL_ON_TIME: 'cách tính của Cổng Dịch vụ công quốc gia',
};

/** "Chưa nêu công thức" stands for a rate whose document does not say how it was computed. */
export function formulaWords(formula: FormulaId | null): string {
  return formula === null ? 'văn bản không nêu công thức' : FORMULA_WORDS[formula];
}
