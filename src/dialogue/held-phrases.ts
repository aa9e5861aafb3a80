const PLACES = ['bước', 'khâu', 'công đoạn', 'phòng', 'bộ phận', 'phòng ban'];
const STUCK = ['tắc', 'ách tắc', 'ùn tắc', 'ùn ứ', 'vướng', 'kẹt', 'nằm'];

/** Where dossiers are at this moment: "ai đang giữ", "bước nào", "đang tắc ở khâu nào". Separated by "|". */
export const HELD = [
  'ai đang giữ|ai giữ|ai còn giữ|ai đang xử lý|ai đang thụ lý|ai đang để|đang giữ|còn giữ|giữ',
  ...PLACES.flatMap((place) => [
    `${place} nào`,
    ...STUCK.flatMap((stuck) => [`${stuck} ở ${place} nào`, `đang ${stuck} ở ${place} nào`]),
  ]),
  ...STUCK.flatMap((stuck) => [`${stuck} ở đâu`, `đang ${stuck} ở đâu`, `bị ${stuck} ở đâu`]),
  'tắc|đang tắc|bị tắc|đang bị tắc|ách tắc|ùn tắc|ùn ứ|đang ùn tắc|đang ách tắc',
].join('|');
