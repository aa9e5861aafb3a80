import { fold } from '../vietnamese/fold.ts';
import type { NamePart } from './name-runs.ts';
import type { NameWords } from './name-words.ts';

/** Words of institutions that report to nobody here: "bệnh viện Nha Trang" and "thanh tra tỉnh" are not the UBND. */
const OF_INSTITUTIONS: ReadonlySet<string> = new Set(
  fold(
    `bệnh viện tòa án đoàn hội trường học phòng trạm chi cục công ty viện kiểm sát mặt trận liên minh ngân hàng quân sự
     biên phòng đảng ủy thành ủy tỉnh ủy huyện ủy điện lực trung tâm hợp tác xã tập đoàn quỹ cảng chợ`,
  )
    .split(' ')
    .concat('thanh tra'),
);

/**
 * Whether a word right beside an agency's name may make it another name: it is a level, the word of an institution, in
 * some name itself or one slip away from that, or written with a capital like a name. Never a number.
 */
export function couldBelongToName({ text, level }: NamePart, names: NameWords): boolean {
  if (level !== null) return true;
  if (/^\p{N}+$/u.test(text)) return false;
  if (OF_INSTITUTIONS.has(fold(text))) return true;
  return names.has(text) || /^\p{Lu}\p{Ll}/u.test(text) || names.nearly(fold(text));
}

/**
 * Whether a short unmarked word, among others that are no name, is more likely just that: "tinh", "thue", "bao" also
 * are names somewhere. Abbreviations have no vowels or are written large.
 */
export function isEverydayWord(text: string): boolean {
  return /^[a-z]{1,4}$/u.test(text) && /[aeiouy]/u.test(text);
}
