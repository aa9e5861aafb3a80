import type { CommandName } from '../asking/commands.ts';
import { bare } from '../vietnamese/fold.ts';

/** A short answer to something the bot sent by itself, as the command it stands for. */
export type SaidBack = { readonly command: CommandName; readonly rest: string };

/** "Nhận danh sách 7h", "gửi tóm tắt mỗi sáng": sent again and again, and no list of now. */
const SUBSCRIBES =
  /^(?:(?:cho|toi|em|minh|nhom|xin|muon|can|hay|bot) )*(?:dang ky(?: nhan)?|nhan|gui)(?: (?:cho|toi|em|minh|nhom|nay|tin|ban tin|thong bao))*(?= (?:.* )?(?:(?:luc )?\d{1,2} ?(?:h|gio|:)|(?:hang|moi) (?:ngay|sang|tuan)))/u;

/** "Đổi giờ gửi sang 8h": what is subscribed to, at another hour. */
const OTHER_HOUR =
  /^(?:doi|chuyen|doi lai)(?: (?:gio|lich|thoi gian|luc|gui|nhan|tin|danh sach|ho so))* (?:sang|thanh|qua|ve|den|vao|luc)(?= (?:luc )?\d{1,2} ?(?:h|gio|:))/u;

/** "Tắt danh sách sáng", "không nhận tóm tắt nữa"; what it is follows. */
const ENDS =
  /^(?:(?:cho|toi|em|minh|nhom|xin|muon|can|hay|bot) )*(?:huy|tat|ngung|dung|thoi|bo|khong)(?: (?:dang ky|gui|nhan|can|muon|bao|nua|cho|toi|em|minh|nhom|nay))*(?= (?:danh sach|tom tat|tong hop|diem tin|canh bao)\b)/u;

/** "Lịch gửi", "tôi đăng ký gì rồi": what this chat is sent, and when. */
const SCHEDULE =
  /^(?:(?:xem )?lich (?:gui|nhan|bao|dang ky)|(?:(?:toi|em|minh|nhom|nhom nay|chung toi|ben minh) )?(?:(?:da|dang) )*dang ky (?:nhung |cac )?(?:gi|tin nao))(?: (?:tin|danh sach|roi|the|a|vay|khong|nao))*[?.! ]*$/u;

const ANSWERS: readonly (readonly [RegExp, CommandName])[] = [
  [/^(da|ok,? da|toi da|em da|phuong da|xa da) nhan( duoc)?( roi)?( a| nhe)?[.! ]*$/u, 'da-nhan'],
  [/^nhac( toi| lai)+( luc| vao)?\b/u, 'nhac-lai'],
  [/^da trinh( ho so| ky)?\b/u, 'da-trinh'],
  // Only looked at: the command reads the words itself.
  [/^(?=(da|ok,? da|toi da|em da) nam( duoc| ro)?( roi)?( a| nhe)?[.! ]*$)/u, 'canh-bao'],
  [
    /^(?=((tam (dung|ngung)|bat lai|tiep tuc) canh bao|canh bao (tam (dung|ngung)|bat lai))\b)/u,
    'canh-bao',
  ],
  [SUBSCRIBES, 'dang-ky'],
  [OTHER_HOUR, 'dang-ky'],
  [ENDS, 'huy'],
  [SCHEDULE, 'lich'],
];

/** Reads "đã nhận", "nhắc lại lúc 14:00", "đã trình 0012", "đã nắm": what people type where there are no buttons. */
export function readSaidBack(text: string): SaidBack | null {
  const typed = text.normalize('NFC').trim();
  const folded = bare(typed);
  for (const [pattern, command] of ANSWERS) {
    const length = pattern.exec(folded)?.[0].length;
    if (length !== undefined) return { command, rest: typed.slice(length).trim() };
  }
  return null;
}
