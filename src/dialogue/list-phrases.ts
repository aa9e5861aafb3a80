const TODAY = ['hôm nay', 'sáng nay', 'ngày hôm nay'].flatMap((day) =>
  ['có gì', 'có việc gì', 'có những gì', 'phải làm gì', 'cần làm gì', 'làm gì'].flatMap((what) => [
    `${day} ${what}`,
    `${what} ${day}`,
  ]),
);
const TO_GIVE_BACK = ['phải trả', 'cần trả', 'hẹn trả', 'đến hẹn trả', 'tới hẹn trả'].flatMap(
  (deed) => [`hồ sơ ${deed}`, `${deed} kết quả`, `hồ sơ ${deed} kết quả`, `${deed} hôm nay`],
);
/** Told below the list, by their number. */
const PAUSED = ['chờ bổ sung', 'tạm dừng', 'chờ nộp phí', 'chờ đóng phí'].flatMap((state) => [
  `đang ${state}`,
  `hồ sơ ${state}`,
  `hồ sơ đang ${state}`,
]);

/** What a group asks of a morning: the list of what is due says it. Separated by "|". */
export const DUE_LIST = [
  ...TODAY,
  ...TO_GIVE_BACK,
  ...PAUSED,
  'đến hẹn',
  'tới hẹn',
  'đến hẹn trả',
  'tới hẹn trả',
  'hẹn trả hôm nay',
].join('|');
