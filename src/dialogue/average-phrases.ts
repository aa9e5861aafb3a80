const OF_ALL =
  'trung bình|bình quân|tính trung bình|tính bình quân|trung bình chung|bình quân chung|mức trung bình|mức bình quân|mức trung bình chung|mức bình quân chung|số trung bình|số bình quân|trung bình cộng';
const OF_EACH = ['trung bình', 'bình quân', 'tính trung bình', 'tính bình quân'].flatMap((word) =>
  ['một', '1', 'mỗi', 'của một', 'của mỗi'].map((one) => `${word} ${one}`),
);

/** One rate for all of a kind together; "bình quân mỗi xã" is no ranking of them. Separated by "|". */
export const AVERAGE = [OF_ALL, ...OF_EACH].join('|');
