import type { Agency } from '../agencies/agency.ts';
import { exactName } from '../asking/question-text.ts';
import type { Subscription, SubscriptionKind } from '../audience/store.ts';
import { USUAL_HOURS } from '../audience/usual-hours.ts';
import { hourText, SUBSCRIPTION_NAMES, whenText } from './audience-words.ts';
import { type Block, type Choice, type Line, type Reply, textReply } from './reply.ts';
import { capital } from './sentence.ts';

/** A subscription with the agency it is about. */
export type Subscribed = { readonly subscription: Subscription; readonly agency: Agency };

const LIST = hourText(USUAL_HOURS.morningList);
const DIGEST = hourText(USUAL_HOURS.leaderDigest);

const OFFERS: readonly Choice[] = [
  { label: `Danh sách đến hạn ${LIST}`, send: `/dang-ky danh sách ${LIST}` },
  { label: `Tóm tắt ${DIGEST}`, send: `/dang-ky tóm tắt ${DIGEST}` },
  { label: 'Cảnh báo trễ hạn', send: '/dang-ky cảnh báo' },
];

/** What /dang-ky, /huy and /lich say. */
export const subscriptionReplies = {
  subscribed({ subscription, agency }: Subscribed): Reply {
    const { kind } = subscription;
    return textReply(
      [
        { kind: 'headline', line: ['Đã đăng ký: ', { strong: whenText(subscription) }] },
        { kind: 'text', line: [`${capital(SUBSCRIPTION_NAMES[kind])} — ${agency.name}.`] },
        ...mannerBlocks(subscription),
      ],
      [
        { label: 'Xem lịch', send: '/lich' },
        ...(kind === 'morningList'
          ? [{ label: 'Xem ngay', send: `/sap-den-han ${exactName(agency)}` }]
          : []),
        { label: 'Hủy', send: kind === 'alerts' ? '/huy cảnh báo' : '/huy' },
      ],
    );
  },

  /** What was ended is no more; `left` is what the chat still is sent. */
  ended(count: number, left: readonly Subscribed[]): Reply {
    if (count === 0) return subscriptionReplies.schedule(left);
    if (left.length > 0) {
      return textReply(
        [
          { kind: 'headline', line: [{ strong: 'Đã hủy đăng ký' }] },
          { kind: 'text', line: ['Nhóm này vẫn nhận:'] },
          { kind: 'list', items: left.map(scheduleLine) },
        ],
        [{ label: 'Hủy tất cả', send: '/huy' }],
      );
    }
    return textReply(
      [
        { kind: 'headline', line: [{ strong: 'Đã hủy đăng ký' }] },
        {
          kind: 'text',
          line: ['Nhóm này không nhận tin tự động nữa; vẫn hỏi được như trước.'],
        },
      ],
      [{ label: 'Đăng ký lại', send: '/dang-ky' }],
    );
  },

  schedule(subscribed: readonly Subscribed[]): Reply {
    if (subscribed.length === 0) {
      return textReply(
        [
          { kind: 'headline', line: [{ strong: 'Nhóm này chưa đăng ký nhận tin' }] },
          { kind: 'text', line: [`Ví dụ: /dang-ky ${LIST}, /dang-ky tóm tắt ${DIGEST} thứ hai`] },
        ],
        OFFERS,
      );
    }
    return textReply(
      [
        { kind: 'headline', line: ['Lịch gửi tin của nhóm này'] },
        { kind: 'list', items: subscribed.map(scheduleLine) },
        { kind: 'note', line: ['Đổi giờ: /lich 07:15. Hủy: /huy.'] },
      ],
      [{ label: 'Hủy tất cả', send: '/huy' }],
    );
  },

  noAgency(kind: SubscriptionKind): Reply {
    return textReply([
      { kind: 'headline', line: [{ strong: 'Nhận tin của cơ quan nào?' }] },
      {
        kind: 'text',
        line: [
          `Xin ghi kèm tên cơ quan để nhận ${SUBSCRIPTION_NAMES[kind]}: /dang-ky phường Lộc Thọ ${LIST}`,
        ],
      },
    ]);
  },

  /** A keeper asks as a keeper; what is sent goes by what the chat is bound as, and it is not. */
  notBound(): Reply {
    return textReply([
      { kind: 'headline', line: [{ strong: 'Nơi này chưa được kết nối nên chưa nhận tin được' }] },
      {
        kind: 'text',
        line: [
          'Gõ /gan-nhom lãnh đạo (hoặc tên cơ quan) để lấy mã, rồi gõ /gan-nhom kèm mã tại đây.',
        ],
      },
    ]);
  },

  notYours(agency: Agency, kind: SubscriptionKind): Reply {
    const what = kind === 'alerts' ? 'cảnh báo' : 'danh sách';
    const whose = kind === 'alerts' ? 'Cảnh báo' : 'Danh sách hồ sơ';
    return textReply([
      { kind: 'headline', line: [{ strong: `Nhóm này không nhận được ${what} đó` }] },
      {
        kind: 'text',
        line: [`${whose} của ${agency.name} chỉ gửi cho nhóm của cơ quan ấy.`],
      },
    ]);
  },

  limitNotAllowed(): Reply {
    return textReply([
      { kind: 'headline', line: [{ strong: 'Ngưỡng cảnh báo chưa phù hợp' }] },
      {
        kind: 'text',
        line: ['Ngưỡng từ 0,01% đến 100%, ví dụ: /dang-ky cảnh báo Nha Trang ngưỡng 2%'],
      },
    ]);
  },

  hourNotAllowed(earliest: Temporal.PlainTime, latest: Temporal.PlainTime): Reply {
    return textReply([
      { kind: 'headline', line: [{ strong: 'Giờ gửi chưa phù hợp' }] },
      {
        kind: 'text',
        line: [
          `Tin buổi sáng gửi từ ${hourText(earliest)} đến ${hourText(latest)}, ví dụ: /lich 07:15`,
        ],
      },
    ]);
  },
};

/** What comes with it, or does not. */
function mannerBlocks(subscription: Subscription): readonly Block[] {
  switch (subscription.kind) {
    case 'morningList':
      return [{ kind: 'note', line: [QUIET[subscription.whenNothing]] }];
    case 'leaderDigest':
      return [];
    case 'alerts':
      return [
        {
          kind: 'note',
          line: [
            'Gồm cả các đơn vị trực thuộc; chỉ báo khi số liệu còn mới và có điều thay đổi, không báo ngoài giờ và ngày nghỉ.',
          ],
        },
      ];
  }
}

const QUIET = {
  say: 'Ngày không có hồ sơ đến hạn vẫn có một dòng báo.',
  silent: 'Ngày không có hồ sơ đến hạn thì không gửi.',
} as const;

function scheduleLine({ subscription, agency }: Subscribed): Line {
  const { kind, pausedBecause } = subscription;
  const rest =
    pausedBecause === null
      ? ''
      : ' — đang dừng: bot không gửi được vào nhóm, gõ /dang-ky để gửi lại';
  return [
    { strong: whenText(subscription) },
    `: ${SUBSCRIPTION_NAMES[kind]} (${agency.name})${rest}`,
  ];
}
