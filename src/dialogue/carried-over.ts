/** Folded: "từ kỳ trước chuyển sang", "tồn kỳ trước", "chuyển từ kỳ trước qua". */
export const CARRIED_OVER =
  /^(?:ton (?:tu )?(?:ky|quy|nam) truoc|(?:tu )?(?:ky|quy|nam) truoc (?:chuyen|de lai)|chuyen (?:tu )?(?:ky|quy|nam) truoc)/u;

const SOURCE = String.raw`(?<![\p{L}\p{N}])(?:(?:tồn|ton)\s+(?:(?:từ|tu)\s+)?PERIOD|(?:(?:từ|tu)\s+)?PERIOD\s+(?:chuyển|chuyen|để|de)(?:\s+(?:lại|lai|qua|sang|tiếp|tiep))?|(?:chuyển|chuyen)\s+(?:từ|tu)\s+PERIOD(?:\s+(?:qua|sang))?)(?![\p{L}\p{N}])`;
const IN_TEXT = new RegExp(
  SOURCE.replaceAll('PERIOD', String.raw`(?:kỳ|kì|ky|ki|quý|quy|năm|nam)\s+(?:trước|truoc)`),
  'giu',
);

/** Where a sentence speaks of dossiers of the period before that are still there: no period is asked for by that. */
export function carriedOverIn(
  text: string,
): readonly { readonly start: number; readonly end: number }[] {
  return Array.from(text.matchAll(IN_TEXT), ({ 0: words, index: start }) => ({
    start,
    end: start + words.length,
  }));
}
