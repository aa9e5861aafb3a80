/** What a messenger's code means to a keeper; those of Zalo are in the last table of docs/zalo.md. */
const OA_CODES: Readonly<Record<string, string>> = {
  '-32': 'OA gọi Zalo quá nhanh',
  '-100': 'Zalo đang bận',
  '-209': 'ứng dụng Zalo chưa được kích hoạt',
  '-211': 'OA đã dùng hết hạn mức của gói',
  '-212': 'gói OA, xác thực OA hoặc quyền của ứng dụng chưa đủ',
  '-213': 'người nhận chưa quan tâm OA, hoặc đã bỏ quan tâm',
  '-216': 'mã truy cập OA không còn dùng được',
  '-218': 'OA đã dùng hết hạn mức của gói',
  '-220': 'mã truy cập OA không còn dùng được',
  '-221': 'gói OA, xác thực OA hoặc quyền của ứng dụng chưa đủ',
  '-224': 'gói OA, xác thực OA hoặc quyền của ứng dụng chưa đủ',
  '-230': 'người nhận đã quá 7 ngày không nhắn OA',
  '-234': 'từ 22:00 đến 06:00 Zalo không nhận tin',
  '-237': 'nhóm bị khóa vì gói GMF hết hạn, gia hạn trong 45 ngày',
};

const BOT_CODES: Readonly<Record<string, string>> = {
  '401': 'mã Zalo Bot không còn dùng được, npm run doctor',
  '429': 'hết số tin của gói Zalo Bot, hoặc gửi quá nhanh',
};

/** What is the case on our side, or on the way, whatever the messenger. */
const OURS: Readonly<Record<string, string>> = {
  processEnded: 'bot dừng giữa lúc gửi',
  planLimit: 'chờ lượt: gói OA giới hạn số lệnh gọi một phút',
  TokensBusy: 'đang chờ làm mới mã truy cập OA',
  pictureMayBeThere: 'không rõ biểu đồ đã đến chưa, không gửi lần hai',
  chartTooBig: 'biểu đồ lớn hơn 1 MB',
  noOutcomeInTime: 'ứng dụng nhắn tin không trả lời kịp',
  noAnswerInTime: 'ứng dụng nhắn tin không trả lời kịp',
  timeout: 'ứng dụng nhắn tin không trả lời kịp',
  aborted: 'ứng dụng nhắn tin không trả lời kịp',
  connection: 'mất mạng',
  changed: 'nội dung vừa đổi, gửi bản mới',
  kicked: 'bot đã bị đưa ra khỏi nhóm hoặc bị chặn',
  left: 'bot không còn trong nhóm',
  dissolved: 'nhóm đã giải tán',
  unfollowed: 'người nhận đã bỏ quan tâm OA',
};

/** Why a message did not go, from what the channel wrote down; the messenger's own words only where there are none of ours. */
export function faultWords(why: string, channel: string): string {
  const ours = OURS[why];
  if (ours !== undefined) return ours;
  if (/^(?:E[A-Z_]+|UND_ERR_[A-Z_]+)$/u.test(why)) return `mất mạng: ${why}`;
  switch (channel) {
    case 'zalo-oa':
      return oaWords(why);
    case 'zalo-bot':
      return botWords(why);
    default:
      return telegramWords(why);
  }
}

/** Of what the client of the Official Account says: `oa /path: kind (HTTP 200, code -224) words`. */
function oaWords(why: string): string {
  if (why.startsWith('oauth ')) {
    return /: (?:refused|no-token) /u.test(why)
      ? 'phải cấp quyền lại cho OA, npm run doctor'
      : 'chưa làm mới được mã truy cập OA';
  }
  const code = oaCodeOf(why);
  if (code !== null) return OA_CODES[code] ?? `Zalo từ chối, lỗi ${minus(code)}`;
  return wayWords(why);
}

/** What stood in front of Zalo said, or that nothing was heard. */
function wayWords(why: string): string {
  const status = /\(HTTP (?<status>\d{3})\b/u.exec(why)?.groups?.['status'];
  if (status !== undefined) return `máy chủ của Zalo lỗi, HTTP ${status}`;
  const reason = /: (?<reason>timeout|aborted|connection)\b/u.exec(why)?.groups?.['reason'];
  return OURS[reason ?? ''] ?? short(why);
}

/** The code with which the Official Account refused; null = it did not. */
export function oaCodeOf(why: string): string | null {
  return /\bcode (?<code>-?\d+)\)/u.exec(why)?.groups?.['code'] ?? null;
}

function botWords(why: string): string {
  const code = /^(?<code>\d{3})\b/u.exec(why)?.groups?.['code'];
  if (code === undefined) return short(why);
  const known = BOT_CODES[code];
  if (known !== undefined) return known;
  return code.startsWith('5') ? `máy chủ của Zalo lỗi, HTTP ${code}` : `Zalo từ chối, lỗi ${code}`;
}

function telegramWords(why: string): string {
  if (/^403\b.*\b(?:kicked|not a member)\b/u.test(why)) return 'bot đã bị đưa ra khỏi nhóm';
  if (/^403\b.*\bblocked\b/u.test(why)) return 'bot đã bị chặn';
  if (/^429\b/u.test(why)) return 'ứng dụng nhắn tin yêu cầu chậm lại';
  return short(why);
}

function minus(code: string): string {
  return code.replace('-', '−');
}

function short(why: string): string {
  return why.slice(0, 80);
}
