/** First of all, which of what is late is nothing to be proud of. */
export const FIRST = 'đứng đầu|đứng đầu bảng|dẫn đầu|đi đầu|đầu bảng|đứng nhất|đứng thứ nhất';

const OFFICES = ['cơ quan hành chính', 'cơ quan nhà nước', 'cơ quan hành chính nhà nước']
  .flatMap((offices) => [
    `${offices} nào`,
    ...['các', 'những', 'mọi', 'từng', 'tất cả các', 'bao nhiêu'].map((all) => `${all} ${offices}`),
  ])
  .join('|');

/** Any of the units, or each of them. */
export const ANYONE = `đơn vị nào|cơ quan nào|địa phương nào|nơi nào|chỗ nào|những đơn vị nào|các đơn vị|các cơ quan|các địa phương|từng đơn vị|từng địa phương|toàn bộ đơn vị|những đơn vị|bao nhiêu đơn vị|mấy đơn vị|bao nhiêu cơ quan|mọi đơn vị|mọi cơ quan|tất cả đơn vị|tất cả các đơn vị|tất cả cơ quan|toàn bộ các đơn vị|ai|${OFFICES}`;

/** Each of the blocks that make up the province. */
export const BLOCKS =
  'khối|khối nào|các khối|từng khối|mỗi khối|những khối|những khối nào|mấy khối|theo khối|theo các khối|theo từng khối|giữa các khối|cấp nào|các cấp|từng cấp|mỗi cấp|theo cấp|theo từng cấp|giữa các cấp';
