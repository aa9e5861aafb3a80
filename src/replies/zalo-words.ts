import { NUMBERED_WORDS } from './numbered-words.ts';
import { SENT_AGAIN_TEXT } from './outbox-words.ts';

/** What both channels of Zalo say by themselves. */
export const ZALO_WORDS = {
  ...NUMBERED_WORDS,
  /** First line of an answer that may already have arrived: the mark of the outbox. */
  sentAgain: SENT_AGAIN_TEXT,
  /** Zalo takes no spreadsheets, and one could not be put under an address. */
  fileNotSent:
    'Bảng Excel kèm theo không gửi được qua Zalo. Xem trên trang trò chuyện của máy chủ, hoặc hỏi người quản trị.',
};
export type ZaloWords = typeof ZALO_WORDS;
