/** How a command of the shell is used: what it does, what it is given, and what may be said beside. */
type Usage = {
  readonly does: string;
  readonly given: string;
  readonly options?: Readonly<Record<string, string>>;
};

const NOW = 'coi như đang là lúc ấy, ví dụ 2026-11-23T07:00+07:00';
const DRY = 'chỉ xem sẽ làm gì, không thay đổi gì';
const BELIEVE = 'nạp cả số liệu, danh sách bị nghi ngờ (người quản trị đã kiểm tra là đúng)';

/** A test holds the options to the code. */
const USAGES = {
  start: {
    does: 'Chạy bot: trang trò chuyện, các kênh có mã trong .env, các việc theo lịch.',
    given: 'npm start',
  },
  ask: {
    does: 'Hỏi bot ngay trên máy này; mỗi câu trong ngoặc kép là một tin nhắn.',
    given: 'npm run -s ask -- "/tre-han Nha Trang" "còn quý 3?"',
    options: {
      '--json': 'mỗi câu trả lời là một dòng JSON',
      '--stdin': 'đọc mỗi dòng một tin nhắn từ đầu vào',
      '--fresh': 'mỗi tin nhắn là một cuộc trò chuyện mới',
      '--now THỜI-ĐIỂM': NOW,
      '--chat TÊN': 'nói với tư cách nhóm đã gắn có tên ấy',
    },
  },
  import: {
    does: 'Nạp số liệu hoặc danh sách hồ sơ từ tệp, báo đã nạp gì, từ chối gì và vì sao.',
    given: 'npm run -s import -- TỆP…',
    options: {
      '--agency TÊN': 'cơ quan của tệp, thay cho điều tệp ghi',
      '--period KỲ': 'kỳ của tệp, thay cho điều tệp ghi, ví dụ "quý 3 năm 2023"',
      '--source TÊN': 'đọc danh sách hồ sơ như nguồn ấy trong config.yaml',
      '--remove NGUỒN': 'không nạp gì, bỏ mọi hồ sơ của một nguồn (nạp tay: nguồn file)',
      '--dry': DRY,
      '--believe': BELIEVE,
      '--now THỜI-ĐIỂM': NOW,
    },
  },
  job: {
    does: 'Chạy một việc theo lịch, một lần; không ghi tên việc thì được xem các việc có thể chạy.',
    given: 'npm run -s job -- morning-list',
    options: { '--dry': DRY, '--believe': BELIEVE, '--now THỜI-ĐIỂM': NOW },
  },
  samples: {
    does: 'Tạo hồ sơ mẫu để dùng thử, thay cho hồ sơ mẫu đã có; số lượng khớp Phụ lục 2 năm 2023.',
    given: 'npm run -s samples -- --fraction 0.1',
    options: {
      '--fraction PHẦN': 'chỉ một phần, ví dụ 0.1 (mặc định 1 = đủ 525.433 hồ sơ)',
      '--on NGÀY': 'nhìn từ sáng ngày ấy, ví dụ 2026-11-23 (mặc định hôm nay)',
      '--seed SỐ': 'hồ sơ khác nhưng cùng số lượng',
      '--agency TÊN': 'chỉ của một cơ quan, hoặc của mọi đơn vị trong một khối, một huyện',
      '--csv TỆP': 'ghi ra danh sách CSV thay vì nạp',
      '--remove': 'bỏ hết hồ sơ mẫu',
    },
  },
  doctor: {
    does: 'Kiểm tra cấu hình, kho, nguồn, phông chữ, đĩa, Telegram, Zalo; báo cần làm gì.',
    given: 'npm run -s doctor',
  },
} satisfies Readonly<Record<string, Usage>>;

/** What can be run from the shell. */
export type ShellCommand = keyof typeof USAGES;

/** What `--help` prints of a command of the shell; of a name that is none, what commands there are. */
export function usageLines(command: string): readonly string[] {
  const usages: ReadonlyMap<string, Usage> = new Map(Object.entries(USAGES));
  const usage = usages.get(command);
  if (usage === undefined) {
    return Array.from(usages.values(), ({ does, given }) => [does, `  ${given}`]).flat();
  }
  const options = Object.entries(usage.options ?? {});
  const width = Math.max(0, ...options.map(([name]) => name.length)) + 2;
  return [
    usage.does,
    `  ${usage.given}`,
    ...options.map(([name, meaning]) => `  ${name.padEnd(width)}${meaning}`),
  ];
}
