import type { CommandName } from '../asking/commands.ts';

/* Over folded words; what is behind the match is handed to the command, and before it what is named `kept`. */

const POLITELY = '(?:(?:cho|toi|em|minh|nhom|xin|muon|can|hay|bot) )*';

/** "Nhận danh sách 7h", "gửi tóm tắt mỗi sáng": sent again and again, and no list of now. */
const SUBSCRIBES = new RegExp(
  String.raw`^${POLITELY}(?:dang ky(?: nhan)?|nhan|gui)(?: (?:cho|toi|em|minh|nhom|nay|tin|ban tin|thong bao))*(?= (?:.* )?(?:(?:luc )?\d{1,2} ?(?:h|gio|:)|(?:hang|moi) (?:ngay|sang|tuan)))`,
  'u',
);

/** "Đổi giờ gửi sang 8h", "đổi giờ tóm tắt sang 9h": what is sent already, at another hour; which of it is handed on. */
const OTHER_HOUR =
  /^(?:doi|chuyen)(?: (?:lai|gio|lich|thoi gian|luc|gui|nhan|tin|ban))*(?: (?<kept>(?:danh sach|tom tat|tong hop|diem tin|canh bao)(?: (?:ho so|den han|lanh dao|sang))*))?(?: (?:gui|nhan|ho so))* (?:sang|thanh|qua|ve|den|vao|luc)(?= (?:luc )?\d{1,2} ?(?:h|gio|:))/du;

const NO_QUESTION = String.raw`(?!.*(?:\?| (?:ha|chua|khong|sao|nao))[?.! ]*$)`;
const WHOSE = String.raw`(?:(?:hom nay|sang nay|bot|toi|em|minh|nhom|nhom nay|chung toi|ben minh) )*`;
const SENT = String.raw`(?:danh sach|tom tat|tong hop|diem tin|canh bao)\b`;

/** "Tắt danh sách sáng", "không nhận tóm tắt nữa"; what it is follows. A question ("không gửi danh sách nào?") ends nothing. */
const ENDS = new RegExp(
  String.raw`^${NO_QUESTION}${POLITELY}(?:huy|tat|ngung|dung|thoi|khong(?= (?:nhan|gui|can|muon|bao)))(?: (?:dang ky|gui|nhan|can|muon|bao|nua|cho|toi|em|minh|nhom|nay))*(?= ${SENT})`,
  'u',
);

/** "Hủy đăng ký", "tắt", "đừng gửi nữa", and nothing behind it: all of it. */
const ENDS_ALL = new RegExp(
  String.raw`^${NO_QUESTION}${POLITELY}(?:thoi )?(?:huy (?:dang ky|nhan|gui)|tat|(?:dung|ngung) (?:gui|nhan|bao)|khong (?:(?:can|muon) )*(?:gui|nhan|bao)(?= (?:.* )?nua\b))(?: (?:nhan|gui|tin|ban tin|thong bao|bao|cho|toi|em|minh|nhom|nay|het|tat ca|nua|di|nhe|nha|roi|a|giup|lai))*[.! ]*$`,
  'u',
);

/** "Sao không gửi danh sách", "em không nhận được danh sách sáng nay": when it is sent is told, and nothing ends. */
const MISSED = new RegExp(
  String.raw`^${WHOSE}(?:(?:khong|chua) (?:(?:co )?nhan duoc|thay(?: gui)?)|chua (?:nhan|gui)|(?:sao|vi sao|tai sao) ${WHOSE}(?:khong|chua)(?: (?:co|nhan|gui|bao|thay|duoc))*)(?: tin)? (?:${SENT}|tin|ban tin)(?: (?:ho so|sap|den han|lanh dao|nao|cho|toi|em|minh|nhom|nay|sang|hom|qua|ngay|ca|moi|nua|gi|vay|the|a|ha|nhi|roi))*[?.! ]*$`,
  'u',
);

/** "Lịch gửi", "tôi đăng ký gì rồi": what this chat is sent, and when. */
const SCHEDULE =
  /^(?:(?:xem )?lich (?:gui|nhan|bao|dang ky)|(?:(?:toi|em|minh|nhom|nhom nay|chung toi|ben minh) )?(?:(?:da|dang) )*dang ky (?:nhung |cac )?(?:gi|tin nao))(?: (?:tin|danh sach|roi|the|a|vay|khong|nao))*[?.! ]*$/u;

/** What people say in plain words of what a chat is sent, and the commands that do it. */
export const SUBSCRIPTION_SAID: readonly (readonly [RegExp, CommandName])[] = [
  [SUBSCRIBES, 'dang-ky'],
  [OTHER_HOUR, 'lich'],
  [MISSED, 'lich'],
  [ENDS, 'huy'],
  [ENDS_ALL, 'huy'],
  [SCHEDULE, 'lich'],
];
