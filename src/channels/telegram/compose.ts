import type { Block } from '../../replies/reply.ts';
import { CAPABILITIES } from '../capabilities.ts';
import { layOut } from '../lay-out.ts';
import { lengthOf, splitLines } from '../split-lines.ts';
import { htmlOf } from './html.ts';

const {
  textLimit: TEXT_LIMIT,
  captionLimit: CAPTION_LIMIT,
  tableWidth: PHONE_COLUMNS,
} = CAPABILITIES.telegram;

/** What a message carries beside its text, which is then its caption. */
type Carried = 'chart' | 'file' | null;

/** One message to be sent. */
export type Part = { readonly carries: Carried; readonly html: string };

/** What goes along with a reply. */
type Along = { readonly chart: boolean; readonly file: boolean };

/** What goes along, and how many characters to leave free for the mark of a repeated message. */
export type Composing = Along & { readonly room: number };

/**
 * The messages a reply becomes, in order and complete: text within the limits; with a chart, one photo whose caption
 * is the whole text, or, if that is too long, a photo with the headline followed by the rest as text. A file comes
 * last; without a chart and with a short text it carries that as its caption.
 *
 * @internal Exported for tests.
 */
export function compose(
  blocks: readonly Block[],
  { chart, file, room }: Composing,
): readonly Part[] {
  if (chart) return [...withChart(blocks, room), ...(file ? [BARE_FILE] : [])];
  const texts = textParts(blocks, TEXT_LIMIT - room);
  if (!file) return texts;
  const whole = asCaption(blocks, CAPTION_LIMIT - room);
  return whole === null ? [...texts, BARE_FILE] : [{ carries: 'file', html: whole }];
}

const BARE_FILE: Part = { carries: 'file', html: '' };

function withChart(blocks: readonly Block[], room: number): readonly Part[] {
  const carries = 'chart';
  const whole = asCaption(blocks, CAPTION_LIMIT - room);
  if (whole !== null) return [{ carries, html: whole }];
  const body = blocks.findIndex(({ kind }) => kind !== 'headline');
  const headline = asCaption(blocks.slice(0, Math.max(0, body)), CAPTION_LIMIT - room);
  return [
    { carries, html: headline ?? '' },
    ...textParts(headline === null ? blocks : blocks.slice(Math.max(0, body)), TEXT_LIMIT - room),
  ];
}

/** Composing with the room for the mark settled. */
export type Compose = (blocks: readonly Block[], along: Along) => readonly Part[];

/**
 * Composes, and keeps the outcome as long as the blocks themselves live: the dialogue gives common answers again and
 * again, and pushes go to many groups.
 */
export function keptCompose(room: number): Compose {
  const kept = new WeakMap<readonly Block[], Map<string, readonly Part[]>>();
  return (blocks, along) => {
    const ways = kept.get(blocks) ?? new Map<string, readonly Part[]>();
    const way = `${String(along.chart)} ${String(along.file)}`;
    const parts = ways.get(way) ?? compose(blocks, { ...along, room });
    kept.set(blocks, ways.set(way, parts));
    return parts;
  };
}

function textParts(blocks: readonly Block[], limit: number): readonly Part[] {
  return splitLines(layOut(blocks, PHONE_COLUMNS), limit).map((lines) => ({
    carries: null,
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
