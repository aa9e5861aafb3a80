import { plain, type Reply } from '../../src/replies/reply.ts';

/** The mark of a repeated message. */
export const AGAIN = { kind: 'headline', line: ['(again)'] } as const;

/** What a reply of lines says. */
export function textOf({ blocks }: Reply): string {
  return blocks.map((block) => ('line' in block ? plain(block.line) : '')).join(' ');
}
