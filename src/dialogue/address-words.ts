import { DUE_LIST } from './list-phrases.ts';
import type { Act } from './sense.ts';

/** A report of somebody, where nothing else is asked; else how people speak ("báo cáo anh …"). Separated by "|". */
export const REPORT = [
  'báo cáo',
  ...[
    'gửi',
    'lập',
    'làm',
    'cho',
    'cho xin',
    'xin',
    'cần',
    'lấy',
    'tải',
    'in',
    'xem',
    'có',
    'nộp',
  ].map((deed) => `${deed} báo cáo`),
  ...['file', 'tệp', 'bản', 'mẫu', 'biểu'].map((form) => `${form} báo cáo`),
  ...['tháng', 'quý', 'năm', 'tuần', 'ngày', 'định kỳ', 'nhanh', 'gấp'].map(
    (often) => `báo cáo ${often}`,
  ),
].join('|');

/** How officials address one another and ask politely; it says nothing of what is asked. Separated by "|". */
export const ADDRESS_WORDS =
  'đồng chí|các đồng chí|đ c|đề nghị|kính đề nghị|kính gửi|kính nhờ|kính mong|kính thưa|thưa|trân trọng|xin phép|cho xin|cho biết|cho hay|thông báo|báo giúp|xem giúp|chú|cô|bác|thủ trưởng|chủ tịch|phó chủ tịch|giám đốc|phó giám đốc';

/** Which way a figure went, beside what it is compared with ("giảm bao nhiêu so với 2022"). */
export const CHANGE_WORDS =
  'tăng|giảm|tăng bao nhiêu|giảm bao nhiêu|tăng lên|giảm đi|giảm xuống|tăng thêm|giảm được|tăng được|tăng hay không|giảm hay không';

/** Asking how fresh the figures are is asking where they come from. */
const FRESHNESS_WORDS =
  'số liệu mới nhất là khi nào|số liệu mới nhất khi nào|số liệu mới nhất ngày nào|số liệu mới nhất là ngày nào|số liệu mới nhất đến ngày nào|số liệu mới nhất tới ngày nào|số liệu mới nhất|cập nhật đến ngày nào|cập nhật tới ngày nào|cập nhật ngày nào|cập nhật đến khi nào|cập nhật khi nào|cập nhật lúc nào|số liệu cập nhật đến ngày nào|số liệu cập nhật khi nào|số liệu đến ngày nào|số liệu tới ngày nào|số liệu đến khi nào|số liệu ngày nào|số liệu khi nào';

/** What is late at this moment, and not in the newest report. */
const NOW_WORDS = [
  'hôm nay|hiện nay|hiện tại|hiện giờ|bây giờ|lúc này|tuần này|ngay lúc này|đến hôm nay|tính đến hôm nay',
  ...['còn', 'đang còn', 'hiện còn'].flatMap((still) =>
    ['', ' bao nhiêu', ' mấy'].flatMap((many) =>
      ['hồ sơ quá hạn', 'hồ sơ trễ hạn', 'hồ sơ quá hẹn'].map((what) => `${still}${many} ${what}`),
    ),
  ),
].join('|');

/** Single dossiers: which are late, the longest first. */
const LONGEST_OVERDUE_WORDS =
  'hồ sơ nào quá hạn lâu nhất|hồ sơ nào trễ hạn lâu nhất|hồ sơ nào trễ lâu nhất|hồ sơ quá hạn lâu nhất|hồ sơ trễ hạn lâu nhất|danh sách hồ sơ trễ|danh sách hồ sơ bị trễ|danh sách hồ sơ đang quá hạn|danh sách hồ sơ đang trễ hạn';

/** "So với chỉ tiêu" compares with no other agency. */
const WITH_TARGET =
  'với chỉ tiêu|với mục tiêu|so với chỉ tiêu|so với mục tiêu|so với kế hoạch|so với chỉ tiêu được giao|so với mục tiêu đề ra';

const LEVELS = ['sở', 'huyện', 'xã', 'phường', 'thị trấn', 'thị xã', 'thành phố', 'chi nhánh'];
const UNITS = [...LEVELS, 'đơn vị', 'cơ quan', 'nơi', 'địa phương', 'bên', 'khối'];
const POINTING = ['này', 'đó', 'ấy', 'kia'];
const OWN = ['mình', 'tôi', 'chúng tôi', 'chúng ta', 'chúng mình'];

/** "Phường này bao nhiêu": the one talked about, and not that level as a whole; marked, for "số này" is no department. */
const THIS_ONE = UNITS.flatMap((unit) => POINTING.map((word) => `${unit} ${word}!`));

/** That of the chat: "huyện mình", which a chat without one has not, and "đơn vị mình", "của chúng tôi". */
const OUR_PLACE = LEVELS.flatMap((unit) => OWN.map((word) => `${unit} ${word}`)).join('|');
const OUR_OWN = ['đơn vị', 'cơ quan', 'bên', 'ubnd', 'ủy ban', 'của']
  .flatMap((unit) => OWN.map((word) => `${unit} ${word}`))
  .join('|');

/** "So sánh hai sở này": those talked about, and no level to be ranked. */
const THESE_WORDS = ['hai', '2', 'ba', '3', 'các', 'những', 'mấy']
  .flatMap((many) => THIS_ONE.map((one) => `${many} ${one}`))
  .join('|');

/** Deeds asked for in more words than the others. */
export const FURTHER_ACTS: readonly (readonly [Act, string])[] = [
  ['now', NOW_WORDS],
  ['wholeYear', 'cả năm|trọn năm|nguyên năm'],
  ['overdueNow', LONGEST_OVERDUE_WORDS],
  ['dueSoon', DUE_LIST],
  ['source', FRESHNESS_WORDS],
  ['standing', WITH_TARGET],
  ['thisOne', THIS_ONE.join('|')],
  ['ourPlace', OUR_PLACE],
  ['ourOwn', OUR_OWN],
  ['these', THESE_WORDS],
];
