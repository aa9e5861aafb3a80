import { type Line, plain, type Span } from '../replies/reply.ts';
import type { LaidLine } from './lay-out.ts';

/**
 * Splits laid-out lines into messages of at most `limit` UTF-16 units each, line ends included. Cuts between lines;
 * only a line that is longer than a whole message is cut at a space, or hard between letters if it has none.
 * Nothing but empty lines and the spaces at the cuts is lost.
 */
export function splitLines(
  lines: readonly LaidLine[],
  limit: number,
): readonly (readonly LaidLine[])[] {
  const whole = lines.reduce((sum, line) => sum + lengthOf(line) + 1, -1);
  if (whole <= limit) return [withoutOuterGaps(lines)].filter((part) => part.length > 0);
  const parts: LaidLine[][] = [[]];
  let length = 0;
  for (const line of lines.flatMap((uncut) => cutLine(uncut, limit))) {
    const size = lengthOf(line);
    const last = parts.at(-1);
    if (last === undefined || (last.length > 0 && length + 1 + size > limit)) {
      parts.push([line]);
      length = size;
    } else {
      length += last.length === 0 ? size : size + 1;
      last.push(line);
    }
  }
  return parts.map(withoutOuterGaps).filter((part) => part.length > 0);
}

/** UTF-16 units of a laid-out line; never less than what messengers count. */
export function lengthOf({ line }: LaidLine): number {
  return plain(line).length;
}

function isBlank({ line }: LaidLine): boolean {
  return plain(line).trim() === '';
}

function withoutOuterGaps(part: readonly LaidLine[]): readonly LaidLine[] {
  const start = part.findIndex((line) => !isBlank(line));
  return start === -1 ? [] : part.slice(start, part.findLastIndex((line) => !isBlank(line)) + 1);
}

function cutLine({ kind, line }: LaidLine, limit: number): readonly LaidLine[] {
  const pieces: LaidLine[] = [];
  let rest = line;
  for (let text = plain(rest); text.length > limit; text = plain(rest)) {
    const end = cutAt(text, limit);
    pieces.push({ kind, line: slice(rest, 0, end) });
    const skipped = text.length - end - text.slice(end).trimStart().length;
    rest = slice(rest, end + skipped, text.length);
  }
  return [...pieces, { kind, line: rest }];
}

/** A mark, joiner or half of a pair that belongs to the letter before it. */
const CONTINUES_LETTER = /^[\p{M}\u200D\uDC00-\uDFFF]/u;

/** Letters are kept whole up to this many units; stacks of marks beyond it are only made to tease. */
const LONGEST_LETTER = 16;

/** Where to cut a text that is too long: at the last space that fits, else between two letters. */
function cutAt(text: string, limit: number): number {
  const space = text.lastIndexOf(' ', limit);
  if (space > 0) return space;
  const continues = (at: number) => CONTINUES_LETTER.test(text.slice(at, at + 2));
  for (let end = limit; end > Math.max(0, limit - LONGEST_LETTER); end -= 1) {
    if (!continues(end)) return end;
  }
  return limit;
}

/** The part of a line from one position of its plain text to another, emphasis kept. */
function slice(line: Line, from: number, to: number): Line {
  let start = 0;
  return line.flatMap((span): Span[] => {
    const text = typeof span === 'string' ? span : span.strong;
    const piece = text.slice(Math.max(0, from - start), Math.max(0, to - start));
    start += text.length;
    if (piece === '') return [];
    return [typeof span === 'string' ? piece : { strong: piece }];
  });
}
