import { agencyQuestion } from '../asking/question-text.ts';
import { asPeriod } from '../calendar/calendar-period.ts';
import { periodKey } from '../calendar/periods.ts';
import type { IndexAnswer } from '../queries/index-answer.ts';
import type { ChartRequest } from './chart-request.ts';
import { CALENDAR_NOTE } from './index-reply.ts';
import { ofPeriod, pointsText } from './index-words.ts';
import { periodBlock, periodTitle } from './period-block.ts';
import type { Block, Line, Reply } from './reply.ts';
import { sourceBlock, sourceText } from './source-line.ts';

type Units = IndexAnswer['units'];

/** As many as a phone and a chart can show. */
const SHOWN = 30;

/** The reply to /xep-hang by the portal's index: departments in order of their points. */
export function indexRankingReply(
  answer: IndexAnswer,
  order: 'worst' | 'best',
  notes: readonly Block[] = [],
): Reply {
  const { agency, period, reading } = answer;
  const units = order === 'worst' ? answer.units : answer.units.toReversed();
  return {
    blocks: [
      { kind: 'headline', line: headline(answer, units, order) },
      ...notes,
      { kind: 'list', items: units.slice(0, SHOWN).map(lineOf) },
      {
        kind: 'note',
        line: ['Điểm của đơn vị cộng từ sáu nhóm; đơn vị thiếu nhóm không được xếp.'],
      },
      periodBlock(ofPeriod(answer)),
      { kind: 'note', line: [CALENDAR_NOTE] },
      sourceBlock([reading.snapshot]),
    ],
    chart: chartOf(answer, units),
    choices: units.slice(0, 3).map((unit) => ({
      label: unit.agency.shortName,
      send: agencyQuestion('serviceIndex', unit.agency, asPeriod(period)),
    })),
    topic: {
      agency: agency.id,
      period: periodKey(asPeriod(period)),
      metric: 'serviceIndex',
      leading: units.filter(({ total }) => total === units[0]?.total).map((unit) => unit.agency.id),
    },
    snapshots: [reading.snapshot.id],
  };
}

/** "**Nha Trang 65,09 điểm** thấp nhất trong 74 đơn vị — Bộ chỉ số 766, tháng 10/2026 dương lịch". */
function headline(answer: IndexAnswer, units: Units, order: 'worst' | 'best'): Line {
  const [first] = units;
  const end = ` — Bộ chỉ số 766, ${periodTitle(ofPeriod(answer))}`;
  if (first === undefined) return [{ strong: 'Chưa có đơn vị nào đủ số liệu' }, end];
  const place = `${order === 'worst' ? 'thấp' : 'cao'} nhất trong ${String(units.length)} đơn vị`;
  return [
    { strong: `${first.agency.shortName} ${pointsText(first.total)} điểm` },
    ` ${place}${end}`,
  ];
}

function lineOf({ agency, total }: Units[number]): Line {
  return [`${agency.name}: `, { strong: `${pointsText(total)} điểm` }];
}

function chartOf(answer: IndexAnswer, units: Units): ChartRequest | null {
  if (units.length < 2) return null;
  return {
    kind: 'ranking',
    title: `${String(units.length)} đơn vị theo Bộ chỉ số 766`,
    subtitle: `Điểm (tối đa 100), ${periodTitle(ofPeriod(answer))}`,
    source: sourceText([answer.reading.snapshot]),
    bars: units.slice(0, SHOWN).map(({ agency, total }) => ({
      label: agency.shortName,
      value: total / 100,
      valueLabel: pointsText(total),
      detail: '',
      marked: false,
    })),
    limit: null,
  };
}
