/** How far it is to a limit: "còn bao nhiêu hồ sơ nữa", "thêm mấy hồ sơ trễ", then "thì vượt". */
export const HEADROOM = [
  ...['còn', 'còn được', 'được', 'được thêm', 'thêm', 'còn thêm', 'được phép thêm'].flatMap(
    (more) =>
      ['bao nhiêu', 'mấy'].flatMap((many) =>
        ['hồ sơ', 'hs', 'hồ sơ trễ', 'hồ sơ trễ hạn', 'hồ sơ quá hạn'].map(
          (what) => `${more} ${many} ${what} nữa`,
        ),
      ),
  ),
  ...['hồ sơ', 'hồ sơ trễ', 'hồ sơ trễ hạn'].flatMap((what) => [
    `thêm bao nhiêu ${what}`,
    `thêm mấy ${what}`,
    `được trễ thêm bao nhiêu ${what}`,
  ]),
  ...['cần', 'cần thêm', 'cần có'].flatMap((more) =>
    ['bao nhiêu', 'mấy'].flatMap((many) =>
      ['hồ sơ', 'hs', 'hồ sơ đúng hạn'].map((what) => `${more} ${many} ${what}`),
    ),
  ),
  'để xuống|mới xuống|thì xuống|thì chạm|là chạm|mới chạm|thì vượt|là vượt|mới vượt|chạm ngưỡng|chạm mục tiêu|cách ngưỡng bao nhiêu|cách mục tiêu bao nhiêu|được trễ thêm|dư địa',
].join('|');

/** Whether a limit is kept. */
export const STANDING =
  'chưa đạt|không đạt|đạt không|đạt chưa|có đạt|có đạt không|có đạt chưa|đã đạt chưa|vượt không|vượt chưa|có vượt|có vượt không|đã vượt chưa|bị vượt không|đạt mục tiêu|đạt chỉ tiêu|đạt yêu cầu|đạt kế hoạch|mục tiêu|dưới mục tiêu|trên mục tiêu|vượt mục tiêu|vượt chỉ tiêu|vượt ngưỡng|vượt mức cho phép';

/** From where to where a rate went: no limit is asked for. Separated by "|". */
export const FROM_TO = ['bao nhiêu', 'bao nhiêu phần trăm', 'mấy', 'mấy phần trăm']
  .flatMap((many) => [
    `tăng từ ${many}`,
    `giảm từ ${many}`,
    ...['xuống', 'xuống còn', 'lên', 'đến', 'còn', 'giảm xuống', 'giảm còn', 'tăng lên'].map(
      (to) => `từ ${many} ${to} ${many}`,
    ),
    ...['xuống', 'xuống còn', 'lên', 'đến', 'còn'].flatMap((to) =>
      ['tăng', 'giảm'].map((way) => `${way} từ ${many} ${to} ${many}`),
    ),
  ])
  .join('|');

/** What the limit is. */
export const TARGET =
  'mục tiêu là bao nhiêu|mục tiêu bao nhiêu|mục tiêu là gì|chỉ tiêu bao nhiêu|chỉ tiêu là bao nhiêu|chỉ tiêu là gì|chỉ tiêu của tỉnh|mục tiêu của tỉnh|chỉ tiêu tỉnh giao|chỉ tiêu được giao|chỉ tiêu đề ra|mục tiêu đề ra|ngưỡng bao nhiêu|ngưỡng là bao nhiêu|từ bao nhiêu|từ bao nhiêu phần trăm';
