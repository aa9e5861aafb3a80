const CHANNEL_NAMES: Readonly<Record<string, string>> = {
  telegram: 'Telegram',
  'zalo-bot': 'Zalo Bot',
  'zalo-oa': 'Zalo OA',
};

/** What people call a messenger. */
export function channelName(channel: string): string {
  return CHANNEL_NAMES[channel] ?? channel;
}
