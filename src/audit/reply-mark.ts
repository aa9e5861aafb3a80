import { createHash } from 'node:crypto';

import { headlineOf, plain, type Reply } from '../replies/reply.ts';
import { withoutPersonal } from './without-personal.ts';

/** What is kept of a reply: enough to tell whether another says the same, and what it was about. */
export type ReplyMark = {
  /**
   * Its first line; of a list of dossiers that is how many there are, and a second line is the list they stand in: of
   * lists no snapshot is kept.
   */
  readonly headline: string;
  /** SHA-256 (base64url) over what it says. */
  readonly replyHash: string;
};

const LONGEST_HEADLINE = 300;

/** Remembered answers are one object, given again and again. */
const marks = new WeakMap<Reply, ReplyMark>();

/**
 * Marks a reply. Its notes do not count: they say how the words were understood in the conversation, not what the
 * figures are.
 */
export function markOf(reply: Reply): ReplyMark {
  const known = marks.get(reply);
  if (known !== undefined) return known;
  const said = reply.blocks.filter(({ kind }) => kind !== 'note');
  const mark = {
    headline: [headlineOf(reply), ...listsOf(reply)]
      .map((line) => withoutPersonal(line).slice(0, LONGEST_HEADLINE))
      .join('\n'),
    replyHash: createHash('sha256').update(JSON.stringify(said)).digest('base64url'),
  };
  marks.set(reply, mark);
  return mark;
}

/** The first line and the list behind it, as `markOf` put them together; null = none was named. */
export function markedLines(headline: string): {
  readonly first: string;
  readonly list: string | null;
} {
  const [first = '', list = null] = headline.split('\n');
  return { first, list };
}

/** Where numbers come from that no snapshot holds. */
function listsOf({ blocks, snapshots }: Reply): readonly string[] {
  if (snapshots.length > 0) return [];
  return blocks
    .flatMap((block) => (block.kind === 'source' ? [plain(block.line)] : []))
    .slice(0, 1);
}
