import type { Agency } from '../agencies/agency.ts';
import { CODE_MINUTES } from '../audience/binding-code.ts';
import type { Role } from '../audience/standing.ts';
import { USUAL_HOURS } from '../audience/usual-hours.ts';
import { boundAs, hourText } from './audience-words.ts';
import { type Block, type Choice, type Reply, textReply } from './reply.ts';

/** A chat and what it is bound as, for lists. */
export type BoundChat = {
  readonly name: string;
  readonly role: Role;
  readonly agency: Agency | null;
};

const LIST = hourText(USUAL_HOURS.morningList);
const DIGEST = hourText(USUAL_HOURS.leaderDigest);

const HOW_IN_GROUP =
  'Gõ tại nhóm cần kết nối: /gan-nhom phường Lộc Thọ, /gan-nhom lãnh đạo hoặc /gan-nhom chuyên viên; gỡ: /gan-nhom gỡ.';

/** What /gan-nhom says. */
export const bindingReplies = {
  bound(role: Role, agency: Agency | null): Reply {
    const isAgency = role === 'agency' && agency !== null;
    const offer: readonly Choice[] = isAgency
      ? [{ label: `Nhận danh sách ${LIST}`, send: `/dang-ky ${LIST}` }]
      : [{ label: `Nhận tóm tắt ${DIGEST}`, send: `/dang-ky tóm tắt ${DIGEST}` }];
    return textReply(
      [
        { kind: 'headline', line: ['Đã kết nối: ', { strong: boundAs(role, agency) }] },
        {
          kind: 'text',
          line: [
            isAgency
              ? 'Nhóm xem được số liệu tổng hợp và danh sách hồ sơ của cơ quan mình.'
              : 'Nhóm xem được số liệu tổng hợp và danh sách hồ sơ của các cơ quan.',
          ],
        },
      ],
      role === 'keeper' ? [] : offer,
    );
  },

  codeIssued(code: string, role: Role, agency: Agency | null): Reply {
    return textReply([
      { kind: 'headline', line: ['Mã kết nối: ', { strong: code }] },
      {
        kind: 'text',
        line: [`Dùng cho ${boundAs(role, agency)}, một lần, trong ${String(CODE_MINUTES)} phút.`],
      },
      { kind: 'text', line: [`Mời bot vào nhóm rồi gõ trong nhóm: /gan-nhom ${code}`] },
    ]);
  },

  wrongCode(): Reply {
    return refusal(
      'Mã kết nối không đúng hoặc đã hết hạn',
      `Mã có 6 chữ số, dùng một lần trong ${String(CODE_MINUTES)} phút. Xin người quản trị bot cấp mã mới.`,
    );
  },

  tooManyTries(): Reply {
    return refusal(
      'Đã nhập sai mã nhiều lần',
      `Xin đợi ${String(CODE_MINUTES)} phút rồi thử lại với mã do người quản trị bot cấp.`,
    );
  },

  unbound(was: boolean): Reply {
    return was
      ? refusal('Đã gỡ kết nối nhóm này', 'Nhóm không nhận tin và không xem được số liệu nữa.')
      : refusal('Nhóm này chưa được kết nối', 'Không có gì để gỡ.');
  },

  codeExpected(): Reply {
    return refusal(
      'Cần mã kết nối',
      'Xin người quản trị bot cấp mã 6 chữ số, rồi gõ tại đây: /gan-nhom kèm mã.',
    );
  },

  /** For a keeper in a group that is not to hear of other chats. */
  thisChat(bound: Pick<BoundChat, 'role' | 'agency'> | null): Reply {
    return textReply([
      {
        kind: 'headline',
        line:
          bound === null
            ? ['Nhóm này chưa được kết nối']
            : ['Nhóm này đã kết nối: ', { strong: boundAs(bound.role, bound.agency) }],
      },
      { kind: 'note', line: [HOW_IN_GROUP] },
    ]);
  },

  /** For a keeper who typed the command alone, where it may be told. */
  bindings(chats: readonly BoundChat[], { isGroup }: { readonly isGroup: boolean }): Reply {
    const how = isGroup
      ? HOW_IN_GROUP
      : 'Cấp mã cho một nhóm: /gan-nhom phường Lộc Thọ, /gan-nhom lãnh đạo hoặc /gan-nhom chuyên viên.';
    const list: readonly Block[] =
      chats.length === 0
        ? []
        : [
            {
              kind: 'list',
              items: chats.map(({ name, role, agency }) => [`${name}: ${boundAs(role, agency)}`]),
            },
          ];
    return textReply([
      {
        kind: 'headline',
        line: [
          chats.length === 0
            ? 'Chưa có nhóm nào được kết nối'
            : `${String(chats.length)} nhóm đã kết nối`,
        ],
      },
      ...list,
      { kind: 'note', line: [how] },
    ]);
  },
};

function refusal(headline: string, hint: string): Reply {
  return textReply([
    { kind: 'headline', line: [{ strong: headline }] },
    { kind: 'text', line: [hint] },
  ]);
}
