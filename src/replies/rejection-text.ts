import type { Problem } from '../errors.ts';
import { hasTrait } from '../snapshots/intake-problem.ts';
import { momentWords } from './moment-words.ts';
import { count } from './numbers.ts';
import { problemTextOnMachine } from './problem-text.ts';
import { believeCommand } from './source-notices.ts';

/** Who can mend what is wrong with a file. */
type Mender = 'author' | 'keeper' | 'server';

const WHO: Readonly<Record<Mender, string>> = {
  author: 'người lập hoặc người gửi bảng này',
  keeper: 'người quản trị bot (danh mục cơ quan, cấu hình nguồn trong config.yaml)',
  server: 'người quản trị máy chủ',
};

/** What is to be done about a problem, and by whom; of all others the author mends the cells named. */
const ADVICE: Readonly<Record<string, { readonly who: Mender; readonly what: string }>> = {
  notReadable: { who: 'server', what: 'Cấp quyền đọc tệp cho tài khoản chạy bot.' },
  tooLarge: { who: 'keeper', what: 'Tách tệp thành nhiều tệp nhỏ hơn.' },
  tooSlow: { who: 'keeper', what: 'Tách tệp thành nhiều tệp nhỏ hơn.' },
  empty: { who: 'author', what: 'Xuất lại bảng từ phần mềm; tệp này chưa có nội dung.' },
  unknownFormat: {
    who: 'author',
    what: 'Mở tệp bằng Excel hoặc Word rồi lưu lại dạng XLSX hoặc DOCX (tệp DOC, PDF, ảnh không đọc được).',
  },
  otherKind: {
    who: 'author',
    what: 'Chép vào thư mục tệp gốc của bảng, thuộc một trong các loại nêu trên (từ bản PDF và ảnh chụp không đọc ra số được).',
  },
  encrypted: { who: 'author', what: 'Bỏ mật khẩu của tệp rồi lưu lại.' },
  broken: { who: 'author', what: 'Chép hoặc tải lại tệp: tệp hỏng hoặc bị cắt ngang khi chép.' },
  notUtf8: { who: 'author', what: 'Lưu lại tệp dạng “CSV UTF-8” hoặc XLSX.' },
  unknownLayout: {
    who: 'keeper',
    what: 'Dùng đúng mẫu biểu II.06a/VPCP/KSTT, Phụ lục 2 hoặc danh sách hồ sơ, giữ nguyên các dòng tiêu đề cột. Danh sách hồ sơ phải chép vào thư mục của nguồn kind: dossiers.',
  },
  missingColumn: {
    who: 'author',
    what: 'Giữ nguyên tiêu đề các cột của mẫu; cột thiếu được nêu ở trên. Danh sách hồ sơ dùng tên cột khác thì người quản trị thêm tên ấy ở mục columns của nguồn trong config.yaml.',
  },
  duplicateColumn: {
    who: 'author',
    what: 'Bỏ bớt hoặc đổi tên một trong hai cột trùng nêu ở trên rồi lưu lại.',
  },
  totalMissing: {
    who: 'author',
    what: 'Kiểm tra tệp có bị cắt không; dòng tổng phải có ở cuối bảng.',
  },
  unknownAgency: {
    who: 'keeper',
    what: 'Ghi tên cơ quan đúng như danh mục; nếu là cơ quan mới hoặc đổi tên thì bổ sung vào danh mục.',
  },
  ambiguousAgency: { who: 'keeper', what: 'Ghi tên cơ quan đầy đủ (kèm xã, phường, huyện).' },
  nameDoesNotFit: {
    who: 'keeper',
    what: 'Kiểm tra thứ tự dòng: tên và số thứ tự phải cùng chỉ một cơ quan.',
  },
  agencyMissing: {
    who: 'author',
    what: 'Ghi “Đơn vị báo cáo: …” phía trên bảng, hoặc đặt tệp .yaml cùng tên có dòng agency.',
  },
  periodMissing: {
    who: 'author',
    what: 'Ghi “Từ ngày … đến ngày …” phía trên bảng, hoặc đặt tệp .yaml cùng tên có dòng period.',
  },
  badDate: { who: 'author', what: 'Sửa ngày viết sai; ngày có dạng 14/09/2023.' },
  headInvalid: { who: 'keeper', what: 'Sửa tệp .yaml theo các mục nêu ở trên.' },
  totalDoesNotAddUp: {
    who: 'author',
    what: 'Cộng lại các dòng; không tự sửa số để khớp mà hỏi cơ quan có số liệu.',
  },
  rowDoesNotAddUp: {
    who: 'author',
    what: 'Cộng lại các cột thành phần của dòng; không tự sửa số để khớp mà hỏi cơ quan có số liệu.',
  },
};

/** What only its past speaks against may be true: whoever knows that says so, and the file has to be there to be read. */
function mendOrBelieve(source: string, problem: Problem): (typeof ADVICE)[string] | null {
  const command = believeCommand(source, problem);
  if (command === null) return null;
  const isList = hasTrait(problem, 'believable');
  const mend = isList
    ? 'Mở tệp xem có đủ hồ sơ không; nếu bị cắt hoặc lọc thiếu thì xuất lại. Nếu đủ:'
    : 'Hỏi cơ quan có số liệu. Nếu số sai: sửa trong tệp gốc. Nếu số đúng:';
  return {
    who: 'keeper',
    what: `${mend} chuyển tệp này từ rejected/ về thư mục rồi chạy ngay ${command} trên máy chủ.`,
  };
}

const MEND_CELLS = 'Sửa các ô nêu ở trên trong tệp gốc.';
const SHOWN = 50;

type RefusedFile = {
  /** As `config.yaml` names it. */
  readonly source: string;
  readonly name: string;
  readonly problems: readonly Problem[];
};

/**
 * What stands beside a refused file, for the person who put it there: what is wrong and where, what to do, whom to ask.
 */
export function rejectionText(
  { source, name, problems }: RefusedFile,
  at: Temporal.Instant,
): string {
  const advice = problems.map(
    (problem) => mendOrBelieve(source, problem) ?? ADVICE[problem.code] ?? null,
  );
  const what = new Set(advice.map((each) => each?.what ?? MEND_CELLS));
  const who = new Set(advice.map((each) => each?.who ?? 'author'));
  const rest = problems.length - SHOWN;
  return [
    `Tệp ${name} không được nạp lúc ${momentWords(at)}.`,
    'Kho số liệu giữ nguyên: không dòng nào của tệp này được dùng.',
    '',
    'Sai ở đâu:',
    ...problems.slice(0, SHOWN).map((problem) => `- ${problemTextOnMachine(problem)}`),
    ...(rest > 0 ? [`- … còn ${count(rest)} lỗi nữa`] : []),
    '',
    'Cần làm gì:',
    ...Array.from(what, (each) => `- ${each}`),
    '- Sau đó chép tệp đã sửa vào lại thư mục (không chép vào rejected/), lần kiểm tra kế tiếp sẽ nạp.',
    '',
    'Hỏi ai:',
    ...Array.from(who, (each) => `- ${WHO[each]}`),
    '',
  ].join('\n');
}
