import { bare, hasMarks, withMarks } from '../vietnamese/fold.ts';

const LEAD = /^linh vuc\s+/u;

/** The name of a field of work without the word that some tables put before it ("Lĩnh vực Đầu tư tại Việt Nam"). */
export function fieldName(field: string): string {
  const composed = field.normalize('NFC');
  return composed.slice(LEAD.exec(bare(composed))?.[0].length ?? 0);
}

/** One word of a field's name, as it is compared. */
export type FieldWord = { readonly folded: string; readonly marked: string };

/** The words of a name or of what was typed, in order. */
export function fieldWords(text: string): readonly FieldWord[] {
  const words = text.normalize('NFC').match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return words.map((word) => ({
    folded: bare(word),
    marked: hasMarks(word) ? withMarks(word) : '',
  }));
}

/**
 * Whether typed words name a field: all of them stand in its name, in this order ("đăng ký doanh nghiệp" is "Đăng ký
 * thành lập và hoạt động doanh nghiệp"). Marks may be missing in what is typed; they must not contradict.
 */
export function namesField(typed: readonly FieldWord[], name: readonly FieldWord[]): boolean {
  let from = 0;
  for (const word of typed) {
    const at = name.findIndex((one, index) => index >= from && isSameWord(word, one));
    if (at === -1) return false;
    from = at + 1;
  }
  return typed.length > 0;
}

function isSameWord(typed: FieldWord, named: FieldWord): boolean {
  return typed.folded === named.folded && (typed.marked === '' || typed.marked === named.marked);
}
