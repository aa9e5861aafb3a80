import type { Agency, Level } from './agency.ts';

/** The level whose limits and targets an agency is held to: its own, and for a total that of its members. */
export function judgedLevel({ level, memberLevel }: Pick<Agency, 'level' | 'memberLevel'>): Level {
  return memberLevel ?? level;
}
