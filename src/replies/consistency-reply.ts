import { agencyQuestion } from '../asking/question-text.ts';
import type { AgencyFindings, ConsistencyAnswer } from '../queries/consistency.ts';
import type { Rate } from '../queries/rate.ts';
import { findingText } from './finding-lines.ts';
import { count, percent, quotient } from './numbers.ts';
import type { Block, Line, Reply } from './reply.ts';
import { capital } from './sentence.ts';
import { distinct, sourceBlock } from './source-line.ts';

/** How many agencies and lines fit a phone. */
const SHOWN = 4;

/** The reply to /doi-chieu: contradictions first (the deepest is the cause), then unexplained remainders. */
export function consistencyReply(answer: ConsistencyAnswer, notes: readonly Block[] = []): Reply {
  const shown = answer.contradictions.slice(0, SHOWN);
  const snapshots = distinct(shown.map(({ snapshot }) => snapshot));
  return {
    blocks: [
      { kind: 'headline', line: headline(answer) },
      ...notes,
      ...shown.flatMap(findingBlocks),
      ...unaccountedBlocks(answer),
      ...(snapshots.length === 0 ? [] : [sourceBlock(snapshots)]),
    ],
    chart: null,
    choices: shown.slice(0, 3).map(({ agency }) => ({
      label: agency.shortName,
      send: agencyQuestion('overdue', agency, null),
    })),
    topic: { agency: answer.agency.id, period: null, metric: 'overdue' },
    snapshots: snapshots.map(({ id }) => id),
  };
}

function headline({ agency, contradictions, snapshots }: ConsistencyAnswer): Line {
  const end = ` — đối chiếu số liệu ${agency.name} trong ${String(snapshots.length)} bảng số liệu hiện có`;
  return contradictions.length === 0
    ? [{ strong: 'Không thấy mâu thuẫn' }, end]
    : [{ strong: `${String(contradictions.length)} chỗ không khớp` }, end];
}

function findingBlocks({ agency, findings, rate }: AgencyFindings): readonly Block[] {
  const recomputed = rate?.recomputed ?? null;
  const printed = rate?.rates.find(({ state }) => state.kind === 'rate')?.state;
  const both =
    recomputed === null || printed?.kind !== 'rate'
      ? []
      : [
          `tỷ lệ trễ hạn công bố ${rateText(printed.rate)}, các đơn vị cộng lại ${quotient(recomputed.fraction.numerator, recomputed.fraction.denominator)} = ${percent(recomputed.hundredths)}`,
        ];
  const carried = findings.every(({ code }) => code === 'leavesDoNotAddUp');
  const told = carried ? ['do cộng từ tổng sai của đơn vị trực thuộc'] : findings.map(findingText);
  const items = [...both, ...told].map((text): Line => [capital(text)]);
  return [
    { kind: 'warning', line: [{ strong: agency.name }] },
    { kind: 'list', items },
  ];
}

function rateText({ fraction, hundredths }: Rate): string {
  const counts =
    fraction === null ? '' : `${quotient(fraction.numerator, fraction.denominator)} = `;
  return `${counts}${percent(hundredths)}`;
}

/** Received but not placed anywhere: a remark, not an error, so only the largest are named. */
function unaccountedBlocks({ unaccounted }: ConsistencyAnswer): readonly Block[] {
  if (unaccounted.length === 0) return [];
  const largest = unaccounted
    .slice(0, 3)
    .map(
      ({ of, unaccounted: gap, received }) => `${of.shortName} ${count(gap)}/${count(received)}`,
    );
  return [
    {
      kind: 'note',
      line: [
        `${String(unaccounted.length)} dòng có số tiếp nhận lớn hơn tổng đã và đang giải quyết, văn bản không giải thích; lớn nhất: ${largest.join(' · ')}.`,
      ],
    },
  ];
}
