import { NUMBERED_WORDS } from './numbered-words.ts';
import { TELEGRAM_WORDS } from './shell-words.ts';

/** What the channel of the Official Account says by itself. */
export const ZALO_OA_WORDS = {
  ...NUMBERED_WORDS,
  sentAgain: TELEGRAM_WORDS.sentAgain,
  /** Zalo takes no spreadsheets, and without a public address there is nowhere to put one. */
  fileNotSent:
    'Bảng Excel kèm theo không gửi được qua Zalo. Xem trên trang trò chuyện của máy chủ, hoặc hỏi người quản trị.',
};
