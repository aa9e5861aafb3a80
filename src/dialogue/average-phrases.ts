/** One rate for all of a kind together. Separated by "|". */
export const AVERAGE =
  'trung bình|bình quân|tính trung bình|tính bình quân|trung bình chung|bình quân chung|mức trung bình|mức bình quân|mức trung bình chung|mức bình quân chung|số trung bình|số bình quân|trung bình cộng';
