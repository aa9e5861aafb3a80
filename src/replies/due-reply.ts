import { exactName } from '../asking/question-text.ts';
import { isAnythingDue } from '../dossiers/due-counts.ts';
import type { DueList, NoDossiers } from '../queries/due-list.ts';
import type { DueUnit } from '../queries/units-below.ts';
import { dueFile } from './due-file.ts';
import { dueRowBlocks, MOST_ROWS } from './due-rows.ts';
import { dueCountsText, gapBlocks, listSourceBlocks, namedList } from './due-words.ts';
import type { Place } from './in-group.ts';
import { count } from './numbers.ts';
import { type Block, type Choice, NO_TOPIC, type Reply, textReply } from './reply.ts';
import { capital } from './sentence.ts';
import { thisChat } from './this-chat.ts';

/** Units a phone shows; the rest stands in the file. */
const MOST_UNITS = 10;

/**
 * What is late and falls due soon. The first line says it all; the list is for those who may see it. `when`: the time
 * that was asked for, which no list is narrowed by.
 */
export function dueReply(list: DueList, notes: readonly Block[] = [], when = ''): Reply {
  const { agency, counts, rows, units, only } = list;
  const needsFile = rows.length > MOST_ROWS || units.length > MOST_UNITS;
  return {
    blocks: [
      { kind: 'headline', line: [`${agency.name}: `, { strong: dueCountsText(counts, only) }] },
      ...unsiftedBlocks(when, only),
      ...changeBlocks(list),
      ...apologyBlocks(list),
      ...dueRowBlocks(rows),
      ...unitBlocks(list),
      ...besideBlocks(list),
      ...hiddenBlocks(list),
      ...gapBlocks(list),
      ...notes,
      ...listSourceBlocks(list),
    ],
    chart: null,
    choices: isAnythingDue(counts) ? choicesOf(list) : [],
    topic: { ...NO_TOPIC, agency: agency.id },
    snapshots: [],
    ...namedList(list),
    ...(needsFile ? { file: dueFile(list) } : {}),
  };
}

function unsiftedBlocks(when: string, only: DueList['only']): readonly Block[] {
  if (when === '') return [];
  const all =
    only === 'overdue'
      ? 'mọi hồ sơ đang quá hạn'
      : 'mọi hồ sơ quá hạn và đến hạn trong 3 ngày làm việc';
  return [{ kind: 'note', line: [`Chưa lọc được theo “${when.slice(0, 80)}”: đây là ${all}.`] }];
}

/** Nobody has given the bot a list of this agency's dossiers; `instead`: the same of those who have taken over. */
export function noDossiersReply(
  { agency }: NoDossiers,
  notes: readonly Block[] = [],
  instead: readonly Choice[] = [],
): Reply {
  const how =
    'Người quản trị bot nạp danh sách từ hệ thống Một cửa (npm run import) hoặc nối nguồn tự động.';
  return textReply(
    [
      { kind: 'headline', line: [{ strong: `Chưa có danh sách hồ sơ của ${agency.name}` }] },
      ...(instead.length === 0 ? [{ kind: 'text', line: [how] } as const] : []),
      ...notes,
    ],
    instead,
  );
}

/** Why who asks gets numbers and no list. */
export function numbersOnlyBlocks({ view }: Pick<DueList, 'view'>): readonly Block[] {
  if (view !== 'counts') return [];
  return [
    { kind: 'note', line: ['Chỉ số lượng: danh sách hồ sơ dành cho nhóm của từng cơ quan.'] },
  ];
}

/** The chat may know how many, or nothing at all, of another agency's dossiers. */
export function notYourDossiersReply(
  agency: { readonly name: string },
  place: Pick<Place, 'chatKind'>,
): Reply {
  return textReply([
    {
      kind: 'headline',
      line: [{ strong: `${capital(thisChat(place))} không xem được danh sách đó` }],
    },
    {
      kind: 'text',
      line: [`Danh sách hồ sơ của ${agency.name} chỉ dành cho nhóm của cơ quan ấy.`],
    },
  ]);
}

function changeBlocks({ rows, cleared, view }: DueList): readonly Block[] {
  if (view === 'counts') return [];
  const added = rows.filter(({ isNew }) => isNew).length;
  const parts = [
    // All of them are new on the first day of a list: nothing has come, the bot has only just been told.
    added === 0 || added === rows.length ? null : `${count(added)} hồ sơ mới vào danh sách`,
    cleared === 0 ? null : `${count(cleared)} hồ sơ đã xong`,
  ].filter((part) => part !== null);
  if (parts.length === 0) return [];
  return [{ kind: 'text', line: [`So với cùng giờ ngày làm việc trước: ${parts.join(', ')}.`] }];
}

/** The letter is owed at least one day before the deadline: tomorrow is too late for these. */
function apologyBlocks({ counts: { one } }: DueList): readonly Block[] {
  if (one === 0) return [];
  return [
    {
      kind: 'warning',
      line: [
        `${count(one)} hồ sơ còn 1 ngày làm việc: hôm nay là hạn chót gửi thư xin lỗi nếu không kịp.`,
      ],
    },
  ];
}

/** Of what is late alone nothing else was counted: columns of zeros would say that nothing falls due. */
function unitBlocks({ units, only }: DueList): readonly Block[] {
  if (units.length === 0) return [];
  const more = units.length - MOST_UNITS;
  const columns = only === 'overdue' ? 2 : 4;
  return [
    {
      kind: 'table',
      header: ['Đơn vị', 'Quá hạn', 'Hôm nay', '3 ngày'].slice(0, columns),
      rows: units.slice(0, MOST_UNITS).map((unit) => unitRow(unit).slice(0, columns)),
    },
    ...(more > 0
      ? [{ kind: 'note', line: [`Còn ${count(more)} đơn vị nữa trong tệp đính kèm.`] } as const]
      : []),
  ];
}

function unitRow({ agency, counts: { overdue, today, one, three } }: DueUnit): readonly string[] {
  return [agency.shortName, count(overdue), count(today), count(one + three)];
}

/** "Trên địa bàn còn CN Ninh Hòa, không trực thuộc: 13 quá hạn". */
function besideBlocks({ beside, only }: DueList): readonly Block[] {
  if (beside === null || !isAnythingDue(beside.counts)) return [];
  const { agency, counts } = beside;
  const words = `Trên địa bàn còn ${agency.shortName}, không trực thuộc và không tính ở trên`;
  return [{ kind: 'note', line: [`${words}: ${dueCountsText(counts, only)}.`] }];
}

/** What is not listed is said, so that the numbers add up. */
function hiddenBlocks({ sensitive, counts: { paused, pausedOverdue } }: DueList): readonly Block[] {
  const lines = [
    sensitive === 0 ? null : `${count(sensitive)} hồ sơ thuộc lĩnh vực nhạy cảm chỉ tính số lượng.`,
    paused === 0
      ? null
      : `${count(paused)} hồ sơ đang tạm dừng (chờ bổ sung, nộp phí) không tính vào danh sách${pausedOverdue === 0 ? '' : `, ${count(pausedOverdue)} đã quá hạn`}.`,
  ].filter((line) => line !== null);
  return lines.map((line) => ({ kind: 'note', line: [line] }));
}

function choicesOf({ agency, counts, units, only }: DueList): readonly Choice[] {
  const name = exactName(agency);
  return [
    ...(counts.overdue > 0 && only === null
      ? [{ label: 'Chỉ hồ sơ quá hạn', send: `/qua-han ${name}` }]
      : []),
    ...units.slice(0, 2).map((unit) => ({
      label: unit.agency.shortName,
      send: `/${only === null ? 'sap-den-han' : 'qua-han'} ${exactName(unit.agency)}`,
    })),
  ];
}
