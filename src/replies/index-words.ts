import { asPeriod } from '../calendar/calendar-period.ts';
import type { IndexGroup, IndexScore } from '../figures/index-score.ts';
import type { IndexAnswer } from '../queries/index-answer.ts';
import { count, decimal, quotient } from './numbers.ts';

/** As the portal calls its groups. */
export const GROUP_WORDS: Readonly<Record<IndexGroup, string>> = {
  transparency: 'Công khai, minh bạch',
  progress: 'Tiến độ giải quyết',
  onlineService: 'Dịch vụ trực tuyến',
  onlinePayment: 'Thanh toán trực tuyến',
  digitization: 'Số hóa hồ sơ',
  satisfaction: 'Mức độ hài lòng',
};

/** The period of an index as other replies know it. */
export function ofPeriod({ period, timeliness }: Pick<IndexAnswer, 'period' | 'timeliness'>) {
  return { period: asPeriod(period), timeliness };
}

/** What is counted that brings no points, by the portal's codes: said after "134/1.350". */
const LACKING: ReadonlyMap<string, string> = new Map([
  ['PUBLISH_ON_TIME', 'thủ tục công bố chậm'],
  ['PUBLIC_UPDATE_ON_TIME', 'thủ tục cập nhật, công khai chậm'],
  ['PUBLIC_CONTENT_FULL', 'thủ tục công khai chưa đủ nội dung'],
  ['DOSSIER_SYNC', 'hồ sơ chưa đồng bộ lên Cổng'],
  ['ORIGINAL_RESULT_AVAILABLE', 'hồ sơ chưa có kết quả điện tử'],
  ['SO_HOA_GIAY_TO_GIAI_QUYET', 'hồ sơ chưa số hóa'],
  ['REUSED_DIGITIZED_DATA', 'hồ sơ chưa dùng lại dữ liệu số hóa'],
  ['SYNCED_WITH_DVCQG_PERSONAL_STORAGE', 'hồ sơ chưa chia sẻ dữ liệu số hóa để dùng lại'],
  ['CITIZEN_DATA_CONNECTED_DOSSIER', 'hồ sơ chưa dùng dữ liệu dân cư'],
  ['CITIZEN_DATA_CONNECTED_FORMALITY', 'thủ tục chưa kết nối dữ liệu dân cư'],
  ['DOSSIER_RECEIVING_SATISFACTION', 'hồ sơ chưa được tính là hài lòng'],
  ['PETITION_PROCESSING_ON_TIME', 'phản ánh, kiến nghị xử lý chậm'],
  ['PETITION_HANDLING_SATISFACTION', 'phản ánh, kiến nghị chưa hài lòng với cách xử lý'],
  ['authorityCount', 'thủ tục chưa cung cấp trực tuyến'],
  ['channelOnlineSum', 'hồ sơ không nộp trực tuyến'],
  ['totalDossierOnlinePaymentSuccess', 'hồ sơ có phí chưa thanh toán trực tuyến'],
  ['totalDossierOnlineFormalityPaymentSuccess', 'thủ tục có phí chưa có thanh toán trực tuyến'],
]);

/** What the portal says about the quality of a number. */
const FLAG_WORDS: ReadonlyMap<string, string> = new Map([
  ['TEMP_NATIONAL_REPORT_DENOMINATOR', 'mẫu số tạm, Cổng còn thay'],
  ['NO_NATIONAL_REPORT_DATA', 'không có dữ liệu báo cáo tổng hợp'],
]);

/** Hundredths of a point: "9,34", "22". */
export function pointsText(hundredths: number): string {
  return decimal(hundredths).replace(/,00$/u, '');
}

/** "134/1.350 hồ sơ trễ hạn": what a loss means in counts; null where nothing is counted, or nothing is lacking. */
export function lackingText({
  group,
  part,
  name,
  numerator,
  denominator,
}: IndexScore): string | null {
  if (numerator === null || denominator === null || denominator === 0) return null;
  if (numerator >= denominator) return null;
  const words = part === null ? group === 'progress' && 'hồ sơ trễ hạn' : LACKING.get(part);
  const lacking = quotient(denominator - numerator, denominator);
  if (words) return `${lacking} ${words}`;
  return `${lacking} chưa đạt “${nameOf({ name, part })}”`;
}

/** The portal's own name without the word for rate that all begin with, or its code where it gives none. */
export function nameOf({ name, part }: Pick<IndexScore, 'name' | 'part'>): string {
  return name?.replace(/^Tỷ lệ\s+/u, '') ?? part ?? '';
}

/** What is said of flagged numbers, each thing once: "mẫu số tạm, Cổng còn thay (Tỷ lệ hồ sơ đồng bộ)". */
export function flagTexts(scores: readonly IndexScore[]): readonly string[] {
  const flagged = scores.flatMap((score) =>
    score.flags.map(({ code, message }) => ({
      words: FLAG_WORDS.get(code) ?? message?.replace(/\.\s*$/u, '') ?? code,
      name: nameOf(score),
    })),
  );
  return [...Map.groupBy(flagged, ({ words }) => words)].map(
    ([words, those]) => `${words} (${those.map(({ name }) => name).join('; ')})`,
  );
}

/** "cứ thêm 68 hồ sơ đúng hạn được 1 điểm". */
export function neededText(needed: number): string {
  return `cứ thêm ${count(needed)} hồ sơ đúng hạn được 1 điểm`;
}
