import type { Directory } from '../agencies/agency.ts';
import { restsUntil } from '../alerts/rests-until.ts';
import { RULES } from '../alerts/rules/all.ts';
import type { AlertState } from '../alerts/state.ts';
import type { ChatAlerts } from '../alerts/store.ts';
import { parsePeriodKey } from '../calendar/periods.ts';
import { countsOf, numberOf, SUBJECTS } from './alert-words.ts';
import { momentText, momentWords } from './moment-words.ts';
import { count } from './numbers.ts';
import { periodName } from './period-names.ts';
import { type Block, type Choice, type Line, type Reply, textReply } from './reply.ts';

/** What a chat was told of and is not over. */
export type OpenAlerts = Pick<ChatAlerts, 'states' | 'snoozedUntil'> & {
  readonly isSubscribed: boolean;
  readonly now: Temporal.Instant;
};

const MOST_SHOWN = 8;
const AWAKEN: Choice = { label: 'Bật lại', send: '/canh-bao bật lại' };

/** What /canh-bao says. */
export const openAlertsReplies = {
  open({ states, snoozedUntil, isSubscribed, now }: OpenAlerts, directory: Directory): Reply {
    if (!isSubscribed) return notSubscribed();
    const until = restsUntil({ snoozedUntil }, now);
    const resting: readonly Block[] =
      until === null
        ? []
        : [{ kind: 'warning', line: [`Đang tạm dừng đến ${momentWords(until)}.`] }];
    const known = states.filter((state) => directory.has(state.agency) && !isPart(state, states));
    if (known.length === 0) {
      return textReply(
        [{ kind: 'headline', line: [{ strong: 'Không có cảnh báo nào đang mở' }] }, ...resting],
        until === null ? [] : [AWAKEN],
      );
    }
    const shown = known.toSorted(latestFirst).slice(0, MOST_SHOWN);
    const left = known.length - shown.length;
    return textReply(
      [
        { kind: 'headline', line: [{ strong: `${count(known.length)} cảnh báo đang mở` }] },
        ...resting,
        { kind: 'list', items: shown.map((state) => openLine(state, directory)) },
        ...(left > 0 ? [{ kind: 'note', line: [`và ${count(left)} cảnh báo khác`] } as const] : []),
      ],
      [
        ...(known.every(({ acknowledgedAt }) => acknowledgedAt !== null)
          ? []
          : [{ label: 'Đã nắm', send: '/canh-bao đã nắm' }]),
        until === null ? { label: 'Tạm dừng đến sáng mai', send: '/canh-bao tạm dừng' } : AWAKEN,
      ],
    );
  },

  acknowledged(howMany: number, at: Temporal.Instant): Reply {
    return howMany === 0
      ? textReply([{ kind: 'headline', line: [{ strong: 'Không có cảnh báo nào chờ xác nhận' }] }])
      : textReply([
          { kind: 'headline', line: [{ strong: `Đã ghi nhận lúc ${momentWords(at)}` }] },
          {
            kind: 'text',
            line: [`${count(howMany)} cảnh báo không nhắc lại nữa, trừ khi nặng thêm.`],
          },
        ]);
  },

  snoozed(until: Temporal.Instant): Reply {
    return textReply(
      [
        { kind: 'headline', line: ['Tạm dừng cảnh báo đến ', { strong: momentWords(until) }] },
        {
          kind: 'text',
          line: ['Hết giờ tạm dừng, những gì khi ấy vẫn còn đáng báo sẽ được báo.'],
        },
      ],
      [AWAKEN],
    );
  },

  awake(): Reply {
    return textReply([{ kind: 'headline', line: [{ strong: 'Đã bật lại cảnh báo' }] }]);
  },
};

function notSubscribed(): Reply {
  return textReply(
    [
      { kind: 'headline', line: [{ strong: 'Nơi này chưa đăng ký nhận cảnh báo' }] },
      {
        kind: 'text',
        line: ['Ví dụ: /dang-ky cảnh báo, /dang-ky cảnh báo phường Nha Trang ngưỡng 2%'],
      },
    ],
    [{ label: 'Đăng ký cảnh báo', send: '/dang-ky cảnh báo' }],
  );
}

/** "Nha Trang 1,02% hồ sơ trễ hạn (12/1.176), tháng 12/2026 — báo lúc 08:05 22/11/2026, đã nắm". */
function openLine(state: AlertState, directory: Directory): Line {
  const { rule, amount, agency, period, toldAt, acknowledgedAt } = state;
  const when = period === null ? '' : `, ${periodName(parsePeriodKey(period))}`;
  const seen = acknowledgedAt === null ? '' : ', đã nắm';
  const counts = countsOf(rule, amount);
  return [
    { strong: `${directory.get(agency).shortName} ${numberOf(rule, amount)}` },
    ` ${SUBJECTS[rule]}${counts === null ? '' : ` (${counts})`}${when} — báo lúc ${momentText(toldAt)}${seen}`,
  ];
}

/** Whether the rate of the same agency says it already. */
function isPart({ rule, agency }: AlertState, states: readonly AlertState[]): boolean {
  if (!RULES[rule].partOfRate) return false;
  return states.some((other) => other.rule === 'overdueRate' && other.agency === agency);
}

function latestFirst(a: AlertState, b: AlertState): number {
  return Temporal.Instant.compare(b.toldAt, a.toldAt);
}
