import { isSameList, type NamedList } from '../dossiers/named-list.ts';
import { listText } from './due-words.ts';
import { type Block, textBlocks } from './reply.ts';

/** Why an old answer is not given again, and what is known of the list behind it. */
export type NotReplayed = {
  readonly because: 'push' | 'dossiers';
  /** The list that the answer named; null = none. */
  readonly list: NamedList | null;
  /** The newest of its source today; null = there is none any more. */
  readonly newest: NamedList | null;
};

const BECAUSE = {
  push: 'Tin bot tự gửi không tính lại được',
  dossiers: 'Câu trả lời về từng hồ sơ không tính lại được',
} as const;
const NOT_KEPT =
  'danh sách hồ sơ thay đổi từng giờ và không được lưu trong nhật ký. Chỉ còn dòng đầu, tên danh sách và mã đối chiếu nội dung.';
const NO_LIST =
  'Nhật ký không ghi danh sách hồ sơ nào cho câu này: lời từ chối, hoặc khi ấy chưa có danh sách.';

/**
 * On which list the answer rested, and whether it is still the newest; `olderSource`: the source in words, of an entry of
 * before lists were kept as data.
 */
export function notReplayedBlocks(
  { because, list, newest }: NotReplayed,
  olderSource: string | null,
): readonly Block[] {
  const kept: Block = { kind: 'note', line: [`${BECAUSE[because]}: ${NOT_KEPT}`] };
  if (list !== null) {
    return [...textBlocks([`Dựa trên: ${listText(list)}.`, newestText(list, newest)]), kept];
  }
  if (olderSource !== null) {
    return [...textBlocks([`Dựa trên: ${olderSource.replace(/^Nguồn: /u, '')}.`]), kept];
  }
  return because === 'push' ? [kept] : textBlocks([NO_LIST]);
}

function newestText(list: NamedList, newest: NamedList | null): string {
  if (newest === null) return 'Danh sách ấy nay không còn trong kho.';
  if (isSameList(list, newest)) {
    return `Đến nay đó vẫn là danh sách mới nhất của nguồn ${list.source}.`;
  }
  // Of one moment and from two files they would read alike.
  const file = newest.asOf.equals(list.asOf)
    ? ` (${newest.origin}, không phải ${list.origin})`
    : '';
  return `Nay đã có danh sách khác: ${listText(newest)}${file}.`;
}
