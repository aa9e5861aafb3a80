import type { AgencyChoice, FieldChoice } from '../asking/meant-choices.ts';
import { questionText } from '../asking/question-text.ts';
import { labelOf } from './agency-names.ts';
import { fieldText } from './field-words.ts';
import { type Choice, type Reply, textReply } from './reply.ts';

/** Several agencies fit the words equally well. */
export function whichAgency(mention: string, candidates: readonly AgencyChoice[]): Reply {
  return textReply(
    [
      { kind: 'headline', line: [{ strong: `“${short(mention)}” là cơ quan nào?` }] },
      {
        kind: 'text',
        line: [
          candidates.length === 1
            ? 'Có phải cơ quan sau không?'
            : 'Có nhiều cơ quan phù hợp, xin chọn:',
        ],
      },
    ],
    candidates.map(agencyChoice),
  );
}

/** The words mean an agency as well as a field of work, or a field of several agencies. */
export function whichField(typed: string, choices: readonly FieldChoice[]): Reply {
  return textReply(
    [
      { kind: 'headline', line: [{ strong: fieldQuestion(short(typed), choices) }] },
      { kind: 'text', line: ['Xin chọn:'] },
    ],
    choices.map(fieldChoice),
  );
}

/** No agency fits; the nearest, if any, are offered. */
export function unknownAgency(text: string, nearest: readonly AgencyChoice[]): Reply {
  if (nearest.length === 0 && isBlock(text)) return unknownBlock(text);
  const hint =
    nearest.length === 0
      ? 'Thử viết đủ tên, ví dụ “UBND xã Diên An”, “Sở KHĐT”, “chi nhánh đất đai Cam Lâm”.'
      : 'Có phải một trong các cơ quan sau không?';
  return textReply(
    [
      { kind: 'headline', line: [{ strong: `Không tìm thấy cơ quan “${short(text)}”` }] },
      { kind: 'text', line: [hint] },
    ],
    nearest.map(agencyChoice),
  );
}

/** "Khối doanh nghiệp", "khối đoàn thể". */
function isBlock(text: string): boolean {
  return /^kh[oố]i\s/iu.test(text);
}

/** A block of agencies that there are no figures of, and those that there are. */
function unknownBlock(text: string): Reply {
  return textReply(
    [
      { kind: 'headline', line: [{ strong: `Không có số liệu của “${short(text)}”` }] },
      { kind: 'text', line: ['Có số liệu theo các khối của tỉnh và khối cơ quan ngành dọc.'] },
    ],
    [
      {
        label: 'Các khối của tỉnh',
        send: questionText('xep-hang', { among: { level: 'group', within: null } }),
      },
      { label: 'Khối ngành dọc', send: '/dung-han khối ngành dọc' },
    ],
  );
}

function agencyChoice({ agency, place, send }: AgencyChoice): Choice {
  return { label: labelOf(agency, place), send };
}

function fieldQuestion(typed: string, choices: readonly FieldChoice[]): string {
  if (choices.every(({ field }) => field === null)) return `“${typed}” là cơ quan nào?`;
  return choices.some(({ field }) => field === null)
    ? `“${typed}” là cơ quan hay lĩnh vực?`
    : `Lĩnh vực “${typed}” của cơ quan nào?`;
}

function fieldChoice({ field, ...choice }: FieldChoice): Choice {
  const { agency, send } = choice;
  if (field === null) return agencyChoice(choice);
  return { label: `Lĩnh vực ${fieldText(field)} — ${agency.name}`, send };
}

/** What was typed, cut to what fits a line. */
export function short(text: string): string {
  const flat = text.replace(/\s+/gu, ' ').trim();
  return flat.length > 60 ? `${flat.slice(0, 60)}…` : flat;
}
