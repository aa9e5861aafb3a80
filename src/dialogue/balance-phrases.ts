/** Parts of what came in and of what is pending, as forms and officials call them. Separated by "|". */
export const BALANCE_PARTS = [
  'tiếp nhận mới|nhận mới|mới tiếp nhận|mới nhận|hồ sơ mới tiếp nhận|hồ sơ tiếp nhận mới|hồ sơ mới nhận|tiếp nhận trong kỳ|tiếp nhận mới trong kỳ|mới tiếp nhận trong kỳ',
  ...['', 'nộp ', 'nhận ', 'tiếp nhận '].map(
    (deed) =>
      `${deed}trực tiếp|${deed}trực tiếp bưu chính|${deed}trực tiếp và bưu chính|${deed}trực tiếp hoặc bưu chính|${deed}trực tiếp qua bưu chính|${deed}trực tiếp dịch vụ bưu chính`,
  ),
  ...['', 'còn ', 'đang ', 'đang còn ', 'tồn '].map((still) => `${still}trong hạn`),
  ...['đang', 'chưa', 'đang còn'].flatMap((still) =>
    ['giải quyết', 'xử lý', 'thụ lý'].map((deed) => `${still} ${deed} trong hạn`),
  ),
  'còn hạn|chưa đến hạn|chưa tới hạn|chưa đến hẹn',
  ...['còn', 'còn lại', 'hiện còn', 'đang còn', 'vẫn còn'].flatMap((still) =>
    ['bao nhiêu', 'mấy'].flatMap((many) => [`${still} ${many} hồ sơ`, `${still} ${many} hs`]),
  ),
].join('|');
