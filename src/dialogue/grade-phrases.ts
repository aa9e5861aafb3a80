import { fold } from '../vietnamese/fold.ts';
import type { Piece } from './sense.ts';

const GRADE_WORDS = ['tốt', 'khá', 'trung bình', 'yếu'];
const GRADED = ['xếp loại', 'xếp hạng', 'xếp vào loại', 'được xếp', 'đạt loại'];
/** Those who are graded one by one; of what is late nothing is known of them. */
export const OFFICIALS =
  'cán bộ|công chức|cán bộ công chức|viên chức|công chức viên chức|cán bộ công chức viên chức|cbcc|cbccvc';

const ENDS_IN_GRADE = / (?:tot|kha|trung binh|yeu)$/u;

/** What refuses a grade: "trễ hạn bao nhiêu thì không được xếp loại tốt". */
const BARRED = [
  ...['không', 'không được', 'chưa được', 'ko được'].flatMap((not) =>
    [
      'xếp loại tốt',
      'xếp hạng tốt',
      'xếp tốt',
      'được xếp tốt',
      'xếp loại',
      'hoàn thành tốt nhiệm vụ',
      'hoàn thành tốt',
    ].map((grade) => `${not} ${grade}`),
  ),
  'không được xếp loại hoàn thành tốt nhiệm vụ|không hoàn thành tốt nhiệm vụ|xếp loại hoàn thành tốt nhiệm vụ',
  'điều kiện xếp loại tốt|điều kiện để xếp loại tốt|điều kiện được xếp loại tốt',
].join('|');

/** How documents say that agencies were graded on reform: "xếp loại Tốt" (2023), "xếp hạng Tốt" (2020). */
export const GRADES = [
  BARRED,
  ...GRADED.flatMap((graded) => GRADE_WORDS.map((grade) => `${graded} ${grade}`)),
  'xếp loại cải cách hành chính|xếp loại cchc|xếp loại cơ quan|xếp loại đơn vị|kết quả xếp loại|xếp loại gì|xếp loại nào|xếp loại thế nào|xếp loại ra sao|hoàn thành tốt nhiệm vụ',
].join('|');

/**
 * Whether words that look like a grade begin a ranking: "xếp hạng tốt nhất", "xếp hạng trung bình các huyện"; documents say
 * "xếp hạng" of both. All of it folded.
 */
export function beginsRanking(phrase: string, before: string, after: string): boolean {
  if (ENDS_IN_GRADE.test(phrase) && /^nh[au]t(?: |$)/u.test(after)) return true;
  const isAsked = /(?:^| )(?:bao nhieu|may)(?: |$)/u.test(after);
  return phrase === 'xep hang trung binh' && before === '' && !isAsked;
}

/** The indices in which all provinces are ranked. */
export const PROVINCE_INDICES = [
  ...['par index', 'parindex', 'pci', 'papi', 'paca'].flatMap((index) => [
    index,
    `chỉ số ${index}`,
  ]),
  'chỉ số năng lực cạnh tranh cấp tỉnh|năng lực cạnh tranh cấp tỉnh|năng lực cạnh tranh',
  'chỉ số hiệu quả quản trị và hành chính công|hiệu quả quản trị và hành chính công|các chỉ số cấp tỉnh',
].join('|');

const SAYS_BARRED =
  /(?:^| )(?:khong|chua|ko)(?: duoc)? (?:xep|hoan thanh)|^dieu kien|hoan thanh tot nhiem vu$/u;

const SAYS_OFFICIALS = new Set(OFFICIALS.split('|').map((who) => fold(who)));

/** Whether words mean officials: with grades these are graded, and of no rate they say anything. */
export function saysOfficials({ folded }: Piece): boolean {
  return SAYS_OFFICIALS.has(folded);
}

/** Whether it is asked what refuses a grade: then what is late is no question of its own. */
export function saysBarred({ sense, folded }: Piece): boolean {
  return sense?.kind === 'metric' && sense.metric === 'reformIndex' && SAYS_BARRED.test(folded);
}
