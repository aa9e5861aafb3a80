import type { TokenHealth } from '../credentials/token-health.ts';
import { momentWords } from './moment-words.ts';
import { count } from './numbers.ts';
import { type Block, type Line, type Reply, textReply } from './reply.ts';

/** What a keeper does when a person has to consent again, in order. */
const CONSENT_STEPS: readonly string[] = [
  'Quản trị viên của OA cấp quyền lại cho ứng dụng (docs/zalo.md, mục cấp quyền) để có refresh token mới.',
  'Ghi refresh token ấy vào ZALO_OA_REFRESH_TOKEN trong .env của máy chủ, thay mã cũ.',
  'Khởi động lại Đúng Hẹn (npm start); npm run doctor cho biết mã đã dùng được chưa.',
];

/** What keepers are told of the tokens of the Official Account; null = nothing, they are good, or on trial. */
export function tokenNotice(health: TokenHealth): Reply | null {
  if (health.kind === 'good' || health.kind === 'untried') return null;
  const [headline, ...lines] = wordsOf(health);
  return textReply([
    { kind: 'headline', line: headline },
    ...lines.map((line): Block => ({ kind: 'text', line })),
    ...(health.kind === 'notRenewed' ? [] : stepBlocks()),
  ]);
}

/** The health of the tokens on one line, for `npm run doctor`. */
export function tokenHealthText(health: TokenHealth): string {
  switch (health.kind) {
    case 'missing':
      return 'chưa có refresh token; ghi vào ZALO_OA_REFRESH_TOKEN';
    case 'lapsed':
      return `refresh token hết hạn từ ${momentWords(health.at)}; phải cấp quyền lại`;
    case 'refused':
      return `refresh token bị từ chối từ ${momentWords(health.since)} (${health.why}); phải cấp quyền lại`;
    case 'givenRefused':
      return `mã mới trong ZALO_OA_REFRESH_TOKEN bị từ chối (${health.why}): chép lại cho đúng hoặc cấp quyền lại; mã cũ vẫn dùng, đến ${momentWords(health.lapsesAt)}`;
    case 'lapsesSoon':
      return `refresh token hết hạn ${momentWords(health.at)} mà chưa làm mới được; cấp quyền lại trước ngày ấy (docs/zalo.md)`;
    case 'notRenewed':
      return `chưa làm mới được từ ${momentWords(health.since)}; kiểm tra mạng của máy chủ và ZALO_OAUTH_ROOT, npm start thử lại mỗi giờ`;
    case 'untried':
      return 'refresh token chưa thử; npm start sẽ thử';
    case 'good':
      return `refresh token dùng được đến ${momentWords(health.lapsesAt)}`;
  }
}

function wordsOf(
  health: Exclude<TokenHealth, { kind: 'good' | 'untried' }>,
): readonly [Line, ...Line[]] {
  switch (health.kind) {
    case 'missing':
      return [[{ strong: 'Zalo OA chưa có refresh token' }], ['Chưa gửi được tin nào qua OA.']];
    case 'lapsed':
      return [
        [{ strong: 'Refresh token của Zalo OA đã hết hạn' }],
        [`Hết hạn lúc ${momentWords(health.at)}. Từ nay không gửi được tin nào qua OA.`],
      ];
    case 'refused':
      return [
        [{ strong: 'Zalo không nhận refresh token của OA' }],
        [
          health.pairLost
            ? `Lần làm mới trước bị cắt ngang nên mã kế tiếp đã mất, mã đang giữ thì đã dùng rồi (Zalo báo: ${health.why}).`
            : `Mã đã dùng rồi, đã thu hồi hoặc không phải của ứng dụng này (Zalo báo: ${health.why}).`,
        ],
        [
          health.worksUntil === null
            ? 'Không gửi được tin nào qua OA cho đến khi cấp quyền lại.'
            : `Tin vẫn gửi được đến ${momentWords(health.worksUntil)}; sau đó thì không, cho đến khi cấp quyền lại.`,
        ],
      ];
    case 'givenRefused':
      return [
        [{ strong: 'Zalo không nhận mã mới trong ZALO_OA_REFRESH_TOKEN' }],
        [
          `Mã chép sai, đã dùng rồi hoặc không phải của ứng dụng này (Zalo báo: ${health.why}). Tin vẫn gửi được bằng mã cũ, dùng được đến ${momentWords(health.lapsesAt)}.`,
        ],
      ];
    case 'lapsesSoon':
      return [
        ['Refresh token của Zalo OA hết hạn sau ', { strong: `${count(health.daysLeft)} ngày` }],
        [
          `Hạn: ${momentWords(health.at)}. Đã lâu không làm mới được; nên cấp quyền lại trước ngày ấy.`,
        ],
      ];
    case 'notRenewed':
      return [
        [{ strong: 'Chưa làm mới được mã truy cập Zalo OA' }],
        [
          `Từ ${momentWords(health.since)} máy chủ OAuth của Zalo không trả lời. Tin được giữ lại và gửi khi làm mới được; nếu Zalo vẫn hoạt động, hãy kiểm tra mạng của máy chủ và ZALO_OAUTH_ROOT.`,
        ],
      ];
  }
}

function stepBlocks(): readonly Block[] {
  return CONSENT_STEPS.map((step, index) => ({
    kind: 'note',
    line: [`${String(index + 1)}. ${step}`],
  }));
}
