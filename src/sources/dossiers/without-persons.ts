const CUT = '…';

/** Edges of a word; `\b` knows no Vietnamese letters. */
const B = String.raw`(?<![\p{L}\p{M}\d])`;
const E = String.raw`(?![\p{L}\p{M}\d])`;
const NAME = String.raw`\p{Lu}[\p{L}\p{M}]*`;
const TITLE = '(?:ông|bà|anh|chị|cô|chú|bác|em|cháu|cụ|thầy|(?:chủ +)?hộ)';
/** "Ông/bà", "ông (bà)", "hộ ông": several titles before one name. */
const MORE = String.raw`(?:\s*[/(,]?\s*(?:[Ôô]ng|[Bb]à|[Aa]nh|[Cc]hị)\)?)*:? +`;
/** "Trẻ em", "ghi chú", "công cụ", "giám hộ": the end of another word. */
const NO_TITLE = `(?<!(?:trẻ|ghi|công|dụng|phản|bảo|giám|ủng|phòng|cứu|nội|quyền) )`;
/** Names of procedures and places go on like this: "Bà Mẹ Việt Nam Anh hùng", "Hộ kinh doanh", "Bà Rịa". */
const NO_NAME = String.raw`(?!(?:mẹ|hùng|việt|kinh|gia|tịch|nghèo|cận|khẩu|chiếu|dân|sản|nông|ngư|rịa|nà|tô|hồ|phụ)${E})`;
/** Where a part of a sentence begins: a title with a capital letter may be the name of a place anywhere else. */
const BEGINS = String.raw`(?<=^|[-–:;,(.]\s*|(?:cho|của|với|tại|nhà|từ|do|là|thay|và) +)`;
const SURNAME = `(?:nguyễn|trần|lê|phạm|hoàng|huỳnh|phan|vũ|võ|đặng|bùi|đỗ|hồ|ngô|dương|lý|trương|đinh|đoàn)`;
/** Streets, schools and communes bear names of persons. */
const NO_PLACE = `(?<!(?:đường|phố|hẻm|trường|học|thpt|thcs|viện|phường|xã|trấn|thôn|chợ|cầu|khu|quỹ|thưởng|viên|công ty|tnhh) )`;
const HOUSE = String.raw`\d{1,4}[A-Za-z]?(?:/\d{1,4}[A-Za-z]?)*`;

/**
 * A part of a pattern that is the same in capitals. Written out letter by letter: in a process that had run all other
 * tests, `(?i:…)` no longer matched capitals (Node 26.10); why is not known.
 */
const any = (part: string): string =>
  part.replaceAll(/\[[^\]]*\]|\\p\{\w+\}|\\.|(\p{L})/gu, (found, letter?: string) =>
    letter === undefined ? found : `[${letter.toLowerCase()}${letter.toUpperCase()}]`,
  );

const PATTERNS: readonly RegExp[] = [
  // "ông Nguyễn Văn A", "hộ bà X"
  `${B}${any(NO_TITLE)}${TITLE}${MORE}${any(NO_NAME)}${NAME}(?: +${NAME}){0,5}${E}`,
  `${BEGINS}(?:Ông|Bà|Chị|[Cc]hủ hộ)${MORE}${any(NO_NAME)}${NAME}(?: +${NAME}){0,5}${E}`,
  // Words that begin names of communes, too: "Anh Dũng", "Hộ Hải", "Bác Ái".
  `${BEGINS}(?:Anh|Cô|Chú|Cụ|Hộ) +${any(NO_NAME)}${NAME}(?: +${NAME}){1,5}${E}`,
  // In small letters a name is known by its surname, and in capitals nothing else tells it from a word.
  `${B}${any(`${NO_TITLE}${TITLE}${MORE}${SURNAME}`)}(?: +\\p{L}+){1,3}${E}`,
  `${B}${any(NO_PLACE)}${any(SURNAME)} +${any('(?:văn|thị)')} +\\p{L}+(?: +${NAME})?${E}`,
  // "số nhà 12", "12/3 đường Trần Phú", ", 12 Trần Phú"
  `${B}${any('(?:số nhà|nhà số)')} *${HOUSE}(?:,? +${any('(?:đường|phố|hẻm|ngõ|kiệt)')})?(?: +${NAME}){0,5}${E}`,
  `${B}(?:số +)?${HOUSE},? +${any('(?:đường|phố|hẻm|ngõ|kiệt)')} +(?:${NAME}|[\\d/]+)(?: +${NAME}){0,5}${E}`,
  `(?<=[,;(]\\s*|…\\s*[–—:-]\\s*|${B}${any('(?:nhà|tại|ở)')} +)(?:số +)?${HOUSE} +\\p{Lu}\\p{Ll}+(?: +${NAME}){1,4}${E}`,
  `${B}${any('(?:thửa(?: đất)?|tờ(?: bản đồ)?)(?: số)?:?')} +\\d+${E}`,
  `${B}${any('(?:sinh (?:năm|ngày)|SN):?')} +[\\d/.-]+${E}`,
].map((pattern) => new RegExp(pattern, 'gu'));

/** Most texts hold no number and no word that could be of a person. */
const SUSPECT = new RegExp(`\\d|${B}${any(`(?:${TITLE}|văn|thị)`)}${E}`, 'u');

/**
 * A text without the persons and houses in it: "Cấp đổi giấy chứng nhận cho ông Nguyễn Văn A", "Nhà bà X, 12 Trần Phú".
 * Whoever types them into a procedure or step brings them past the columns that are dropped. What is cut is marked, so
 * that it is seen that something stood there. No rule finds every name: those are found that say that they are one, and
 * names of procedures, offices and places stay as they are.
 */
export function withoutPersons(text: string): string {
  const whole = text.normalize('NFC');
  if (!SUSPECT.test(whole)) return text;
  const cut = PATTERNS.reduce((rest, pattern) => rest.replace(pattern, CUT), whole);
  if (cut === whole) return text;
  return cut
    .replace(/[\s,;:–—-]+$/u, '')
    .replace(/…(?:[\s,;.–—-]*…)+/gu, CUT)
    .replace(/\s*[,;:–—-]\s*…$/u, ` ${CUT}`);
}
