import type { Agency, Level } from '../agencies/agency.ts';
import type { Piece, Sense } from './sense.ts';

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

const TRANSPARENT: ReadonlySet<Sense['kind']> = new Set(['filler', 'each', 'amount']);
const HARD_GAP = /[;!?\n]/u;
const SOFT_GAP = /[,/|+:]|\s[-–—&]\s/u;

/** The stretches of a sentence in which agencies can be named, in order. */
export function nameRuns(
  text: string,
  pieces: readonly Piece[],
  province: Agency,
): readonly NameRun[] {
  const runs: { parts: NamePart[]; joint: NameRun['joint'] }[] = [];
  let reading: Reading = { joint: 'break', afterOf: false, isPeriod: false, end: 0 };
  for (const piece of pieces) {
    const part = partOf(piece, reading.afterOf, province);
    if (part === null) {
      // Before the first name there is nothing to be tied to.
      reading = past(piece, runs.length > 0 ? reading : { ...reading, isPeriod: false });
      continue;
    }
    const joint = widest(reading.joint, gapJoint(text.slice(reading.end, piece.start)));
    const last = runs.at(-1);
    if (joint === null && last !== undefined) last.parts.push(part);
    else runs.push({ parts: [part], joint: joint ?? 'break' });
    reading = { joint: null, afterOf: false, isPeriod: false, end: piece.end };
  }
  return runs;
}

/** What was read since the last part of a name. */
type Reading = {
  readonly joint: NameRun['joint'] | null;
  readonly afterOf: boolean;
  /** What was said last is when, which ties agencies no less: "Nha Trang 2023 với …". */
  readonly isPeriod: boolean;
  /** Where the last part ended. */
  readonly end: number;
};

/** Fillers do not separate names; a joining word does, and whatever has a meaning does for good. */
function past({ sense }: Piece, reading: Reading): Reading {
  const kind = sense?.kind ?? 'filler';
  if (kind === 'of') return { ...reading, afterOf: true };
  if (TRANSPARENT.has(kind)) return reading;
  const isTied = reading.joint !== 'break' || reading.isPeriod;
  const ties = kind === 'link' || (reading.isPeriod && isCompare(sense));
  const isPeriod = kind === 'period';
  return { ...reading, joint: ties && isTied ? 'word' : 'break', afterOf: false, isPeriod };
}

function isCompare(sense: Sense | null): boolean {
  return sense?.kind === 'act' && sense.act === 'compare';
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

function gapJoint(gap: string): NameRun['joint'] | null {
  if (HARD_GAP.test(gap)) return 'break';
  return SOFT_GAP.test(gap) ? 'comma' : null;
}

/** The stronger of two joints. */
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
  if (sense === null) return part;
  if (sense.kind === 'level') return { ...part, level: sense.level };
  if (sense.kind === 'agency') return { ...part, agency: sense.agency };
  return sense.kind === 'province' ? { ...part, agency: province } : null;
}
