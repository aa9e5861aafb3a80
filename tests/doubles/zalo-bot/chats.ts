/** Ids are longer than a number can hold exactly, as Zalo's are. */
export const AN = { id: '6719240931234567891', display_name: 'An', is_bot: false } as const;
export const BINH = { id: '6719240931234567892', display_name: 'Bình', is_bot: false } as const;

/** A chat as the Bot Platform describes it: nothing but an id and a kind. */
export type ZaloChat = { readonly id: string; readonly chat_type: 'PRIVATE' | 'GROUP' };
export type ZaloUser = {
  readonly id: string;
  readonly display_name: string;
  readonly is_bot: boolean;
};

/** A private chat has the id of the person. */
export const PRIVATE: ZaloChat = { id: AN.id, chat_type: 'PRIVATE' };
export const GROUP: ZaloChat = { id: '8390001112223334445', chat_type: 'GROUP' };
export const OTHER_GROUP: ZaloChat = { id: '8390001112223334446', chat_type: 'GROUP' };

/** The name people pick from the list after typing @; it must begin with "Bot" and has spaces in it. */
export const BOT_NAME = 'Bot Đúng Hẹn';

/** The bot as `getMe` tells it: without the name people see. */
export const ME = {
  id: '1459232241454765289',
  account_name: 'bot.dunghen',
  account_type: 'BASIC',
  can_join_groups: true,
} as const;

export const TOKEN = '1459232241454765289:not-a-real-secret-token';
