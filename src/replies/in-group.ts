/**
 * What bots are called in groups where they are shown only what names them, by their channel; '' = nobody has told us.
 * Elsewhere a command reaches the bot as it is.
 */
export type BotNames = Readonly<Record<string, string>>;

/** Where something is to be typed. */
export type Place = { readonly channel: string; readonly chatKind: 'private' | 'group' };

/** A name typed by hand is no mention: it never reaches the bot. */
const PICKED = 'gõ @ rồi chọn tên bot trong danh sách hiện ra, đừng gõ tay cả tên';

/** What is to be typed so that the bot is shown it: "@Bot Đúng Hẹn /gan-nhom". */
export function typedAt({ channel, chatKind }: Place, command: string, names: BotNames): string {
  const name = chatKind === 'group' ? names[channel] : undefined;
  return name === undefined ? command : `@${name === '' ? '(tên bot)' : name} ${command}`;
}

/** How the bot is named there, in brackets behind what is typed; '' where it need not be. */
export function pickedAt({ channel, chatKind }: Place, names: BotNames): string {
  return chatKind === 'group' && names[channel] !== undefined ? ` (${PICKED})` : '';
}

/** Whether groups of a messenger reach the bot by its name only. */
export function hearsNameOnly(channel: string, names: BotNames): boolean {
  return names[channel] !== undefined;
}
