import type { Block } from '../replies/reply.ts';
import type { Capabilities } from './capabilities.ts';
import { type LaidLine, layOut } from './lay-out.ts';
import { lengthOf, splitLines } from './split-lines.ts';
import { type StrongText, strongText } from './strong-text.ts';

/** One message: its text, and whether the chart goes with it. */
type PlainMessage = StrongText & { readonly carriesChart: boolean };

/** How a reply is to be put into messages. */
export type PlainForm = {
  readonly capabilities: Pick<
    Capabilities,
    'textLimit' | 'captionLimit' | 'tableWidth' | 'mostParts'
  >;
  readonly chart: boolean;
  /** Lines that end the last message whatever is cut: where the file is, the choices. */
  readonly ending: readonly string[];
  /** Characters to leave free for the mark of a repeated message. */
  readonly room: number;
  /** The line that stands for so many lines left out. */
  readonly more: (lines: number) => string;
};

/** The messages of a reply in order, and how many of its lines are not in them. */
export type Composed = { readonly messages: readonly PlainMessage[]; readonly left: number };

/** Characters of "(12/34)" and the line end before it. */
const PART_MARK = 8;

/** More lines than any reply has: what the line about those left out is measured with. */
const MANY_LINES = 9_999;

/**
 * Puts a reply into messages of plain text: cut at line ends, parts numbered "(1/3)". With a chart the first message is
 * the picture with the whole text as its caption or, if that is too long, with the headline; where pictures have no
 * captions it comes last. An answer of more parts than the channel should take is cut, and the lines left are counted.
 */
export function composePlain(blocks: readonly Block[], form: PlainForm): Composed {
  const { capabilities, chart, room } = form;
  const lines = layOut(blocks, capabilities.tableWidth);
  const captionLimit = capabilities.captionLimit - room;
  if (!chart) return textMessages(lines, form);
  if (capabilities.captionLimit === 0) {
    const { messages, left } = textMessages(lines, form);
    return { messages: [...messages, captioned([])], left };
  }
  const whole = [...lines, ...endingLines(form)];
  if (sizeOf(whole) <= captionLimit) return { messages: [captioned(whole)], left: 0 };
  const body = lines.findIndex(({ kind }) => kind !== 'headline');
  const head = lines.slice(0, Math.max(0, body));
  const fits = sizeOf(head) <= captionLimit;
  const { messages, left } = textMessages(fits ? lines.slice(Math.max(0, body)) : lines, form);
  return { messages: [captioned(fits ? head : []), ...messages], left };
}

function captioned(lines: readonly LaidLine[]): PlainMessage {
  const [part = []] = splitLines(lines, Infinity);
  return { ...strongText(part), carriesChart: true };
}

function textMessages(lines: readonly LaidLine[], form: PlainForm): Composed {
  const { capabilities, room } = form;
  const limit = capabilities.textLimit - room;
  const ending = endingLines(form);
  const whole = [...lines, ...ending];
  if (sizeOf(whole) <= limit) return { messages: numberedParts(splitLines(whole, limit)), left: 0 };
  const parts = splitLines(whole, limit - PART_MARK);
  if (parts.length <= capabilities.mostParts) return { messages: numberedParts(parts), left: 0 };
  const { kept, left } = cutParts(lines, ending, form);
  return { messages: numberedParts(kept), left };
}

/** The first parts whole; the last one gives way to what must not be cut off. */
function cutParts(lines: readonly LaidLine[], ending: readonly LaidLine[], form: PlainForm) {
  const { capabilities, room, more } = form;
  const limit = capabilities.textLimit - room - PART_MARK;
  const parts = splitLines(lines, limit);
  const whole = parts.slice(0, capabilities.mostParts - 1);
  const rest = parts.slice(capabilities.mostParts - 1).flat();
  const free = limit - sizeOf([noteLine(more(MANY_LINES)), ...ending]) - 1;
  let end = 0;
  while (end < rest.length && sizeOf(rest.slice(0, end + 1)) <= free) end += 1;
  const left = rest.slice(end).filter(({ kind }) => kind !== 'gap').length;
  const last = [...rest.slice(0, end), ...(left > 0 ? [noteLine(more(left))] : []), ...ending];
  return { kept: [...whole, ...splitLines(last, limit)], left };
}

function numberedParts(parts: readonly (readonly LaidLine[])[]): readonly PlainMessage[] {
  return parts.map((part, index) => {
    const mark = `(${index + 1}/${parts.length})`;
    const lines = parts.length === 1 ? part : [...part, noteLine(mark)];
    return { ...strongText(lines), carriesChart: false };
  });
}

function endingLines({ ending }: PlainForm): readonly LaidLine[] {
  return ending.length === 0 ? [] : [{ kind: 'gap', line: [] }, ...ending.map(noteLine)];
}

function noteLine(text: string): LaidLine {
  return { kind: 'note', line: [text] };
}

function sizeOf(lines: readonly LaidLine[]): number {
  return lines.reduce((sum, line) => sum + lengthOf(line) + 1, -1);
}
