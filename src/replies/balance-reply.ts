import { agencyQuestion } from '../asking/question-text.ts';
import { periodKey } from '../calendar/periods.ts';
import type { CountName, Counts } from '../figures/counts.ts';
import { fraction, hundredthsOfPercent } from '../figures/fraction.ts';
import { handled, overdueTotal } from '../figures/rate.ts';
import { type BalanceNumber, isPart, tallied } from '../figures/tally.ts';
import type { BalanceAnswer } from '../queries/balance.ts';
import type { ChartRequest, Tone } from './chart-request.ts';
import { countedUnitsBlocks } from './counted-blocks.ts';
import { doubtBlocks } from './doubt-lines.ts';
import { count, percent } from './numbers.ts';
import { periodBlock, periodTitle } from './period-block.ts';
import { periodName } from './period-names.ts';
import type { Block, Line, Reply } from './reply.ts';
import { restatedCountsBlock } from './restated-lines.ts';
import { capital } from './sentence.ts';
import { sourceBlock, sourceText } from './source-line.ts';
import { remarkBlocks } from './stated-parts.ts';
import { TALLY_WORDS } from './tally-words.ts';

/** The reply to /ho-so: received, resolved, pending, and what the table leaves unexplained; what was asked for opens it. */
export function balanceReply(
  answer: BalanceAnswer,
  { lead, notes }: { readonly lead: BalanceNumber; readonly notes: readonly Block[] },
): Reply {
  const { counts } = answer.reading.figure;
  const { snapshot } = answer.reading;
  return {
    blocks: [
      { kind: 'headline', line: headline(answer, lead) },
      ...notes,
      ...newBlock(counts, lead),
      ...inTimeBlock(counts, lead),
      ...group('Tiếp nhận', counts.received, [
        part(counts, 'carriedOver', 'kỳ trước chuyển sang'),
        part(counts, 'receivedOnline', 'trực tuyến'),
        part(counts, 'receivedDirectOrPostal', 'trực tiếp, bưu chính'),
      ]),
      ...group('Đã giải quyết', counts.resolved, [
        part(counts, 'resolvedEarly', 'trước hạn'),
        part(
          counts,
          'resolvedOnTime',
          counts.resolvedEarly === null ? 'sớm và đúng hạn' : 'đúng hạn',
        ),
        part(counts, 'resolvedOverdue', 'trễ hạn'),
      ]),
      ...group('Đang giải quyết', counts.pending, [
        part(counts, 'pendingWithin', 'trong hạn'),
        part(counts, 'pendingOverdue', 'trễ hạn'),
      ]),
      ...unaccountedBlock(answer),
      ...remarkBlocks(answer.remarks),
      ...doubtBlocks(answer.doubts),
      ...countedUnitsBlocks(answer.units),
      ...(answer.restated === null ? [] : [restatedCountsBlock(answer.restated)]),
      periodBlock(answer),
      sourceBlock([snapshot]),
    ],
    chart: compositionChart(answer),
    choices: [
      { label: 'Tỷ lệ trễ hạn', send: agencyQuestion('overdue', answer.agency, answer.period) },
      ...answer.otherPeriods.slice(0, 2).map((period) => ({
        label: capital(periodName(period)),
        send: agencyQuestion('dossiers', answer.agency, period),
      })),
    ],
    topic: { agency: answer.agency.id, period: periodKey(answer.period), metric: 'dossiers' },
    snapshots: [snapshot.id],
  };
}

/** A total that the table does not give leaves the first line to what was resolved; a part is said to be missing. */
function headline(answer: BalanceAnswer, lead: BalanceNumber): Line {
  const { agency, reading } = answer;
  const { counts } = reading.figure;
  const end = ` — ${agency.name}, ${periodTitle(answer)}`;
  const asked = tallied(counts, lead);
  if (asked === null && isPart(lead)) {
    return [{ strong: `Nguồn không ghi số ${TALLY_WORDS[lead]}` }, end];
  }
  const name = asked === null ? 'resolved' : lead;
  const number = tallied(counts, name);
  const late = name === 'pending' ? lateAmong(counts) : '';
  return [
    { strong: number === null ? 'Chưa có số liệu' : count(number) },
    ` ${TALLY_WORDS[name]}${late}${end}`,
  ];
}

/** "Tiếp nhận mới = 2.718 tiếp nhận − 160 kỳ trước chuyển sang": no table prints that number. */
function newBlock(counts: Counts, lead: BalanceNumber): readonly Block[] {
  const { received, carriedOver } = counts;
  if (lead !== 'receivedNew' || received === null || carriedOver === null) return [];
  const words = `Tiếp nhận mới = ${count(received)} tiếp nhận − ${count(carriedOver)} kỳ trước chuyển sang.`;
  return [{ kind: 'text', line: [words] }];
}

/** "Trong hạn và quá hạn": both rates, of all that was and is being resolved, as the province counts what is late. */
function inTimeBlock(counts: Counts, lead: BalanceNumber): readonly Block[] {
  const [late, all] = [overdueTotal(counts), handled(counts)];
  if (lead !== 'pending' || late === null || all === null || all === 0) return [];
  const [inTime, overdue] = [all - late, late].map(
    (some) => `${percent(hundredthsOfPercent(fraction(some, all)))} (${count(some)}/${count(all)})`,
  );
  const words = `Trên tổng hồ sơ đã và đang giải quyết: trong hạn ${inTime ?? ''}, quá hạn ${overdue ?? ''}.`;
  return [{ kind: 'text', line: [words] }];
}

/** " (18 trễ hạn)". */
function lateAmong({ pendingOverdue }: Counts): string {
  return pendingOverdue === null ? '' : ` (${count(pendingOverdue)} trễ hạn)`;
}

function part(counts: Counts, name: CountName, words: string): string | null {
  const value = counts[name];
  return value === null ? null : `${words} ${count(value)}`;
}

function group(
  title: string,
  total: number | null,
  parts: readonly (string | null)[],
): readonly Block[] {
  if (total === null) return [];
  const known = parts.filter((text) => text !== null);
  const detail = known.length === 0 ? '' : ` (${known.join(', ')})`;
  return [{ kind: 'text', line: [`${title}: `, { strong: count(total) }, detail] }];
}

/** Received but neither resolved nor pending: said, never spread over the other columns. */
function unaccountedBlock({ unaccounted }: BalanceAnswer): readonly Block[] {
  if (unaccounted === null || unaccounted === 0) return [];
  return [
    {
      kind: 'note',
      line: [
        `Còn ${count(unaccounted)} hồ sơ đã tiếp nhận nhưng không nằm trong số đã hoặc đang giải quyết; văn bản không giải thích.`,
      ],
    },
  ];
}

/** What came in above what became of it, on one scale: the dossiers that are in neither show as a gap. */
function compositionChart(answer: BalanceAnswer): ChartRequest | null {
  const { agency, reading, overdue } = answer;
  const { counts } = reading.figure;
  if (counts.resolved === null || counts.pending === null) return null;
  const late = overdue === null ? '' : `: ${count(overdue)} hồ sơ trễ hạn`;
  return {
    kind: 'composition',
    title: `${agency.shortName}${late}`,
    subtitle: `Hồ sơ tiếp nhận, đã và đang giải quyết, ${periodTitle(answer)}`,
    source: sourceText([reading.snapshot]),
    bars: [
      ...receivedBar(counts),
      {
        label: 'Đã giải quyết',
        total: count(counts.resolved),
        segments: [
          ...segment(counts.resolvedEarly, 'trước hạn', 'good'),
          ...segment(counts.resolvedOnTime, 'đúng hạn', 'good'),
          ...segment(counts.resolvedOverdue, 'trễ hạn', 'late'),
        ],
      },
      {
        label: 'Đang giải quyết',
        total: count(counts.pending),
        segments: [
          ...segment(counts.pendingWithin, 'trong hạn', 'waiting'),
          ...segment(counts.pendingOverdue, 'trễ hạn', 'late'),
        ],
      },
    ],
  };
}

type Stacks = Extract<ChartRequest, { kind: 'composition' }>['bars'];

/** By the ways they came in where the table tells all of them; none where what was received is not given. */
function receivedBar({
  received,
  receivedOnline,
  receivedDirectOrPostal,
  carriedOver,
}: Counts): Stacks {
  if (received === null) return [];
  const ways = [
    ...segment(receivedOnline, 'trực tuyến', 'incoming'),
    ...segment(receivedDirectOrPostal, 'trực tiếp, bưu chính', 'incoming'),
    ...segment(carriedOver, 'kỳ trước chuyển sang', 'incoming'),
  ];
  const isWhole = ways.reduce((sum, { value }) => sum + value, 0) === received;
  const segments = isWhole ? ways : segment(received, 'tiếp nhận', 'incoming');
  return [{ label: 'Tiếp nhận', total: count(received), segments }];
}

function segment(value: number | null, label: string, tone: Tone): Stacks[number]['segments'] {
  return value === null ? [] : [{ label, value, valueLabel: count(value), tone }];
}
