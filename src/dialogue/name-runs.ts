import type { Agency, Level } from '../agencies/agency.ts';
import type { Piece } from './sense.ts';

/** One word (or level phrase) that may belong to an agency's name. */
export type NamePart = {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** "của", "thuộc" stood before it. */
  readonly afterOf: boolean;
  readonly level: Level | null;
  /** Already certain: "#p-loc-tho", "toàn tỉnh". */
  readonly agency: Agency | null;
};

/** Words that stand together with nothing but fillers between them. */
export type NameRun = {
  readonly parts: readonly NamePart[];
  /**
   * What separates it from the run before: a joining word ("với"), mere punctuation (which also occurs inside
   * names), or something else that was said in between.
   */
  readonly joint: 'word' | 'comma' | 'break';
};

const HARD_GAP = /[;!?\n]/u;
const SOFT_GAP = /[,/|+:]|\s[-–—&]\s/u;

/** The stretches of a sentence in which agencies can be named, in order. */
export function nameRuns(
  text: string,
  pieces: readonly Piece[],
  province: Agency,
): readonly NameRun[] {
  const runs: { parts: NamePart[]; joint: NameRun['joint'] }[] = [];
  let joint: NameRun['joint'] | null = 'break';
  let afterOf = false;
  let lastEnd = 0;
  for (const piece of pieces) {
    if (isTransparent(piece)) {
      afterOf ||= piece.sense?.kind === 'of';
      continue;
    }
    const part = partOf(piece, afterOf, province);
    if (part === null) {
      joint = piece.sense?.kind === 'link' && joint !== 'break' ? 'word' : 'break';
    } else {
      joint = widest(joint, gapJoint(text.slice(lastEnd, piece.start)));
      if (joint === null) runs.at(-1)?.parts.push(part);
      else runs.push({ parts: [part], joint });
      joint = null;
      lastEnd = piece.end;
    }
    afterOf = false;
  }
  return runs;
}

/** The text of some successive parts, as typed where nothing was left out in between. */
export function textOf(text: string, parts: readonly NamePart[]): string {
  return parts
    .map((part, index) => {
      const before = parts[index - 1];
      if (before === undefined) return part.text;
      const gap = text.slice(before.end, part.start);
      return `${/[\p{L}\p{N}]/u.test(gap) ? ' ' : gap}${part.text}`;
    })
    .join('');
}

function isTransparent({ sense }: Piece): boolean {
  return (
    sense?.kind === 'filler' ||
    sense?.kind === 'of' ||
    sense?.kind === 'each' ||
    sense?.kind === 'amount'
  );
}

function gapJoint(gap: string): NameRun['joint'] | null {
  if (HARD_GAP.test(gap)) return 'break';
  return SOFT_GAP.test(gap) ? 'comma' : null;
}

function widest(
  left: NameRun['joint'] | null,
  right: NameRun['joint'] | null,
): NameRun['joint'] | null {
  const order = ['break', 'word', 'comma'] as const;
  return order.find((joint) => joint === left || joint === right) ?? null;
}

function partOf(piece: Piece, afterOf: boolean, province: Agency): NamePart | null {
  const { text, start, end, sense } = piece;
  const part = { text, start, end, afterOf, level: null, agency: null };
  switch (sense?.kind) {
    case undefined:
      return part;
    case 'level':
      return { ...part, level: sense.level };
    case 'agency':
      return { ...part, agency: sense.agency };
    case 'province':
      return { ...part, agency: province };
    default:
      return null;
  }
}
