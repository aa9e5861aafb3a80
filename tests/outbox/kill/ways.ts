import { GROUP, OTHER_GROUP } from '../../doubles/zalo-bot/chats.ts';

/** Which messenger is spoken to while the process is killed: the thinnest there is, or one of Zalo's. */
export type KillWay = 'thin' | 'zalo-bot' | 'zalo-oa';

type KillSetting = {
  /** Under which name its channel runs. */
  readonly channel: string;
  readonly chats: readonly string[];
  /** Time runs so many times faster, for all processes alike: pauses are those of a day on which much goes wrong. */
  readonly faster: number;
};

/** How each of them is spoken to. */
export const KILL_WAYS: Readonly<Record<KillWay, KillSetting>> = {
  thin: { channel: 'telegram', chats: ['-1', '-2'], faster: 20 },
  'zalo-bot': { channel: 'zalo-bot', chats: [GROUP.id, OTHER_GROUP.id], faster: 20 },
  // a process that dies renewing tokens holds up the others for a minute and a half
  'zalo-oa': { channel: 'zalo-oa', chats: ['gmf-1', 'gmf-2'], faster: 300 },
};
