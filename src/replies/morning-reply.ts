import type { Agency } from '../agencies/agency.ts';
import { exactName } from '../asking/question-text.ts';
import { MORNING_ENDS, REMINDER_HOUR } from '../audience/usual-hours.ts';
import { isAnythingDue } from '../dossiers/due-counts.ts';
import type { DueList } from '../queries/due-list.ts';
import type { NoLonger } from '../queries/no-longer.ts';
import { hourText } from './audience-words.ts';
import { dueReply } from './due-reply.ts';
import { toldGone } from './gone-agency.ts';
import type { Place } from './in-group.ts';
import { clockText, momentWords } from './moment-words.ts';
import { day } from './numbers.ts';
import { behindHeadline, type Choice, type Reply, textReply } from './reply.ts';
import { capital } from './sentence.ts';
import { thisChat } from './this-chat.ts';

const LATER = hourText(REMINDER_HOUR);

/** What groups are sent in the morning, and what they say to it. */
export const morningReplies = {
  /** The morning's list, to be acknowledged. */
  list(list: DueList): Reply {
    const reply = dueReply(list);
    if (isAnythingDue(list.counts)) return { ...reply, choices: acknowledging(list.agency) };
    const cheer = { kind: 'text', line: ['Chúc cơ quan một ngày làm việc hiệu quả!'] } as const;
    return behindHeadline(reply, [cheer]);
  },

  /** The bot did not run this morning; the list would be of no use any more. */
  missed(agency: Agency, on: Temporal.PlainDate): Reply {
    return textReply(
      [
        {
          kind: 'headline',
          line: [{ strong: `Sáng ${day(on)} danh sách hồ sơ đến hạn không gửi được` }],
        },
        {
          kind: 'text',
          line: [
            `Hệ thống bị gián đoạn đến sau ${hourText(MORNING_ENDS)} nên không gửi bù danh sách của ${agency.name}.`,
          ],
        },
      ],
      [{ label: 'Xem ngay', send: `/sap-den-han ${exactName(agency)}` }],
    );
  },

  /** Nobody gives the bot a list of the agency: told once to whoever waits for it. */
  noList(agency: Agency, gone: NoLonger | null): Reply {
    const what =
      'Đã đến giờ gửi danh sách buổi sáng nhưng chưa nguồn nào đưa danh sách của cơ quan này; khi có, bot tự gửi. Tin này chỉ gửi một lần.';
    const rebind =
      'Để nhận danh sách của đơn vị mới, người quản trị bot gắn lại cuộc trò chuyện này (/gan-nhom).';
    const reply = textReply(
      [
        { kind: 'headline', line: [{ strong: `Chưa có danh sách hồ sơ của ${agency.name}` }] },
        { kind: 'text', line: [gone === null ? what : rebind] },
      ],
      [{ label: 'Xem lịch', send: '/lich' }],
    );
    return gone === null ? reply : toldGone(reply, gone);
  },

  /** The list once more, as it was asked for. */
  reminder(list: DueList): Reply {
    const why = { kind: 'note', line: ['Nhắc lại theo yêu cầu của nhóm.'] } as const;
    return {
      ...behindHeadline(dueReply(list), [why]),
      choices: isAnythingDue(list.counts) ? acknowledging(list.agency).slice(0, 1) : [],
    };
  },

  acknowledged(
    agency: Agency,
    first: { readonly day: Temporal.PlainDate; readonly at: Temporal.Instant },
  ): Reply {
    return textReply([
      { kind: 'headline', line: [{ strong: `Đã ghi nhận lúc ${clockText(first.at)}` }] },
      { kind: 'text', line: [`${agency.name} đã nhận danh sách ngày ${day(first.day)}.`] },
    ]);
  },

  willRemind(at: Temporal.Instant): Reply {
    return textReply([
      { kind: 'headline', line: ['Sẽ nhắc lại lúc ', { strong: momentWords(at) }] },
    ]);
  },

  /** No hour could be read. */
  hourUnclear(): Reply {
    return textReply([
      { kind: 'headline', line: [{ strong: 'Chưa rõ nhắc lại lúc mấy giờ' }] },
      { kind: 'text', line: [`Ví dụ: /nhac-lai ${LATER}, /nhac-lai 3 giờ chiều`] },
    ]);
  },

  /** The hour has passed. */
  hourPassed(): Reply {
    return textReply([
      { kind: 'headline', line: [{ strong: 'Giờ nhắc lại phải ở sau, trong ngày hôm nay' }] },
      { kind: 'text', line: [`Ví dụ: /nhac-lai ${LATER}`] },
    ]);
  },

  handedUp(code: string): Reply {
    return textReply([
      { kind: 'headline', line: ['Đã ghi nhận đã trình: ', { strong: code }] },
      { kind: 'note', line: ['Hồ sơ vẫn ở trong danh sách đến khi hệ thống Một cửa cập nhật.'] },
    ]);
  },

  /** No dossier of the list ends like this, or several do. */
  whichDossier(words: string, codes: readonly string[]): Reply {
    const choices: readonly Choice[] = codes.slice(0, 5).map((code) => ({
      label: code,
      send: `/da-trinh ${code}`,
    }));
    return textReply(
      [
        {
          kind: 'headline',
          line: [
            {
              strong:
                codes.length === 0
                  ? `Không có hồ sơ “${words.slice(0, 40)}” trong danh sách`
                  : 'Hồ sơ nào đã trình?',
            },
          ],
        },
        ...(codes.length === 0
          ? [
              {
                kind: 'text',
                line: ['Ghi các số cuối của mã hồ sơ, ví dụ: /da-trinh 0012'],
              } as const,
            ]
          : []),
      ],
      choices,
    );
  },

  /** The chat belongs to no agency whose list it could mean, or the words name none that there is. */
  whoseList(own: Agency | null, place: Pick<Place, 'chatKind'>): Reply {
    const hint =
      own === null
        ? 'Lệnh này dùng trong nhóm đã gắn với một cơ quan (/gan-nhom).'
        : `${capital(thisChat(place))} gắn với ${own.name}: chỉ cần gõ lệnh, không kèm mã cơ quan.`;
    return textReply([
      { kind: 'headline', line: [{ strong: 'Danh sách của cơ quan nào?' }] },
      { kind: 'text', line: [hint] },
    ]);
  },

  /** The list is that of another chat, which alone answers it. */
  notYourList(
    { agency, own }: { readonly agency: Agency; readonly own: Agency | null },
    place: Pick<Place, 'chatKind'>,
  ): Reply {
    const here = thisChat(place);
    const bound = own === null ? '' : `${capital(here)} gắn với ${own.name}. `;
    return textReply([
      { kind: 'headline', line: [{ strong: `Không phải danh sách của ${here}` }] },
      {
        kind: 'text',
        line: [`${bound}Danh sách của ${agency.name} do nhóm của cơ quan ấy trả lời.`],
      },
    ]);
  },
};

function acknowledging({ id }: Agency): readonly Choice[] {
  return [
    { label: 'Đã nhận', send: `/da-nhan #${id}` },
    { label: `Nhắc lại lúc ${LATER}`, send: `/nhac-lai ${LATER} #${id}` },
  ];
}
