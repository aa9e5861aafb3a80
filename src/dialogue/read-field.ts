import { textOf } from './field-stretch.ts';
import { hasAct } from './level-words.ts';
import { meantField } from './meant-field.ts';
import type { AgencyLookup } from './read-agencies.ts';
import { saidField } from './said-field.ts';
import type { FieldRead, Piece } from './sense.ts';

/**
 * Reads the field of work a sentence is about: the words behind "lĩnh vực", or words of a known field beside the name of
 * an agency that has figures of it ("xây dựng Nha Trang"), or alone where an agency is talked about. Whatever is the
 * name of an agency as it stands stays that: Sở Xây dựng, Văn phòng Đăng ký đất đai.
 */
export function withField(pieces: readonly Piece[], lookup: AgencyLookup): readonly Piece[] {
  const found = hasAct(pieces, ['field']) ? saidField(pieces, lookup) : meantField(pieces, lookup);
  if (found === null) return pieces;
  const { stretch, isSaid, rival } = found;
  const named = pieces.slice(stretch.from, stretch.to);
  const [first, last] = [named[0], named.at(-1)];
  if (first === undefined || last === undefined) return pieces;
  const text = textOf(named);
  const field: Piece = {
    ...first,
    text,
    folded: named.map(({ folded }) => folded).join(' '),
    end: last.end,
    sense: { kind: 'field', read: { text, isSaid, rival } },
  };
  return [...pieces.slice(0, stretch.from), field, ...pieces.slice(stretch.to)];
}

/** The field a sentence is about; null when it is about none. */
export function fieldIn(pieces: readonly Piece[]): FieldRead | null {
  const piece = pieces.find(({ sense }) => sense?.kind === 'field');
  return piece?.sense?.kind === 'field' ? piece.sense.read : null;
}
