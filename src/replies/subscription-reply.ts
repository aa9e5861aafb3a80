import type { Agency } from '../agencies/agency.ts';
import type { SilentRule } from '../alerts/silent-rules.ts';
import { exactName } from '../asking/question-text.ts';
import type { Subscription, SubscriptionKind } from '../audience/store.ts';
import { USUAL_HOURS } from '../audience/usual-hours.ts';
import type { NoLonger } from '../queries/no-longer.ts';
import { lastDayText } from './agency-names.ts';
import { hourText, SUBSCRIPTION_NAMES, whenText } from './audience-words.ts';
import type { Place } from './in-group.ts';
import { day } from './numbers.ts';
import { type Choice, type Line, type Reply, textReply } from './reply.ts';
import { capital } from './sentence.ts';
import { becameBlocks, goneBlocks, mannerBlocks } from './subscription-notes.ts';
import { thisChat } from './this-chat.ts';

type Chat = Pick<Place, 'chatKind'>;

/** A subscription with the agency it is about. */
export type Subscribed = { readonly subscription: Subscription; readonly agency: Agency };

/** One just made; `gone`: the agency is no more, `again` asks for the same of another. */
export type NewlySubscribed = Subscribed & {
  readonly gone: NoLonger | null;
  /** Of alerts: what cannot be told of. */
  readonly silent: readonly SilentRule[];
  readonly again: (agency: Agency) => string;
};

const LIST = hourText(USUAL_HOURS.morningList);
const DIGEST = hourText(USUAL_HOURS.leaderDigest);

const OFFERS: readonly Choice[] = [
  { label: `Danh sách đến hạn ${LIST}`, send: `/dang-ky danh sách ${LIST}` },
  { label: `Tóm tắt ${DIGEST}`, send: `/dang-ky tóm tắt ${DIGEST}` },
  { label: 'Cảnh báo trễ hạn', send: '/dang-ky cảnh báo' },
];

/** What /dang-ky, /huy and /lich say. */
export const subscriptionReplies = {
  subscribed({ subscription, agency, gone, again, silent }: NewlySubscribed): Reply {
    const { kind } = subscription;
    return textReply(
      [
        { kind: 'headline', line: ['Đã đăng ký: ', { strong: whenText(subscription) }] },
        { kind: 'text', line: [`${capital(SUBSCRIPTION_NAMES[kind])} — ${agency.name}.`] },
        ...(gone === null ? [] : goneBlocks(gone)),
        ...mannerBlocks(subscription, silent),
      ],
      [
        ...(gone?.successors ?? []).map((one) => ({
          label: `Đăng ký ${one.shortName}`,
          send: again(one),
        })),
        { label: 'Xem lịch', send: '/lich' },
        ...(kind === 'morningList'
          ? [{ label: 'Xem ngay', send: `/sap-den-han ${exactName(agency)}` }]
          : []),
        { label: 'Hủy', send: `/huy ${SHORT_NAMES[kind]} ${exactName(agency)}` },
      ],
    );
  },

  /** The name typed is of an agency that is no more: those of today are offered, and the old one all the same. */
  whichOfToday(gone: NoLonger, kind: SubscriptionKind, again: (agency: Agency) => string): Reply {
    const { agency, since, successors } = gone;
    return textReply(
      [
        {
          kind: 'headline',
          line: [{ strong: `${agency.name} không còn từ ${day(since)}` }],
        },
        ...becameBlocks(gone),
        { kind: 'text', line: [`Đăng ký ${SUBSCRIPTION_NAMES[kind]} của đơn vị nào?`] },
      ],
      [
        ...successors.map((one) => ({ label: one.name, send: again(one) })),
        { label: `Vẫn ${agency.name} (tên cũ)`, send: again(agency) },
      ],
    );
  },

  /** What was ended is no more; `left` is what the chat still is sent. */
  ended(count: number, left: readonly Subscribed[], place: Chat): Reply {
    if (count === 0 && left.length === 0) return subscriptionReplies.schedule(left, place);
    if (left.length > 0) {
      const done = count === 0 ? 'Không có đăng ký nào như vậy để hủy' : 'Đã hủy đăng ký';
      return textReply(
        [
          { kind: 'headline', line: [{ strong: done }] },
          { kind: 'text', line: [`${capital(thisChat(place))} vẫn nhận:`] },
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
          line: [`${capital(thisChat(place))} không nhận tin tự động nữa; vẫn hỏi được như trước.`],
        },
      ],
      [{ label: 'Đăng ký lại', send: '/dang-ky' }],
    );
  },

  /** `gone`: of what it is subscribed to, whatever is no more. */
  schedule(subscribed: readonly Subscribed[], place: Chat, gone: readonly NoLonger[] = []): Reply {
    if (subscribed.length === 0) {
      return textReply(
        [
          {
            kind: 'headline',
            line: [{ strong: `${capital(thisChat(place))} chưa đăng ký nhận tin` }],
          },
          { kind: 'text', line: [`Ví dụ: /dang-ky ${LIST}, /dang-ky tóm tắt ${DIGEST} thứ hai`] },
        ],
        OFFERS,
      );
    }
    return textReply(
      [
        { kind: 'headline', line: [`Lịch gửi tin của ${thisChat(place)}`] },
        { kind: 'list', items: subscribed.map(scheduleLine) },
        ...gone.flatMap(goneBlocks),
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
          `Xin ghi kèm tên cơ quan để nhận ${SUBSCRIPTION_NAMES[kind]}: /dang-ky phường Nha Trang ${LIST}`,
        ],
      },
    ]);
  },

  /** A keeper asks as a keeper; what is sent goes by what the chat is bound as, and it is not. */
  notBound(place: Chat): Reply {
    const here = capital(thisChat(place));
    const how =
      place.chatKind === 'group'
        ? 'Gõ tại đây: /gan-nhom lãnh đạo (hoặc tên cơ quan).'
        : 'Gõ /gan-nhom lãnh đạo (hoặc tên cơ quan) để lấy mã, rồi gõ /gan-nhom kèm mã tại đây.';
    return textReply([
      {
        kind: 'headline',
        line: [{ strong: `${here} chưa được kết nối nên chưa nhận tin được` }],
      },
      { kind: 'text', line: [how] },
    ]);
  },

  notYours(agency: Agency, kind: SubscriptionKind, place: Chat): Reply {
    const what = kind === 'alerts' ? 'cảnh báo' : 'danh sách';
    const whose = kind === 'alerts' ? 'Cảnh báo' : 'Danh sách hồ sơ';
    return textReply([
      {
        kind: 'headline',
        line: [{ strong: `${capital(thisChat(place))} không nhận được ${what} đó` }],
      },
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
        line: ['Ngưỡng từ 0,01% đến 100%, ví dụ: /dang-ky cảnh báo phường Nha Trang ngưỡng 2%'],
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

/** As /huy reads them. */
const SHORT_NAMES: Readonly<Record<SubscriptionKind, string>> = {
  morningList: 'danh sách',
  leaderDigest: 'tóm tắt',
  alerts: 'cảnh báo',
};

function scheduleLine({ subscription, agency }: Subscribed): Line {
  const { kind, pausedBecause } = subscription;
  const silently =
    subscription.kind === 'morningList' && subscription.whenNothing === 'silent'
      ? '; không gửi khi không có hồ sơ đến hạn'
      : '';
  const rest =
    pausedBecause === null
      ? ''
      : ' — đang dừng: bot không gửi được vào đây, gõ /dang-ky để gửi lại';
  return [
    { strong: whenText(subscription) },
    `: ${SUBSCRIPTION_NAMES[kind]} (${agency.name}${lastDayText(agency)}${silently})${rest}`,
  ];
}
