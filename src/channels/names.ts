/** The names of the channels: keys of stores, of configuration and of the table of capabilities. */
export const CONSOLE = 'console';
export const WEB = 'web';
export const TELEGRAM = 'telegram';
export const ZALO_BOT = 'zalo-bot';
export const ZALO_OA = 'zalo-oa';
