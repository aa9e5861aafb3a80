import { ConfigurationInvalid, SourceUnreadable, StoreUnusable } from '../errors.ts';
import { SENT_AGAIN_TEXT } from './outbox-words.ts';
import { problemTextOnMachine } from './problem-text.ts';

const STORE_WORDS: Readonly<Record<StoreUnusable['reason'], string>> = {
  corrupt:
    'tệp hỏng hoặc không phải kho số liệu của Đúng Hẹn. Tệp được giữ nguyên; hãy chép bản sao lưu về, hoặc đổi DUNG_HEN_DATA sang thư mục khác',
  newerVersion: 'kho do bản Đúng Hẹn mới hơn tạo ra. Hãy cập nhật phần mềm; tệp được giữ nguyên',
  notWritable: 'không ghi được vào kho hoặc thư mục chứa kho. Hãy cấp quyền ghi',
  changedMigration:
    'kho không khớp với bản phần mềm này. Hãy cài lại đúng bản phát hành; tệp được giữ nguyên',
};

/** What the terminal says when a command cannot be carried out: what happened, and what to do. A line each. */
export function failureLines(error: unknown): readonly string[] {
  if (error instanceof ConfigurationInvalid)
    return ['Chưa chạy được, cần sửa:', ...error.problems.map(bullet)];
  if (error instanceof SourceUnreadable) {
    return [`Không đọc được ${error.origin}:`, ...error.problems.map(bullet)];
  }
  if (error instanceof StoreUnusable) {
    return [`Không mở được kho số liệu ${error.file}: ${STORE_WORDS[error.reason]}.`];
  }
  return systemFailure(error);
}

function bullet(problem: Parameters<typeof problemTextOnMachine>[0]): string {
  return `  - ${problemTextOnMachine(problem)}`;
}

function systemFailure(error: unknown): readonly string[] {
  const code = codeOf(error);
  const message = error instanceof Error ? error.message : String(error);
  if (code === 'EADDRINUSE') {
    return ['Cổng đã có chương trình khác dùng. Đặt PORT khác trong .env, ví dụ PORT=8081.'];
  }
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
    return [
      `Máy này không có địa chỉ ghi ở HOST (${message}). Bỏ HOST trong .env (mặc định 127.0.0.1), hoặc đặt địa chỉ của chính máy này.`,
    ];
  }
  if (code === 'EACCES') return [`Không có quyền: ${message}`];
  if (code === 'ENOENT') return [`Thiếu tệp: ${message}`];
  if (code.startsWith('ERR_PARSE_ARGS')) {
    const [, wrong = message] = /'([^']+)'/u.exec(message) ?? [];
    return [`Tham số không đúng: ${wrong}. Xem cách dùng: chạy lại lệnh này với --help.`];
  }
  return [`Lỗi chưa lường trước: ${message}`, 'Xin gửi dòng này cho người phát triển.'];
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : '';
}

/** What `npm start` prints when everything is up. */
export function startedLines(page: string, channels: readonly string[]): readonly string[] {
  return [
    `Đúng Hẹn đã chạy. Trang trò chuyện: ${page}`,
    `Kênh: ${channels.join(', ')}. Dừng bằng Ctrl+C.`,
  ];
}

/** The few words the Telegram channel says by itself. */
export const TELEGRAM_WORDS = {
  notYours: 'Nút này dành cho người đã hỏi. Xin gõ câu hỏi của bạn.',
  expired: 'Nút đã cũ. Xin hỏi lại.',
  sentAgain: SENT_AGAIN_TEXT,
};

/** One thing that was looked at; `doubtful` = nothing is wrong yet, or nobody could tell. */
export type Check = {
  readonly name: CheckName;
  readonly mark: 'good' | 'doubtful' | 'bad';
  readonly detail: string;
};

const MARKS: Readonly<Record<Check['mark'], string>> = { good: '✓', doubtful: '⚠', bad: '✗' };

type CheckName =
  | 'runtime'
  | 'config'
  | 'store'
  | 'figures'
  | 'folder'
  | 'fonts'
  | 'telegram'
  | 'zaloBot'
  | 'zaloOa'
  | 'disk';

const CHECK_WORDS: Readonly<Record<CheckName, string>> = {
  runtime: 'Phiên bản Node',
  config: 'Cấu hình',
  store: 'Kho số liệu',
  figures: 'Số liệu đã nạp',
  folder: 'Thư mục nguồn',
  fonts: 'Phông chữ biểu đồ',
  telegram: 'Telegram',
  zaloBot: 'Zalo Bot',
  zaloOa: 'Zalo OA',
  disk: 'Đĩa còn trống',
};

/** One line of `npm run doctor`. */
export function checkLine({ name, mark, detail }: Check): string {
  return `${MARKS[mark]} ${CHECK_WORDS[name]}${detail === '' ? '' : `: ${detail}`}`;
}
