import type { CommandName } from '../asking/commands.ts';

/* Over folded words; what is behind the match is handed to the command. */

const POLITELY = '(?:(?:cho|toi|em|minh|nhom|xin|muon|can|hay|bot) )*';

/** "Nhận danh sách 7h", "gửi tóm tắt mỗi sáng": sent again and again, and no list of now. */
const SUBSCRIBES = new RegExp(
  String.raw`^${POLITELY}(?:dang ky(?: nhan)?|nhan|gui)(?: (?:cho|toi|em|minh|nhom|nay|tin|ban tin|thong bao))*(?= (?:.* )?(?:(?:luc )?\d{1,2} ?(?:h|gio|:)|(?:hang|moi) (?:ngay|sang|tuan)))`,
  'u',
);

/** "Đổi giờ gửi sang 8h": what is subscribed to, at another hour. */
const OTHER_HOUR =
  /^(?:doi|chuyen|doi lai)(?: (?:gio|lich|thoi gian|luc|gui|nhan|tin|danh sach|ho so))* (?:sang|thanh|qua|ve|den|vao|luc)(?= (?:luc )?\d{1,2} ?(?:h|gio|:))/u;

/** "Tắt danh sách sáng", "không nhận tóm tắt nữa"; what it is follows. A question ("không gửi danh sách nào?") ends nothing. */
const ENDS = new RegExp(
  String.raw`^(?!.*(?:\?| (?:ha|chua|khong|sao|nao))[?.! ]*$)${POLITELY}(?:huy|tat|ngung|dung|thoi|khong(?= (?:nhan|gui|can|muon|bao)))(?: (?:dang ky|gui|nhan|can|muon|bao|nua|cho|toi|em|minh|nhom|nay))*(?= (?:danh sach|tom tat|tong hop|diem tin|canh bao)\b)`,
  'u',
);

/** "Lịch gửi", "tôi đăng ký gì rồi": what this chat is sent, and when. */
const SCHEDULE =
  /^(?:(?:xem )?lich (?:gui|nhan|bao|dang ky)|(?:(?:toi|em|minh|nhom|nhom nay|chung toi|ben minh) )?(?:(?:da|dang) )*dang ky (?:nhung |cac )?(?:gi|tin nao))(?: (?:tin|danh sach|roi|the|a|vay|khong|nao))*[?.! ]*$/u;

/** What people say in plain words of what a chat is sent, and the commands that do it. */
export const SUBSCRIPTION_SAID: readonly (readonly [RegExp, CommandName])[] = [
  [SUBSCRIBES, 'dang-ky'],
  [OTHER_HOUR, 'dang-ky'],
  [ENDS, 'huy'],
  [SCHEDULE, 'lich'],
];
