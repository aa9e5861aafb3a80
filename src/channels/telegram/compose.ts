import type { Block } from '../../replies/reply.ts';
import { layOut } from '../lay-out.ts';
import { lengthOf, splitLines } from '../split-lines.ts';
import { htmlOf } from './html.ts';

/** Bot API: characters of a message and of a caption after markup is taken out (it counts fewer than UTF-16 units). */
const TEXT_LIMIT = 4096;
const CAPTION_LIMIT = 1024;

/** Columns of a fixed-width font that fit on a phone held upright. */
const PHONE_COLUMNS = 34;

/** One message to be sent. */
export type Part = { readonly withChart: boolean; readonly html: string };

/** Whether a chart goes along, and how many characters to leave free for the mark of a repeated message. */
export type Composing = { readonly withChart: boolean; readonly room: number };

/**
 * The messages a reply becomes, in order and complete: text within the limits; with a chart, one photo whose caption
 * is the whole text, or, if that is too long, a photo with the headline followed by the rest as text.
 *
 * @internal Exported for tests.
 */
export function compose(blocks: readonly Block[], { withChart, room }: Composing): readonly Part[] {
  if (!withChart) return textParts(blocks, TEXT_LIMIT - room);
  const whole = asCaption(blocks, CAPTION_LIMIT - room);
  if (whole !== null) return [{ withChart, html: whole }];
  const body = blocks.findIndex(({ kind }) => kind !== 'headline');
  const headline = asCaption(blocks.slice(0, Math.max(0, body)), CAPTION_LIMIT - room);
  return [
    { withChart, html: headline ?? '' },
    ...textParts(headline === null ? blocks : blocks.slice(Math.max(0, body)), TEXT_LIMIT - room),
  ];
}

/** Composing with the room for the mark settled. */
export type Compose = (blocks: readonly Block[], withChart: boolean) => readonly Part[];

/**
 * Composes, and keeps the outcome as long as the blocks themselves live: the dialogue gives common answers again and
 * again, and pushes go to many groups.
 */
export function keptCompose(room: number): Compose {
  const texts = new WeakMap<readonly Block[], readonly Part[]>();
  const charts = new WeakMap<readonly Block[], readonly Part[]>();
  return (blocks, withChart) => {
    const kept = withChart ? charts : texts;
    const parts = kept.get(blocks) ?? compose(blocks, { withChart, room });
    kept.set(blocks, parts);
    return parts;
  };
}

function textParts(blocks: readonly Block[], limit: number): readonly Part[] {
  return splitLines(layOut(blocks, PHONE_COLUMNS), limit).map((lines) => ({
    withChart: false,
    html: htmlOf(lines),
  }));
}

/** The blocks as one caption; null = too long for one. */
function asCaption(blocks: readonly Block[], limit: number): string | null {
  const lines = layOut(blocks, PHONE_COLUMNS);
  const length = lines.reduce((sum, line) => sum + lengthOf(line) + 1, -1);
  if (length > limit) return null;
  return splitLines(lines, limit).map(htmlOf).join('\n');
}
