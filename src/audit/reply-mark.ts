import { createHash } from 'node:crypto';

import type { NamedList } from '../dossiers/named-list.ts';
import { headlineOf, type Reply } from '../replies/reply.ts';
import { withoutPersonal } from './without-personal.ts';

/** What is kept of a reply: enough to tell whether another says the same, and what it was about. */
export type ReplyMark = {
  /**
   * Its first line; of a list of dossiers that is how many there are. Entries of before lists were kept as data have the
   * list in words as a second line.
   */
  readonly headline: string;
  /** The list of dossiers it named: of lists no snapshot is kept. */
  readonly list: NamedList | null;
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
    headline: withoutPersonal(headlineOf(reply)).slice(0, LONGEST_HEADLINE),
    list: reply.list ?? null,
    replyHash: createHash('sha256').update(JSON.stringify(said)).digest('base64url'),
  };
  marks.set(reply, mark);
  return mark;
}
