const OUTBREAK = ['covid', 'covid 19', 'dịch covid', 'dịch covid 19', 'dịch bệnh', 'đại dịch'];
const WHEN = ['do', 'vì', 'tại', 'mùa', 'đợt', 'thời', 'hồi', 'mùa dịch', 'trong mùa', 'ảnh hưởng'];

/** What lies outside of any report, and is the name of nobody. Separated by "|". */
export const OUTSIDE_CAUSES = [
  ...OUTBREAK.flatMap((what) => [what, ...WHEN.map((when) => `${when} ${what}`)]),
  ...['mùa', 'đợt', 'thời', 'trong'].map((when) => `${when} dịch!`),
].join('|');

/** "Do mưa bão", "vì thiếu người": why it may have been, and no agency unless one is called so. */
export function saysCause(text: string): boolean {
  return /^(?:do|vì|tại vì|bởi|bởi vì|nhờ) \p{L}/iu.test(text);
}
