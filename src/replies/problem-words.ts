import type { Problem } from '../errors.ts';
import { readPlace } from '../snapshots/intake-problem.ts';
import { CALENDAR_WORDS } from './calendar-problem-words.ts';
import { COUNT_WORDS } from './count-words.ts';
import { HTTP_SETTING_WORDS } from './http-setting-words.ts';

/** The same by any name. */
const COLUMN_WORDS: Readonly<Record<string, string>> = COUNT_WORDS;

/** What each problem of intake, configuration and command line means, for the person who has to mend it. */
const PROBLEM_WORDS: Readonly<Record<string, string>> = {
  fileMissing: 'không có tệp này',
  isFolder: 'đây là thư mục, cần một tệp',
  notReadable: 'không có quyền đọc tệp',
  tooLarge: 'tệp quá lớn',
  empty: 'tệp rỗng',
  unknownFormat: 'không phải CSV, TSV, XLSX, XLS, DOCX, HTML, YAML hay JSON',
  encrypted: 'tệp đặt mật khẩu, cần bỏ mật khẩu trước khi nạp',
  broken: 'tệp hỏng hoặc bị cắt ngang',
  notUtf8: 'chữ không phải UTF-8, cần lưu lại với bảng mã UTF-8',
  unknownLayout:
    'không nhận ra mẫu bảng (nhận danh sách hồ sơ, Phụ lục 2 và biểu II.06a/VPCP/KSTT)',
  missingColumn: 'thiếu cột',
  duplicateColumn: 'trùng cột',
  wrongCellCount: 'số ô không khớp với tiêu đề',
  notANumber: 'không phải số',
  notWhole: 'số hồ sơ phải là số nguyên',
  negative: 'số âm',
  ambiguousRate: 'tỷ lệ có ba chữ số thập phân, không rõ là nghìn hay phần trăm',
  rateTooHigh: 'tỷ lệ trên 100%',
  rowDoesNotAddUp: 'các cột thành phần không cộng bằng cột tổng (ghi / cộng được)',
  partExceedsTotal: 'cột thành phần lớn hơn cột tổng',
  counterRanBackwards: 'số cộng dồn trong kỳ giảm mất quá nửa (trước → nay)',
  rowDisappeared: 'phần lớn các cơ quan không còn trong bảng (trước → nay)',
  implausibleJump: 'số tăng vọt, không ngày nào được như vậy (trước → nay)',
  totalDoesNotAddUp: 'dòng tổng không bằng tổng các dòng (ghi / cộng được)',
  totalMissing: 'thiếu dòng tổng, bảng có thể bị cắt',
  noRows: 'chỉ có tiêu đề, không có dòng số liệu',
  duplicateRow: 'cơ quan (lĩnh vực) xuất hiện hai lần',
  strangeRowMark: 'số thứ tự dòng không theo trình tự',
  unknownAgency: 'không có cơ quan này trong danh mục (đã ghi; gần nhất)',
  nameDoesNotFit: 'tên cơ quan không khớp với vị trí trong bảng',
  agencyMissing: 'không rõ cơ quan báo cáo, thêm --agency hoặc tệp .yaml cùng tên',
  periodMissing: 'không rõ kỳ báo cáo, thêm --period hoặc tệp .yaml cùng tên',
  periodContradicts: 'trong tệp có hai kỳ báo cáo khác nhau',
  periodInFuture: 'kỳ báo cáo chưa đến (kỳ / số liệu đến)',
  asOfInFuture: 'số liệu ghi đến ngày chưa tới (kỳ / số liệu đến)',
  asOfBeforePeriod: 'số liệu kết thúc trước khi kỳ bắt đầu (kỳ / số liệu đến)',
  headInvalid: 'thông tin đầu tệp chưa đúng',
  changedWhileRead: 'tệp bị thay đổi trong khi đọc, sẽ đọc lại lần sau',
  tooSlow: 'đọc quá lâu, dừng lại',
  cellTooLong: 'ô dài bất thường (số ký tự > giới hạn)',
  emptyCell: 'ô không được để trống',
  badCode: 'không phải mã hồ sơ',
  duplicateCode: 'mã hồ sơ xuất hiện hai lần',
  badDate: 'không có ngày giờ này, cần dạng ngày/tháng/năm',
  dueBeforeReception: 'ngày hẹn trả trước ngày tiếp nhận',
  unknownState: 'không nhận ra trạng thái hồ sơ',
  ambiguousAgency: 'nhiều cơ quan cùng tên, cần ghi rõ hơn',
  notMoved:
    'đã đọc nhưng không chuyển được tệp đi, cần quyền ghi vào thư mục hoặc đặt moveFiles: false',
  sourceFailed: 'nguồn không trả lời',
  hardToBelieve:
    'số khác thường so với những lần trước, đã nạp nhưng cần kiểm tra (xem /doi-chieu)',
  accessRefused: 'hệ thống không cho vào, kiểm tra mã truy cập',
  askedTooOften: 'hệ thống báo hỏi quá nhiều, cần giãn lịch',
  serverFailed: 'hệ thống báo lỗi bên trong',
  badStatus: 'hệ thống không nhận yêu cầu này, kiểm tra địa chỉ',
  stalled: 'nguồn im lặng giữa chừng',
  cutOff: 'câu trả lời bị cắt ngang',
  certificateInvalid: 'chứng thư TLS không hợp lệ hoặc đã hết hạn',
  redirectedElsewhere: 'bị chuyển sang máy chủ khác, không đi theo',
  redirectLoop: 'bị chuyển địa chỉ vòng quanh',
  resting: 'hệ thống hỏng hoặc từ chối, tạm thôi hỏi đến',
  notJson: 'câu trả lời không phải JSON đúng (dòng:cột)',
  htmlNotJson: 'trả về trang web thay vì JSON, thường là trang đăng nhập hoặc báo lỗi',
  rowsMissing: 'không thấy danh sách dòng theo biểu thức',
  missingField: 'không thấy trường này trong dòng, theo biểu thức',
  numberTooGreat: 'số lớn vô lý',
  notText: 'cần một chữ hoặc số, không phải danh sách hay nhóm trường',
  mappingFailed: 'biểu thức JSONata không tính được',
  mappingTooSlow: 'biểu thức JSONata chạy quá lâu, dừng lại',
  pageRepeated: 'trang lặp lại, không bao giờ hết',
  tooManyPages: 'quá nhiều trang',
  incomplete: 'số dòng không đủ như nguồn tự đếm (nhận được / nguồn ghi)',
  unknownShape: 'câu trả lời không có dạng như trước nay, chưa đọc được (vị trí)',
  leftAlone: 'hôm nay nguồn đã từ chối hoặc hỏng nhiều lần, chỉ hỏi lại từ ngày',
  otherAgency: 'câu trả lời là của cơ quan khác (nhận được / đã hỏi)',
  personalColumn: 'cột của người nộp hồ sơ, không được đọc',
  badSetting: 'giá trị không hợp lệ',
  variableMissing: 'biến môi trường chưa đặt, thêm vào .env',
  secretInFile: 'khóa truy cập không ghi trong tệp, đặt vào .env rồi viết ${TÊN_BIẾN}',
  badHeader:
    'giá trị có ký tự không dùng được trong đầu mục HTTP, có thể do chép thừa dấu xuống dòng',
  sourceNameTwice: 'trùng tên với một nguồn ở trên, mỗi nguồn cần một tên riêng',
  unknownKey: 'không có mục cấu hình này, kiểm tra chính tả',
  notYaml: 'không đọc được YAML',
  configFileMissing: 'không có tệp cấu hình này',
  webhookNeedsPublicUrl: 'chế độ webhook cần PUBLIC_URL bắt đầu bằng https://',
  zaloBotNeedsPublicUrl:
    'Zalo Bot cần PUBLIC_URL bắt đầu bằng https://, chỉ có tên miền, để Zalo lấy biểu đồ và gửi tin tới',
  badMoment: 'thời điểm phải có dạng 2023-09-15T07:00+07:00',
  badDay: 'ngày phải có dạng 2026-11-23',
  badFraction: 'phần phải lớn hơn 0 và không quá 1, tối đa bốn chữ số thập phân, ví dụ 0.1',
  badSeed: 'số gieo phải là số nguyên, tối đa chín chữ số',
  noSources: 'config.yaml chưa khai báo nguồn nào loại này (mục sources)',
  unknownJob: 'không có việc này; các việc',
  noQuestion: 'hãy ghi câu hỏi: npm run -s ask -- "/tre-han Nha Trang"',
  noFiles: 'hãy ghi tên tệp cần nạp: npm run import -- TỆP…',
  unknownSource: 'không có nguồn hồ sơ này trong config.yaml',
  zaloOaIncomplete:
    'cần có biến này khi dùng Zalo OA (app id, app secret, khóa webhook đi cùng nhau)',
  unknownCommand: 'không có lệnh này; các lệnh',
};

/** What is wrong with one setting, by the code its schema gives. */
const SETTING_WORDS: Readonly<Record<string, string>> = {
  zaloOaAppId: 'mã ứng dụng Zalo chỉ gồm chữ số',
  zaloOaPlan: 'growth hoặc comprehensive',
  perMinute: 'số yêu cầu mỗi phút, từ 1 đến 100000; null = theo gói',
  oaSignature: 'một hoặc nhiều trong sha256-of-app-id, sha256-of-oa-id, hmac-sha256',
  groupIdAt: 'chỗ ghi mã nhóm trong sự kiện, xem config.example.yaml',
  telegramToken: 'mã bot Telegram có dạng 123456:ABC-DEF',
  url: 'phải là địa chỉ http(s)',
  port: 'cổng là số từ 0 đến 65535',
  logLevel: 'một trong debug, info, warn, error, silent',
  path: 'cần là một đường dẫn',
  samples: 'khanh-hoa hoặc none',
  access: 'bound (chỉ nhóm đã kết nối) hoặc open (ai cũng hỏi được số liệu tổng hợp)',
  keepers: 'danh sách người quản trị dạng telegram:123456,zalo-bot:67192',
  sources: 'cần là danh sách các nguồn',
  sourceKind: 'file, dossiers, http hoặc portal',
  departmentId: 'mã định danh của UBND tỉnh trên Cổng DVCQG, dạng 019d2be3-6a88-…',
  departmentCode: 'mã cơ quan cấp tỉnh trên Cổng DVCQG, ví dụ H32',
  howManyPeriods: 'số nguyên từ 0 đến 24',
  portalSeconds: 'số giây nguyên từ 1 đến 600',
  megabytes: 'số MB nguyên từ 1 đến 50',
  agencyId: 'mã cơ quan trong danh mục, ví dụ tp-nha-trang',
  yesNo: 'true hoặc false',
  days: 'số ngày nguyên từ 1 đến 3650',
  percent: 'số phần trăm từ 0.01 đến 100, tối đa hai chữ số thập phân',
  percents: 'danh sách có ít nhất một ngưỡng, ví dụ [1, 5, 10]',
  alertCount: 'số nguyên không âm',
  alertCounts: 'danh sách số nguyên, [] để tắt',
  alertFormula: 'OVERDUE_TOTAL_OVER_HANDLED hoặc OVERDUE_RESOLVED_ONLY',
  hour: 'giờ dạng 07:00',
  listColumn: 'tên cột trong danh sách hồ sơ, xem fixtures/dossier-columns.yaml',
  sourceName: 'chỉ gồm chữ thường không dấu, số và gạch nối',
  schedule: 'lịch theo mẫu cron, ví dụ */10 * * * *',
  telegramMode: 'polling hoặc webhook',
  zaloBotToken: 'mã bot Zalo có dạng 123456:ABC-DEF',
  zaloBotSecret: 'từ 8 đến 256 ký tự không dấu, không có khoảng trắng',
  count: 'số nguyên không âm',
  minutes: 'số phút nguyên từ 0 đến 1440',
  status: 'danh sách các số nguyên',
  name: 'danh sách các tên',
  mapping: 'cần các dòng “mục: giá trị”',
  ...CALENDAR_WORDS,
  ...HTTP_SETTING_WORDS,
};

/** One problem in one line: where, what, and the value found. */
export function problemText({ code, place, detail }: Problem): string {
  const words = PROBLEM_WORDS[code] ?? code;
  const found = detail === '' ? '' : `: ${SETTING_WORDS[detail] ?? columnWords(detail)}`;
  return `${placeWords(place)}: ${words}${found}`;
}

/** "Nha Trang, received: 14218 → 20": the column in the words of the form. */
function columnWords(detail: string): string {
  return detail.replace(/(?<=, )\w+(?=: )/u, (name) =>
    Object.hasOwn(COLUMN_WORDS, name) ? (COLUMN_WORDS[name] ?? name) : name,
  );
}

/**
 * Codes that have words: a test holds them against the codes in use.
 *
 * @internal Exported for tests.
 */
export const WORDED_PROBLEMS: readonly string[] = Object.keys(PROBLEM_WORDS);

function placeWords(place: string): string {
  const { file, row, column } = readPlace(place);
  const where = [
    file,
    row === null ? null : `dòng ${String(row)}`,
    column === null ? null : `cột ${column}`,
  ];
  return where.filter((part) => part !== null).join(', ');
}
