import { describe, expect, test } from 'vitest';

import { plainText } from '../../src/channels/plain-text.ts';
import type { TokenHealth } from '../../src/credentials/token-health.ts';
import { tokenHealthText, tokenNotice } from '../../src/replies/token-notice.ts';

const AT = Temporal.Instant.from('2026-11-23T08:00+07:00');

const REFUSED: TokenHealth = {
  kind: 'refused',
  since: AT,
  why: '-14014 Invalid refresh token',
  pairLost: true,
  worksUntil: AT.add({ hours: 10 }),
};

const said = (health: TokenHealth) =>
  plainText(tokenNotice(health)?.blocks ?? [], { limit: Infinity, tableWidth: 0 }).join('\n');

describe('what keepers are told of the tokens', () => {
  test('nothing when they are good', () => {
    expect(tokenNotice({ kind: 'good', lapsesAt: AT })).toBeNull();
  });

  test('a pair that was lost: what happened, how long there is, and every step', () => {
    expect(said(REFUSED)).toMatchInlineSnapshot(`
      "Zalo không nhận refresh token của OA

      Lần làm mới trước bị cắt ngang nên mã kế tiếp đã mất, mã đang giữ thì đã dùng rồi (Zalo báo: -14014 Invalid refresh token).
      Tin vẫn gửi được đến 18:00 ngày 23/11/2026; sau đó thì không, cho đến khi cấp quyền lại.

      1. Quản trị viên của OA cấp quyền lại cho ứng dụng (docs/zalo.md, mục cấp quyền) để có refresh token mới.
      2. Ghi refresh token ấy vào ZALO_OA_REFRESH_TOKEN trong .env của máy chủ, thay mã cũ.
      3. Khởi động lại Đúng Hẹn (npm start); npm run doctor cho biết mã đã dùng được chưa."
    `);
  });

  test('a wrong token is not called a lost one', () => {
    const wrong = said({ ...REFUSED, pairLost: false, worksUntil: null });
    expect(wrong).toContain('không phải của ứng dụng này');
    expect(wrong).not.toContain('cắt ngang');
    expect(wrong).toContain('Không gửi được tin nào');
  });

  test.each<[TokenHealth, string]>([
    [{ kind: 'missing' }, 'chưa có refresh token'],
    [{ kind: 'lapsed', at: AT }, 'Hết hạn lúc 08:00 ngày 23/11/2026'],
    [{ kind: 'lapsesSoon', at: AT, daysLeft: 20 }, 'hết hạn sau 20 ngày'],
  ])('%j tells to consent again', (health, words) => {
    expect(said(health)).toContain(words);
    expect(said(health)).toContain('ZALO_OA_REFRESH_TOKEN');
  });

  test('a service that does not answer is nothing to consent to', () => {
    const words = said({ kind: 'notRenewed', since: AT });
    expect(words).toContain('08:00 ngày 23/11/2026');
    expect(words).not.toContain('ZALO_OA_REFRESH_TOKEN');
  });

  test.each<[TokenHealth, string]>([
    [{ kind: 'missing' }, 'chưa có'],
    [{ kind: 'lapsed', at: AT }, 'hết hạn từ'],
    [REFUSED, '-14014'],
    [{ kind: 'lapsesSoon', at: AT, daysLeft: 20 }, 'chưa làm mới được'],
    [{ kind: 'notRenewed', since: AT }, 'chưa làm mới được từ'],
    [{ kind: 'good', lapsesAt: AT }, 'dùng được đến 08:00 ngày 23/11/2026'],
  ])('the doctor says of %j: %s', (health, words) => {
    expect(tokenHealthText(health)).toContain(words);
  });
});
