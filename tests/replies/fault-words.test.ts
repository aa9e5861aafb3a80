import { describe, expect, test } from 'vitest';

import { chatGoneReply } from '../../src/replies/chat-gone-reply.ts';
import { faultWords } from '../../src/replies/fault-words.ts';
import { plain, type Reply } from '../../src/replies/reply.ts';

const OA = 'oa /v3.0/oa/group/message:';

describe('why a message did not go, in words of ours', () => {
  test.each([
    [`${OA} not-allowed (HTTP 200, code -224) OA package`, 'gói OA, xác thực OA hoặc quyền của'],
    [`${OA} not-allowed (HTTP 200, code -212) no right`, 'gói OA, xác thực OA hoặc quyền của'],
    [`${OA} refused (HTTP 200, code -237) group locked`, 'gói GMF hết hạn'],
    [`${OA} refused (HTTP 200, code -230) interaction`, 'quá 7 ngày'],
    [`${OA} limited (HTTP 200, code -32) slow`, 'quá nhanh'],
    [`${OA} unknown (HTTP 200, code -999) what`, 'Zalo từ chối, lỗi −999'],
    [`${OA} server (HTTP 502, code null)`, 'máy chủ của Zalo lỗi, HTTP 502'],
    [`${OA} timeout`, 'không trả lời kịp'],
    [`${OA} connection UND_ERR_SOCKET`, 'mất mạng'],
    ['oauth /v4/oa/access_token: refused (code -14014) Invalid', 'phải cấp quyền lại'],
    ['oauth /v4/oa/access_token: server (HTTP 502, code null)', 'chưa làm mới được mã'],
    ['planLimit', 'chờ lượt'],
    ['TokensBusy', 'đang chờ làm mới mã'],
    ['pictureMayBeThere', 'không rõ biểu đồ đã đến chưa'],
    ['unfollowed', 'đã bỏ quan tâm OA'],
    ['dissolved', 'đã giải tán'],
  ])('Zalo OA: %s', (why, words) => {
    expect(faultWords(why, 'zalo-oa')).toContain(words);
    expect(faultWords(why, 'zalo-oa')).not.toMatch(/oa \/|HTTP 200|code/u);
  });

  test.each([
    ['401 Unauthorized', 'mã Zalo Bot không còn dùng được'],
    ['429 Quota exceeded', 'hết số tin'],
    ['502 not-json', 'máy chủ của Zalo lỗi, HTTP 502'],
    ['404 gone', 'Zalo từ chối, lỗi 404'],
    ['UND_ERR_SOCKET', 'mất mạng: UND_ERR_SOCKET'],
    ['timeout', 'không trả lời kịp'],
  ])('Zalo Bot: %s', (why, words) => {
    expect(faultWords(why, 'zalo-bot')).toContain(words);
  });

  test.each([
    ['403 Forbidden: bot was kicked from the supergroup chat', 'bot đã bị đưa ra khỏi nhóm'],
    ['403 Forbidden: bot was blocked by the user', 'bot đã bị chặn'],
    ['429 Too Many Requests', 'yêu cầu chậm lại'],
    ['ECONNRESET', 'mất mạng: ECONNRESET'],
    ['left', 'bot không còn trong nhóm'],
  ])('Telegram: %s', (why, words) => {
    expect(faultWords(why, 'telegram')).toContain(words);
  });
});

describe('what a keeper does about a chat that takes nothing any more', () => {
  const NAMES = { 'zalo-bot': 'Bot Đúng Hẹn' };
  const told = (channel: string, because: string) =>
    wordsOf(chatGoneReply({ name: 'Lan', channel, because }, NAMES));

  test('a person of the Official Account who was silent, or left, need only write', () => {
    const silent = told('zalo-oa', 'oa /v3.0/oa/message/cs: refused (HTTP 200, code -230) x');
    expect(silent).toContain('Không gửi được cho Lan');
    expect(silent).toContain('khi họ nhắn OA một tin, bot tự gửi tiếp');
    expect(told('zalo-oa', 'unfollowed')).toContain('khi họ quan tâm OA và nhắn một tin');
    expect(silent).not.toContain('mời bot vào lại');
  });

  test('a group of the account that was dissolved has to be made anew', () => {
    const dissolved = told('zalo-oa', 'dissolved');
    expect(dissolved).toContain('Không gửi được vào nhóm Lan');
    expect(dissolved).toContain('tạo nhóm mới trong trang quản lý OA');
    expect(dissolved).not.toContain('mời bot vào lại');
  });

  test('a group of a bot asks it in again, in the way that reaches it there', () => {
    expect(told('zalo-bot', '403 x')).toContain('gõ @Bot Đúng Hẹn /dang-ky trong nhóm');
    expect(told('telegram', 'kicked')).toContain('mời bot vào lại rồi gõ /dang-ky trong nhóm');
  });
});

function wordsOf({ blocks }: Reply): string {
  return blocks.map((block) => ('line' in block ? plain(block.line) : '')).join('\n');
}
