import { exactName } from '../asking/question-text.ts';
import type { Held, Holders } from '../queries/holders.ts';
import { gapBlocks, listSourceBlocks, namedList } from './due-words.ts';
import { count } from './numbers.ts';
import { type Block, type Line, NO_TOPIC, type Reply } from './reply.ts';

/** What a phone shows of each. */
const MOST_PLACES = 10;

/** The reply to "ai đang giữ", "bước nào đang tắc": where what is late lies, by unit and by step. */
export function holdersReply(holders: Holders, notes: readonly Block[] = []): Reply {
  const { list, desks, steps } = holders;
  const { agency, counts } = list;
  const late = lateUnits(list);
  const parts = late.length > 0 ? steps : [];
  return {
    blocks: [
      { kind: 'headline', line: headline(holders, late) },
      ...notes,
      ...tableBlocks('Bước', parts),
      ...tableBlocks('Đơn vị', late),
      ...tableBlocks('Bộ phận — bước', desks.length > 1 ? desks : []),
      ...withoutStepBlocks(holders),
      ...gapBlocks(list),
      ...listSourceBlocks(list),
    ],
    chart: null,
    choices:
      counts.overdue === 0
        ? []
        : [{ label: 'Danh sách quá hạn', send: `/qua-han ${exactName(agency)}` }],
    topic: { ...NO_TOPIC, agency: agency.id },
    snapshots: [],
    ...namedList(list),
  };
}

/** The units that have some, and the agency itself beside them; empty where it alone has any. */
function lateUnits({ agency, own, units }: Holders['list']): readonly Held[] {
  const below = units.filter(({ counts }) => counts.overdue > 0);
  if (below.length === 0) return [];
  const all = own.overdue === 0 ? below : [...below, { agency, counts: own }];
  return all
    .map((unit): Held => ({ where: unit.agency.shortName, count: unit.counts.overdue }))
    .toSorted((a, b) => b.count - a.count);
}

/** "UBND phường Lộc Thọ: 4 hồ sơ quá hạn, nhiều nhất ở Bộ phận Tư pháp — Thẩm định (3)". */
function headline({ list, steps, desks }: Holders, late: readonly Held[]): Line {
  const { agency, counts } = list;
  if (counts.overdue === 0) return [`${agency.name}: `, { strong: 'không có hồ sơ quá hạn' }];
  const step = steps
    .slice(0, 1)
    .map(({ where, count: many }) => ({ where: `bước ${where}`, count: many }));
  const most = (late.length > 0 ? [...step, ...late.slice(0, 1)] : desks.slice(0, 1)).map(
    (one) => `${one.where} (${count(one.count)})`,
  );
  const where = most.length === 0 ? '' : `, nhiều nhất ở ${most.join('; ')}`;
  return [`${agency.name}: `, { strong: `${count(counts.overdue)} hồ sơ quá hạn` }, where];
}

function withoutStepBlocks({ withoutStep }: Holders): readonly Block[] {
  if (withoutStep === 0) return [];
  const words = `${count(withoutStep)} hồ sơ quá hạn chưa ghi bước trong danh sách.`;
  return [{ kind: 'note', line: [words] }];
}

function tableBlocks(what: string, held: readonly Held[]): readonly Block[] {
  if (held.length === 0) return [];
  const rest = held.length - MOST_PLACES;
  const rows = held.slice(0, MOST_PLACES).map((one) => [one.where, count(one.count)]);
  return [
    { kind: 'table', header: [what, 'Quá hạn'], rows },
    ...(rest > 0 ? [{ kind: 'note', line: [`Còn ${count(rest)} nơi nữa.`] } as const] : []),
  ];
}
