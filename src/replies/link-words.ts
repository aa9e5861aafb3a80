/** What somebody reads who opens an address the bot has given, too late or never given. */
export const LINK_WORDS = {
  expired: 'Liên kết đã hết hạn. Xin hỏi lại bot để nhận liên kết mới.',
  unknown: 'Không có liên kết này.',
};
