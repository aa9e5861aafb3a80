import { agencyQuestion } from '../asking/question-text.ts';
import { asPeriod, type CalendarPeriod } from '../calendar/calendar-period.ts';
import type { PeriodAsked } from '../calendar/period.ts';
import { periodKey } from '../calendar/periods.ts';
import { type IndexGroup, movements } from '../figures/index-score.ts';
import type { IndexAnswer } from '../queries/index-answer.ts';
import type { Statement } from '../snapshots/snapshot.ts';
import { indexChart } from './index-chart.ts';
import { changeText, groupLine, lossText } from './index-lines.ts';
import { flagTexts, GROUP_WORDS, ofPeriod, pointsText } from './index-words.ts';
import { METRIC_WORDS } from './metric-words.ts';
import { periodBlock, periodTitle } from './period-block.ts';
import { periodName } from './period-names.ts';
import { type Block, type Line, plain, type Reply } from './reply.ts';
import { restatedBlock } from './restated-lines.ts';
import { capital } from './sentence.ts';
import { sourceBlock } from './source-line.ts';

const UNITS_SHOWN = 3;

/** Said where the reform index was asked for and only the other index has figures. */
export const NO_REFORM_INDEX: Block = {
  kind: 'warning',
  line: ['Chưa có chỉ số cải cách hành chính (PAR Index); đây là Bộ chỉ số 766 của Cổng DVCQG.'],
};

/** Said where the portal's index was asked for, or none was named, and documents tell of the reform alone. */
export const NO_SERVICE_INDEX: Block = {
  kind: 'warning',
  line: [
    'Chưa có số liệu Bộ chỉ số 766 của Cổng DVCQG; đây là kết quả cải cách hành chính theo báo cáo.',
  ],
};

/** Said where neither has anything of that period, beneath the periods in which documents tell of the reform. */
export const PERIODS_OF_REFORM: Block = {
  kind: 'warning',
  line: [
    'Chưa có số liệu Bộ chỉ số 766 của Cổng DVCQG; kỳ nêu trên là của kết quả cải cách hành chính theo báo cáo.',
  ],
};

/** Said where neither index has figures. */
export const NEITHER_INDEX: Block = {
  kind: 'note',
  line: ['Chưa nguồn nào cung cấp cả chỉ số cải cách hành chính (PAR Index).'],
};

/** "Mất 35,38 điểm, nhiều nhất ở Số hóa hồ sơ (12,66) … — Tỉnh Khánh Hòa, tháng 10/2026": where points are lost opens it. */
export function lostFirst(answer: IndexAnswer, notes: readonly Block[] = []): Reply {
  const reply = indexReply(answer, notes);
  const [first, ...rest] = reply.blocks;
  const lost = lossText(answer);
  if (first === undefined || lost === null) return reply;
  const end = ` — ${answer.agency.name}, ${periodTitle(ofPeriod(answer))}`;
  const line = [{ strong: lost.replace(/\.$/u, '') }, end];
  const others = rest.filter((block) => block.kind !== 'text' || plain(block.line) !== lost);
  return {
    ...reply,
    blocks: [{ kind: 'headline', line }, { kind: 'text', line: headline(answer) }, ...others],
  };
}

/** The reply to /chi-so from the national portal's index: points by group, the largest loss first. */
export function indexReply(answer: IndexAnswer, notes: readonly Block[] = []): Reply {
  const { agency, period, reading, groups } = answer;
  const { snapshot } = reading;
  return {
    blocks: [
      { kind: 'headline', line: headline(answer) },
      ...notes,
      ...texts('text', [lossText(answer)]),
      { kind: 'list', items: groups.map(groupLine) },
      ...texts('text', [
        answer.before === null ? null : changeText(answer.before),
        unitsText(answer),
        placeText(answer),
      ]),
      ...texts('warning', warnings(answer)),
      ...restatedBlocks(answer),
      periodBlock(ofPeriod(answer)),
      ...texts('note', [sumNote(answer), CALENDAR_NOTE]),
      sourceBlock([snapshot]),
    ],
    chart: indexChart(answer),
    choices: answer.otherPeriods.slice(0, 3).map((other) => ({
      label: capital(periodName(asPeriod(other))),
      send: agencyQuestion('serviceIndex', agency, askingFor(other)),
    })),
    topic: { agency: agency.id, period: periodKey(asPeriod(period)), metric: 'serviceIndex' },
    snapshots: [snapshot.id],
  };
}

/** Of a department the portal prints the groups only. */
function sumNote({ isPublished, total }: IndexAnswer): string | null {
  return isPublished || total === null ? null : 'Tổng điểm cộng từ sáu nhóm; Cổng không ghi tổng.';
}

export const CALENDAR_NOTE =
  'Cổng tính theo dương lịch và theo cách tính riêng: không so được với kỳ báo cáo từ ngày 15 đến ngày 14 của tỉnh.';

function headline(answer: IndexAnswer): Line {
  const { total, agency } = answer;
  const subject = ` ${METRIC_WORDS.serviceIndex} — ${agency.name}, ${periodTitle(ofPeriod(answer))}`;
  return [
    { strong: total === null ? 'Chưa đủ số liệu' : `${pointsText(total)}/100 điểm` },
    subject,
  ];
}

function texts(
  kind: 'text' | 'warning' | 'note',
  lines: readonly (string | null)[],
): readonly Block[] {
  return lines.flatMap((line): readonly Block[] => (line === null ? [] : [{ kind, line: [line] }]));
}

/** "Thấp nhất trong 74 đơn vị: …": added up here, for the portal prints a total of the province alone. */
function unitsText({ units }: IndexAnswer): string | null {
  if (units.length < 2) return null;
  const lowest = units
    .slice(0, UNITS_SHOWN)
    .map(({ agency, total }) => `${agency.shortName} ${pointsText(total)}`);
  return `Thấp nhất trong ${String(units.length)} đơn vị có đủ sáu nhóm (cộng từ các nhóm): ${lowest.join(', ')}.`;
}

/** "Đứng thứ 3/64 đơn vị cùng cấp": of those that have a total. */
function placeText({ place }: IndexAnswer): string | null {
  if (place === null || place.of < 2) return null;
  return `Đứng thứ ${String(place.rank)}/${String(place.of)} đơn vị cùng cấp có đủ sáu nhóm.`;
}

function warnings(answer: IndexAnswer): readonly string[] {
  const { reading, otherSum, total } = answer;
  const flags = flagTexts(reading.statement.scores ?? []);
  return [
    ...(otherSum === null || total === null
      ? []
      : [
          `Cổng công bố ${pointsText(total)} điểm, cộng sáu nhóm được ${pointsText(otherSum)} điểm.`,
        ]),
    ...(flags.length === 0 ? [] : [`Cổng đánh dấu: ${flags.join('; ')}.`]),
  ];
}

/** What the portal said before it computed a past period anew. */
function restatedBlocks({ restated }: IndexAnswer): readonly Block[] {
  if (restated === null) return [];
  const { now, before } = restated;
  return [
    restatedBlock(beforeText(before.statement, now.statement), {
      now: now.snapshot,
      before: before.snapshot,
    }),
  ];
}

/** "trước là 64,62 điểm (Tiến độ giải quyết 18)": the total and the groups that were others. */
function beforeText(before: Statement, now: Statement): string {
  const moved = movements(now.scores ?? [], before.scores ?? []).filter(
    ({ points }) => points !== 0,
  );
  const groups = moved.map(({ group }) => `${GROUP_WORDS[group]} ${pointsIn(before, group)}`);
  const within = groups.length === 0 ? '' : ` (${groups.join('; ')})`;
  if (before.rate === null || (before.rate === now.rate && within === '')) {
    return `một số phần trước đây ghi khác${within}`;
  }
  return `trước là ${pointsText(before.rate)} điểm${within}`;
}

function pointsIn({ scores = [] }: Statement, group: IndexGroup): string {
  const score = scores.find((one) => one.group === group && one.part === null)?.score ?? null;
  return score === null ? '' : pointsText(score);
}

/** As a person would ask for it. */
function askingFor({ unit, year, number, from, to }: CalendarPeriod): PeriodAsked {
  if (unit === 'month') return { kind: 'month', year, number };
  return unit === 'year' ? { kind: 'year', year } : { kind: 'range', from, to };
}
