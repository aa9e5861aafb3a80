/**
 * Letters and digits only, lower case, without marks: "/trễ-hạn", "TRE_HAN" and "trehan" are all "trehan".
 * @param {string} text
 * @returns {string}
 */
export function fold(text) {
  return text
    .normalize('NFD')
    .toLowerCase()
    .replaceAll('đ', 'd')
    .replace(/[^\p{L}\p{N}]+/gu, '');
}
