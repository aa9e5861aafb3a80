import { DOSSIER_STATES, type DossierState } from '../../dossiers/dossier.ts';
import { fold } from '../../vietnamese/fold.ts';

/** How one-stop systems call the states of the national list (domain.md 8). */
const WORDS: Readonly<Record<DossierState, string>> = {
  registered: `mới đăng ký; chờ tiếp nhận; chờ tiếp nhận hồ sơ; mới nộp; mới gửi; đã nộp; chưa tiếp nhận; đăng ký mới;
    hồ sơ mới; chờ xác nhận tiếp nhận`,
  received: `được tiếp nhận; đã tiếp nhận; tiếp nhận; mới tiếp nhận; đã nhận; chờ phân công; chờ xử lý; chờ thụ lý;
    chưa xử lý; đã tiếp nhận hồ sơ; chờ chuyển xử lý`,
  rejected: `không được tiếp nhận; từ chối tiếp nhận; không tiếp nhận; đã từ chối; từ chối; bị từ chối;
    từ chối hồ sơ; hồ sơ bị từ chối; không đủ điều kiện tiếp nhận`,
  processing: `đang xử lý; đang giải quyết; đang thụ lý; đang thẩm định; đang thẩm tra; chờ thẩm định; đang phê duyệt;
    chờ phê duyệt; trình phê duyệt; đang trình ký; chờ ký; chờ ký duyệt; trình ký; chờ duyệt; đã phân công;
    đang thực hiện; đang luân chuyển; chuyển xử lý; đã chuyển xử lý; đang liên thông; chờ liên thông;
    chờ kết quả liên thông; chờ ý kiến; đang lấy ý kiến; đã bổ sung; đã bổ sung hồ sơ; xử lý lại; chờ đóng dấu;
    đang chờ xử lý; đang tiến hành; chưa giải quyết; chưa giải quyết xong; xử lý`,
  supplementRequested: `yêu cầu bổ sung giấy tờ; yêu cầu bổ sung; yêu cầu bổ sung hồ sơ; chờ bổ sung; chờ bổ sung hồ sơ;
    chờ bổ sung giấy tờ; đang chờ bổ sung; cần bổ sung; bổ sung hồ sơ; tạm dừng xử lý; tạm dừng; đang tạm dừng;
    tạm dừng giải quyết; chờ công dân bổ sung; tạm dừng chờ bổ sung; bổ sung`,
  paymentRequested: `yêu cầu thực hiện nghĩa vụ tài chính; chờ thực hiện nghĩa vụ tài chính; nghĩa vụ tài chính;
    thực hiện nghĩa vụ tài chính; chờ nộp thuế; chờ thuế; chờ nghĩa vụ tài chính; yêu cầu thanh toán; chờ thanh toán;
    chờ nộp phí; chờ nộp lệ phí; tạm dừng chờ thực hiện nghĩa vụ tài chính`,
  withdrawn: `công dân yêu cầu rút hồ sơ; yêu cầu rút hồ sơ; rút hồ sơ; đã rút; đã rút hồ sơ; xin rút; xin rút hồ sơ;
    công dân rút hồ sơ; hủy hồ sơ; đã hủy; đã hủy hồ sơ`,
  stopped: `dừng xử lý; đã dừng xử lý; dừng giải quyết; không giải quyết; đã dừng; trả lại hồ sơ; đã trả lại hồ sơ;
    hồ sơ trả lại; không đủ điều kiện giải quyết; đình chỉ giải quyết`,
  done: `đã xử lý xong; đã xử lý; xử lý xong; đã giải quyết; đã giải quyết xong; giải quyết xong; đã có kết quả;
    có kết quả; chờ giao trả kết quả; chờ trả kết quả; chờ trả; chờ giao trả; chưa trả kết quả; đã phê duyệt; đã ký;
    hoàn thành; đã hoàn thành; hoàn thành xử lý; đã xong; kết thúc xử lý; chờ công dân nhận kết quả;
    chuyển trả kết quả; chờ trả kết quả cho công dân; chờ giao trả kết quả cho công dân`,
  returned: `đã trả kết quả; trả kết quả; đã giao trả kết quả; đã trả; đã nhận kết quả; công dân đã nhận kết quả; kết thúc;
    đã kết thúc; đã trả kết quả cho công dân; đóng hồ sơ; đã đóng`,
};

/** Said of the deadline and not of the dossier; alone it means that work goes on. */
const OPEN_LATENESS =
  /^(?:(?:da |dang )?(?:qua|tre) han|qua hen|tre hen|(?:sap |gan )?(?:den|toi) han|con han|trong han|chua den han)$/u;
const LATENESS =
  /\b(?:(?:da |bi |nhung |va )?(?:qua|tre|dung|trong|som|truoc|con|sap den|gan den|den|sap toi|chua den) (?:han|hen)|som va dung han)\b/gu;

/** Phrases without marks and what they mean, the longest first. */
const PHRASES: readonly (readonly [phrase: string, state: DossierState])[] = DOSSIER_STATES.flatMap(
  (state) => WORDS[state].split(';').map((phrase) => [fold(phrase), state] as const),
).sort(([one], [other]) => other.length - one.length);

const WHOLE = new Map(PHRASES);
const VOCABULARY = new Set(
  PHRASES.flatMap(([phrase]) => phrase.split(' ')).concat(
    'qua tre dung trong han hen som'.split(' '),
  ),
);

/**
 * The state a text means: its number in the national list ("4"), or words, whatever they add about the deadline
 * ("Đang xử lý (quá hạn)") or the place ("Đang xử lý tại phòng Tư pháp"). Null when it means none or several.
 */
export function stateOf(text: string): DossierState | null {
  const folded = fold(text);
  if (/^\d+$/u.test(folded)) return DOSSIER_STATES[Number(folded) - 1] ?? null;
  if (OPEN_LATENESS.test(folded)) return 'processing';
  const words = folded.replace(LATENESS, ' ').replace(/ +/gu, ' ').trim();
  return WHOLE.get(words) ?? beginningOf(words);
}

/** Whether a text consists of words that states are made of, so that quoting it tells nothing about anybody. */
export function isStateLike(text: string): boolean {
  return fold(text)
    .split(' ')
    .every((word) => VOCABULARY.has(word) || /^\d{1,2}$/u.test(word));
}

/** The state the words begin with, unless what follows speaks of another. */
function beginningOf(words: string): DossierState | null {
  const first = PHRASES.find(([phrase]) => phrase.includes(' ') && words.startsWith(`${phrase} `));
  if (first === undefined) return null;
  const [phrase, state] = first;
  const rest = ` ${words.slice(phrase.length + 1)} `;
  const contradicts = PHRASES.some(
    ([other, means]) => means !== state && other.includes(' ') && rest.includes(` ${other} `),
  );
  return contradicts || /^ (?:khong|chua) /u.test(rest) ? null : state;
}
