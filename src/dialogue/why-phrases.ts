const LIKE_THIS = [
  'cao',
  'thấp',
  'nhiều',
  'ít',
  'trễ',
  'chậm',
  'tệ',
  'kém',
  'lớn',
  'nhỏ',
  'dữ',
].flatMap((how) => [`sao ${how} thế`, `sao ${how} vậy`, `sao ${how} quá`, `sao lại ${how}`]);

/** Asking for what is behind a number. Separated by "|". */
export const WHY = [
  'tại sao|vì sao|tại vì sao|sao lại|sao lại thế|sao lại vậy|tại sao lại|vì sao lại|sao vậy|sao thế|sao kỳ vậy',
  'lý do|lí do|lý do gì|lý do là gì|lý do vì sao|vì lý do gì|nguyên nhân|nguyên nhân gì|nguyên nhân là gì|nguyên nhân do đâu|do đâu|do đâu mà|vì đâu|tại đâu|giải thích|giải trình',
  'do ai|tại ai|ai gây ra|ai gây|do đơn vị nào|tại đơn vị nào|do cơ quan nào',
  'mất ở đâu|mất chỗ nào|mất ở nhóm nào|nhóm nào|ở nhóm nào|do nhóm nào|những nhóm nào|thành phần nào|tiêu chí nào',
  ...LIKE_THIS,
].join('|');
