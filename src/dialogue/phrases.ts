import type { Level } from '../agencies/agency.ts';
import type { PlaceType } from '../agencies/type-words.ts';
import type { Metric } from '../figures/metric.ts';
import { ADDRESS_WORDS, CHANGE_WORDS, FURTHER_ACTS, REPORT } from './address-words.ts';
import { AVERAGE } from './average-phrases.ts';
import { BALANCE_PARTS } from './balance-phrases.ts';
import { GRADES, OFFICIALS, PROVINCE_INDICES } from './grade-phrases.ts';
import { HELD } from './held-phrases.ts';
import { FROM_TO, HEADROOM, STANDING, TARGET } from './limit-phrases.ts';
import { LOST_POINTS } from './lost-points.ts';
import { OUTSIDE_CAUSES } from './outside-causes.ts';
import { ANYONE, BLOCKS, FIRST } from './ranking-phrases.ts';
import type { Act, ChartWord, OrderWord, Sense } from './sense.ts';
import { WHY } from './why-phrases.ts';

/**
 * The words the grammar knows, as officials type them, separated by "|". Marks may be missing in what is typed; for
 * single words, and where "!" follows, they must not contradict ("tính" is not "tỉnh", "sở hồ sơ" not "số hồ sơ");
 * a single word with "!" must have its marks ("số!" because "so" may be "sở").
 */
const METRICS: readonly (readonly [Metric, string])[] = [
  [
    'overdue',
    'trễ hạn|quá hạn|trễ hẹn|quá hẹn|trễ hạng|quá hạng|chậm hạn|chậm trễ|muộn hạn|sai hẹn|không đúng hạn|chưa đúng hạn|trễ|trể|trẽ|muộn|chậm',
  ],
  [
    'onTime',
    'đúng hạn|đúng hẹn|đúng hạng|sớm hạn|trước hạn|sớm hẹn|trước hẹn|sớm và đúng hạn|trước và đúng hạn|trước hạn và đúng hạn|sớm hạn và đúng hạn|giải quyết trong hạn|đã giải quyết trong hạn|giải quyết xong trong hạn|trả kết quả trong hạn',
  ],
  [
    'online',
    'trực tuyến|online|dvctt|dvc trực tuyến|dịch vụ công trực tuyến|nộp trực tuyến|nộp qua mạng|qua mạng|trên mạng|hồ sơ mạng',
  ],
  [
    'onlineFull',
    'toàn trình|trực tuyến toàn trình|toàn trình trực tuyến|dvctt toàn trình|dịch vụ công toàn trình|dịch vụ công trực tuyến toàn trình|mức độ 4|mức 4',
  ],
  [
    'onlinePartial',
    'một phần|1 phần|trực tuyến một phần|trực tuyến 1 phần|dvctt một phần|dịch vụ công một phần|dịch vụ công 1 phần|dịch vụ công trực tuyến một phần|dịch vụ công trực tuyến 1 phần|mức độ 3|mức 3',
  ],
  [
    'onlinePayment',
    'thanh toán|thanh toán trực tuyến|thanh toán online|thanh toán điện tử|nộp phí trực tuyến|nộp phí online|nộp phí lệ phí|nộp phí lệ phí trực tuyến|thu phí trực tuyến|thu phí lệ phí|thu phí lệ phí trực tuyến|phí lệ phí|phí lệ phí trực tuyến|phí trực tuyến|lệ phí trực tuyến|thanh toán phí|thanh toán phí lệ phí|thanh toán lệ phí|thanh toán phí và lệ phí|nghĩa vụ tài chính|thanh toán nghĩa vụ tài chính|thanh toán nghĩa vụ tài chính trên cổng quốc gia|thanh toán nghĩa vụ tài chính trên cổng dịch vụ công quốc gia|thanh toán trên cổng quốc gia|thanh toán trên cổng dịch vụ công quốc gia|thanh toán trực tuyến trên cổng dịch vụ công quốc gia|biểu đồ thanh toán',
  ],
  ['postal', 'bưu chính|bưu chính công ích|bcci|bưu điện|dịch vụ bưu chính'],
  ['digitization', 'số hóa|số hóa hồ sơ|hồ sơ số hóa|số hóa giấy tờ'],
  ['electronicResults', 'kết quả điện tử|trả kết quả điện tử|cấp kết quả điện tử|bản điện tử'],
  [
    'satisfaction',
    'hài lòng|mức độ hài lòng|chỉ số hài lòng|sự hài lòng|tỷ lệ hài lòng|tỉ lệ hài lòng|sipas|người dân hài lòng|khảo sát hài lòng|khảo sát mức độ hài lòng|phiếu khảo sát|phiếu khảo sát hài lòng|số phiếu khảo sát|số phiếu khảo sát hài lòng',
  ],
  [
    'reformIndex',
    `${GRADES}|chỉ số cải cách hành chính|chỉ số cải cách|chỉ số cchc|cchc|cải cách hành chính|điểm cchc|điểm cải cách hành chính`,
  ],
  ['provinceRank', PROVINCE_INDICES],
  [
    'serviceIndex',
    `${LOST_POINTS}|766|chỉ số 766|bộ chỉ số 766|điểm 766|quyết định 766|chỉ số phục vụ|bộ chỉ số phục vụ|chỉ số phục vụ người dân|chỉ số phục vụ người dân doanh nghiệp|chất lượng phục vụ|điểm phục vụ|điểm chất lượng phục vụ|được bao nhiêu điểm|được mấy điểm|đạt bao nhiêu điểm|đạt mấy điểm|chấm điểm|kết quả chấm điểm|tự chấm điểm|chấm bao nhiêu điểm|điểm đánh giá|điểm đánh giá chất lượng|đánh giá chất lượng|chất lượng giải quyết|đánh giá chất lượng giải quyết|điểm đánh giá chất lượng giải quyết`,
  ],
];

const WEAK_METRICS: readonly (readonly [Metric, string])[] = [
  ['serviceIndex', 'chỉ số'],
  ['dossiers', BALANCE_PARTS],
  [
    'dossiers',
    'hồ sơ|hs|tiếp nhận|nhận|nhận được|tiếp nhận và giải quyết|giải quyết|đã và đang giải quyết|đang và đã giải quyết|đang giải quyết|đã giải quyết|đã giải quyết xong|giải quyết xong|chưa giải quyết|chưa giải quyết xong|chưa xong|chưa làm xong|xử lý|đang xử lý|chưa xử lý|chưa xử lý xong|phải xử lý|phải giải quyết|cần xử lý|cần giải quyết|không xử lý bao nhiêu|không xử lý mấy|không xử lý được|không xử lý được bao nhiêu|không giải quyết bao nhiêu|không giải quyết mấy|không giải quyết được|không giải quyết được bao nhiêu|đã xử lý|đã xử lý xong|xử lý xong|đang thụ lý|tồn đọng|hồ sơ tồn đọng|hồ sơ tồn|tồn|số lượng hồ sơ|khối lượng|khối lượng hồ sơ',
  ],
];

const ORDERS: readonly (readonly [OrderWord, string])[] = [
  [
    'worst',
    'kém nhất|xấu nhất|tệ nhất|yếu nhất|tồi nhất|dở nhất|đội sổ|bét bảng|đứng bét|chót bảng|đứng chót|cuối bảng|đứng cuối|đứng cuối bảng|đứng cuối cùng|đáng lo nhất|yếu kém nhất',
  ],
  ['best', 'tốt nhất|khá nhất|giỏi nhất|nhanh nhất|đẹp nhất'],
  [
    'high',
    'cao nhất|nhiều nhất|lớn nhất|nhìu nhất|giảm dần|cao đến thấp|cao xuống thấp|từ cao đến thấp|từ cao xuống thấp|từ cao tới thấp',
  ],
  [
    'low',
    'thấp nhất|ít nhất|nhỏ nhất|tăng dần|thấp đến cao|thấp lên cao|từ thấp đến cao|từ thấp lên cao|từ thấp tới cao',
  ],
];

const ACTS: readonly (readonly [Act, string])[] = [
  ['rank', 'xếp hạng|bảng xếp hạng|thứ hạng|xếp thứ tự|xếp loại|danh sách|ds'],
  [
    'place',
    'thứ mấy|hạng mấy|đứng thứ mấy|đứng thứ|đứng hạng mấy|xếp thứ mấy|xếp thứ|xếp hạng mấy|xếp hạng thứ mấy|hạng bao nhiêu|thứ bao nhiêu|vị trí thứ mấy',
  ],
  [
    'compare',
    'so sánh|so với!|so sánh với|so với nhau|so sánh với nhau|so nhau|so sánh nhau|so sánh giữa|đối sánh|hơn kém|tốt hơn|kém hơn|cao hơn|thấp hơn|nhiều hơn|ít hơn|đặt cạnh',
  ],
  ['difference', 'chênh lệch|chênh nhau|khác nhau'],
  [
    'trend',
    'diễn biến|xu hướng|qua các năm|qua từng năm|theo năm|theo các năm|theo từng năm|theo thời gian|theo quý|theo các quý|theo từng quý|qua các quý|qua từng quý|qua các kỳ|qua từng kỳ|theo kỳ|các kỳ|theo tháng|theo từng tháng|qua các tháng|các năm|các năm qua|mấy năm qua|mấy năm nay|mấy năm gần đây|các năm gần đây|những năm gần đây|những năm qua|biến động|tăng hay giảm|giảm hay tăng|tăng giảm thế nào|tăng giảm ra sao|thay đổi thế nào|thay đổi ra sao|lịch sử|năm nào|quý nào|kỳ nào|tháng nào',
  ],
  ['field', 'lĩnh vực|theo lĩnh vực|từng lĩnh vực|các lĩnh vực|lĩnh vực nào'],
  [
    'chart',
    'biểu đồ|vẽ biểu đồ|xem biểu đồ|đồ thị|vẽ đồ thị|vẽ hình|vẽ|chart|xem hình|hình minh họa|trực quan',
  ],
  [
    'source',
    'nguồn|nguồn nào|nguồn số liệu|nguồn ở đâu|nguồn từ đâu|nguồn đâu|dẫn nguồn|trích nguồn|số liệu ở đâu|số liệu từ đâu|số liệu lấy ở đâu|số liệu lấy từ đâu|số liệu này ở đâu|số liệu này lấy ở đâu|số liệu này từ đâu|lấy ở đâu|lấy từ đâu|lấy đâu ra|ở đâu ra|từ đâu ra|từ đâu|có số liệu|có số liệu không|có số liệu chưa|đã có số liệu|đã có số liệu chưa|trích từ đâu|căn cứ vào đâu|căn cứ nào|báo cáo nào|từ báo cáo nào|theo báo cáo nào|văn bản nào|theo văn bản nào',
  ],
  [
    'formula',
    'công thức|công thức nào|công thức gì|theo công thức nào|tính theo công thức nào|tính theo công thức gì|tính theo cách nào|công thức tính|cách tính|cách tính toán|tính thế nào!|tính như thế nào!|tính ra sao!|tính sao!|tính kiểu gì|tính bằng cách nào|được tính thế nào|được tính như thế nào|mẫu số!|tử số!|tử số là gì|tính cả|có tính cả|có tính|tử số và mẫu số',
  ],
  [
    'check',
    'đối chiếu|sai lệch|khớp|không khớp|có khớp|khớp không|có khớp không|lệch|sai số|mâu thuẫn|không nhất quán|kiểm tra số liệu|có sai|có sai không|sai không|chỗ nào sai|có chỗ nào sai|sai chỗ nào|sai sót|có sai sót|có sai sót không',
  ],
  [
    'export',
    'excel|xlsx|xuất excel|ra excel|file excel|tệp excel|bảng excel|bản excel|xuất ra excel|xuất bảng|xuất báo cáo|xuất số liệu|bảng báo cáo|biểu ii.06a|biểu 06a|mẫu ii.06a|mẫu 06a|biểu mẫu|theo biểu mẫu',
  ],
  [
    'overview',
    'tổng quan|tình hình chung|toàn cảnh|bức tranh chung|nhìn chung|tóm tắt|tình hình toàn tỉnh|tình hình cả tỉnh|tình hình chung toàn tỉnh|tình hình chung cả tỉnh|tình hình chung của tỉnh|tình hình tỉnh',
  ],
  [
    'help',
    'xin chào|chào|chào bạn|chào em|chào bot|hello|hi|alo|a lô|trợ giúp|giúp|giúp tôi|giúp mình|giúp với|giúp đỡ|hướng dẫn|hướng dẫn sử dụng|help|làm được gì|làm được những gì|biết làm gì|biết gì|hỏi được gì|hỏi gì|hỏi thế nào|dùng thế nào|dùng sao|cách dùng|cách sử dụng|sử dụng thế nào|bắt đầu|menu|cảm ơn|cám ơn|thank you|thanks',
  ],
  ['continue', 'còn|thế còn|vậy còn|thì sao|thì thế nào|thế thì|vậy thì'],
  ['add', 'thêm|thêm vào|thêm nữa'],
  [
    'dueSoon',
    'sắp đến hạn|gần đến hạn|sắp tới hạn|sắp hết hạn|đến hạn hôm nay|sắp trễ hạn|sắp trễ|sắp quá hạn|đến hạn|tới hạn|hết hạn|hồ sơ đến hạn|hồ sơ nào đến hạn',
  ],
  [
    'overdueNow',
    'hồ sơ nào đang quá hạn|hồ sơ nào đang trễ hạn|hồ sơ đang quá hạn|danh sách quá hạn|danh sách trễ hạn|danh sách hồ sơ quá hạn|danh sách hồ sơ trễ hạn|những hồ sơ nào quá hạn|những hồ sơ nào trễ hạn',
  ],
  ['standing', STANDING],
  ['why', WHY],
  ['held', HELD],
  ['report', REPORT],
  ['headroom', HEADROOM],
  ['target', TARGET],
  ['trend', FROM_TO],
  ['average', AVERAGE],
  [
    'lastYear',
    'cùng kỳ|cùng kỳ năm trước|cùng kỳ năm ngoái|cùng kì|cùng kì năm trước|cùng kì năm ngoái',
  ],
];

/** How much, before a "nhất" further on ("nhiều hồ sơ trễ hạn nhất"). */
const AMOUNTS: readonly (readonly [OrderWord, string])[] = [
  ['high', 'nhiều|cao|lớn'],
  ['low', 'ít|thấp|nhỏ'],
  ['best', 'tốt|khá|giỏi'],
  ['worst', 'kém|xấu|tệ|yếu'],
];

const CHARTS: readonly (readonly [ChartWord, string])[] = [
  ['bars', 'cột|biểu đồ cột|dạng cột|hình cột|thanh ngang|biểu đồ thanh|cột ngang'],
  ['comparison', 'dạng so sánh'],
  ['trend', 'đường|biểu đồ đường|dạng đường|đường gấp khúc'],
  [
    'composition',
    'tròn|biểu đồ tròn|hình tròn|bánh|cơ cấu|biểu đồ cơ cấu|cột chồng|biểu đồ cột chồng|tỷ trọng|tỉ trọng',
  ],
];

const LEVELS: readonly (readonly [Level, string])[] = [
  [
    'commune',
    'cấp xã|xã|xã phường!|phường xã!|xã phường thị trấn|phường xã thị trấn|ubnd cấp xã|ubnd xã phường!|ubnd các xã phường|khối xã|khối cấp xã|khối xã phường',
  ],
  [
    'district',
    'cấp huyện|huyện|quận huyện|huyện thị|huyện thị thành|huyện thị thành phố|huyện thị xã thành phố|ubnd cấp huyện|ubnd huyện|khối huyện|khối cấp huyện|khối ubnd cấp huyện',
  ],
  [
    'department',
    'sở|cấp sở|khối sở|sở ngành|sở ban ngành|các sở ban ngành|ban ngành|ban ngành cấp tỉnh|sở ngành cấp tỉnh|cơ quan chuyên môn|cơ quan chuyên môn cấp tỉnh|cấp tỉnh|khối tỉnh|khối sở ngành',
  ],
  [
    'branch',
    'chi nhánh|chi nhánh văn phòng đất đai|chi nhánh đất đai|chi nhánh vpđkđđ|chi nhánh văn phòng đăng ký đất đai|chi nhánh văn phòng đkđđ|chi nhánh đkđđ|cn vpđkđđ|cnvpđkđđ|cn đất đai|khối chi nhánh|văn phòng đất đai',
  ],
  [
    'verticalSector',
    'ngành dọc|cơ quan ngành dọc|khối ngành dọc|cơ quan trung ương|các cơ quan trung ương|cơ quan tw|khối trung ương|khối cơ quan trung ương|cơ quan trung ương đóng trên địa bàn|đơn vị trung ương|đơn vị ngành dọc',
  ],
];

/** Words for one type of local government; "xã" and "huyện" are said of their whole level. */
const PLACE_TYPES: readonly (readonly [Level, PlaceType, string])[] = [
  ['commune', 'phường', 'phường'],
  ['commune', 'thị trấn', 'thị trấn'],
  ['commune', 'đặc khu', 'đặc khu'],
  ['district', 'thị xã', 'thị xã'],
  ['district', 'thành phố', 'thành phố'],
  ['district', 'quận', 'quận!'],
];

const WHICH = 'nào|những nào';
const EACH = 'các|những|từng|mỗi|tất cả các|toàn bộ các|tất cả|theo từng';
const OF = 'của|đối với|thuộc|trực thuộc|ở|tại|trong|trên địa bàn|địa bàn|bên|dưới|nằm trong';
const LINK = 'với|và|vs|hay|hoặc|giữa|cùng|cùng với|hay là';

const FILLER = [
  ADDRESS_WORDS,
  CHANGE_WORDS,
  'phải không|đúng không|phải chưa|đúng chưa|bao nhiêu|là bao nhiêu|bao nhiu|bn|bnhieu|nhiu|nhiêu|thế nào|như thế nào|ntn|ra sao|làm sao|sao|mấy|gì|không|ko|k|kg|khong|hông|chưa|hả|à|ạ|nhé|nha|nghe|nhỉ|vậy|thế|rồi|luôn|nữa|với ạ|giùm|dùm|hộ|đi|thì',
  'cho|cho tôi|cho mình|cho em|cho anh|cho xem|xem|hỏi|cho hỏi|là|đến nay|tính đến nay|tính đến|có|bị|được|đạt|đang|đã|đc|dc|cần|muốn|biết|xin|vui lòng|làm ơn|hãy|nhờ',
  'chưa có số liệu|tỷ lệ|tỉ lệ|tỷ lê|tỉ lê|tl|phần trăm|số liệu|số lượng|số|hai số|2 số|hai con số|2 con số|hai số liệu|kết quả|tình hình|con số!|tổng số|tổng|tổng cộng|tổng cộng lại|cộng lại|thông tin|cụ thể|chi tiết|chỉ tiêu|mức|mức độ|việc|thủ tục|thủ tục hành chính|tthc|chuyện|phần|về|theo|trường hợp|đơn vị|cơ quan|địa phương',
  'tôi|mình|em|anh|chị|sếp|ơi|bạn|ad|admin|bot|các anh|các chị|mọi người|nó|này|kia|đó|ấy|mà|lại|gửi|lấy|tra|tra cứu|kiểm tra|theo dõi|cung cấp|báo|nêu|nộp|phát sinh|liệt kê|kể|để|để báo cáo|hơn|gấp|họp|đi họp|lãnh đạo|liền|ngay|nhanh|trước|với em|giúp em|đâu|ra|lên|cả|tất|thật|quá|rất|nhất định|tới đâu|đến đâu|tới giờ|đến giờ|tình trạng|hình như|giai đoạn|lũy kế|nhất là|số!|số hồ sơ!|năm!|khác|còn lại|trong năm|trong kỳ|kỳ!|làm|tổng hợp|nhau|với nhau|lẫn nhau|người dân|công dân|doanh nghiệp|tiền!|số tiền|bao nhiêu tiền|giao dịch|chịu trách nhiệm|trách nhiệm|quay lại|trở lại|thôi|xuống|hạ xuống|cơ quan hành chính|cơ quan hành chính nhà nước|cơ quan nhà nước|sự phục vụ|sự phục vụ của|sự phục vụ của các cơ quan hành chính nhà nước|sự phục vụ của các cơ quan hành chính|sự phục vụ của các cơ quan nhà nước|làm ăn|làm ăn thế nào|làm ăn ra sao',
  'excel|xlsx|bảng excel|file excel|tệp excel|tải excel|bản excel',
];

/** Every phrase with its meaning, longest reading decided by the matcher. */
export const PHRASES: readonly (readonly [phrase: string, sense: Sense])[] = [
  ...METRICS.flatMap(([metric, text]) => spread(text, { kind: 'metric', metric, weak: false })),
  ...WEAK_METRICS.flatMap(([metric, text]) => spread(text, { kind: 'metric', metric, weak: true })),
  ...spread(FIRST, { kind: 'order', order: 'first' }),
  ...ORDERS.flatMap(([order, text]) => spread(text, { kind: 'order', order })),
  ...AMOUNTS.flatMap(([order, text]) => spread(text, { kind: 'amount', order })),
  ...spread('nhất|nhứt', { kind: 'most' }),
  ...spread('toàn tỉnh|cả tỉnh|tỉnh ta|tỉnh mình|tỉnh nhà|toàn bộ tỉnh', { kind: 'province' }),
  ...[...ACTS, ...FURTHER_ACTS].flatMap(([act, text]) => spread(text, { kind: 'act', act })),
  ...CHARTS.flatMap(([chart, text]) => spread(text, { kind: 'chart', chart })),
  ...LEVELS.flatMap(([level, text]) => spread(text, { kind: 'level', level, type: null })),
  ...PLACE_TYPES.flatMap(([level, type, text]) => spread(text, { kind: 'level', level, type })),
  ...spread(WHICH, { kind: 'which' }),
  ...spread(ANYONE, { kind: 'anyone' }),
  ...spread(BLOCKS, { kind: 'blocks' }),
  ...spread(EACH, { kind: 'each' }),
  ...spread(OF, { kind: 'of' }),
  ...spread(LINK, { kind: 'link' }),
  ...spread(OUTSIDE_CAUSES, { kind: 'aside' }),
  ...spread(OFFICIALS, { kind: 'aside' }),
  ...FILLER.flatMap((text) => spread(text, { kind: 'filler' })),
];

function spread(text: string, sense: Sense): readonly (readonly [string, Sense])[] {
  return text.split('|').map((phrase) => [phrase, sense] as const);
}
