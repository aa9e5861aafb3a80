import { agencyQuestion, exactName } from '../asking/question-text.ts';
import { parsePeriodKey } from '../calendar/periods.ts';
import { COUNT_NAMES } from '../figures/counts.ts';
import { hundredthsOfPercent } from '../figures/fraction.ts';
import type { RateResult } from '../figures/rate.ts';
import type { CorrectedFigure, Correction, Said } from '../queries/corrected.ts';
import type { SnapshotId } from '../snapshots/snapshot.ts';
import { COUNT_WORDS } from './count-words.ts';
import { metricName } from './metric-words.ts';
import { momentWords } from './moment-words.ts';
import { count, percent, quotient } from './numbers.ts';
import { periodName } from './period-names.ts';
import type { Line, Reply } from './reply.ts';
import { documentName } from './source-line.ts';
import { statementNumber } from './statement-headline.ts';

/** Agencies named before the others are only counted. */
const SHOWN = 5;
/** And counts of one of them. */
const COUNTS_SHOWN = 3;

/**
 * A chat was told a figure that is another now: the new one first, and what was said. With nothing that differs, it came
 * back to what was said before the chat heard of the change.
 */
export function correctedReply(
  { now }: Correction,
  corrected: readonly CorrectedFigure[],
  id: SnapshotId,
): Reply {
  const period = parsePeriodKey(now.period);
  const name = periodName(period);
  const [first] = corrected;
  const rest = corrected.length - SHOWN;
  const headline: Line =
    first === undefined
      ? [{ strong: 'Số liệu không đổi' }, ` so với đã báo, ${name}`]
      : [{ strong: 'Số liệu đã điều chỉnh' }, ` so với đã báo, ${name}`];
  const told =
    first === undefined
      ? 'Nguồn có lúc sửa số liệu rồi trở lại số cũ.'
      : `Nguồn sửa lại lúc ${momentWords(now.fetchedAt)}; bản cũ vẫn được giữ.`;
  return {
    blocks: [
      { kind: 'headline', line: headline },
      ...(corrected.length === 0
        ? []
        : [{ kind: 'list', items: corrected.slice(0, SHOWN).map(correctedLine) } as const]),
      ...(rest > 0 ? [{ kind: 'note', line: [`Còn ${count(rest)} số nữa.`] } as const] : []),
      { kind: 'text', line: [told] },
      { kind: 'source', line: [`Nguồn: ${documentName(now)}`] },
    ],
    chart: null,
    choices:
      first === undefined
        ? []
        : [
            {
              label: first.agency.shortName,
              send: agencyQuestion(metricOf(first), first.agency, period),
            },
            { label: 'Các bản', send: `/nguon ${exactName(first.agency)}` },
          ],
    topic: { agency: first?.agency.id ?? null, period: now.period, metric: 'overdue' },
    snapshots: [id],
  };
}

function metricOf(figure: CorrectedFigure) {
  return figure.kind === 'statement' ? figure.now.metric : 'overdue';
}

function correctedLine(figure: CorrectedFigure): Line {
  if (figure.kind === 'statement') {
    const { agency, before, now } = figure;
    return [
      `${agency.name}: ${metricName(now.metric)} `,
      { strong: statementNumber(now) },
      `, trước là ${statementNumber(before)}`,
    ];
  }
  if (figure.kind === 'removed') {
    const { agency, before } = figure;
    return [
      `${agency.name}: `,
      { strong: 'không còn trong bảng' },
      `, trước là ${saidText(before)}`,
    ];
  }
  const { agency, before, now } = figure;
  const [was, is] = [rateText(before.overdue), rateText(now.overdue)];
  if (was !== is) {
    return [`${agency.name}: trễ hạn `, { strong: is }, `, trước là ${was}`];
  }
  return [`${agency.name}: ${countsText(before, now)}`];
}

function countsText({ counts: before }: Said, { counts: now }: Said): string {
  const changed = COUNT_NAMES.filter((name) => before[name] !== now[name]);
  return changed
    .slice(0, COUNTS_SHOWN)
    .map((name) => `${COUNT_WORDS[name]} ${text(now[name])}, trước là ${text(before[name])}`)
    .join('; ');
}

/** The rate, or where its counts were not given those that were. */
function saidText({ counts, overdue }: Said): string {
  if (overdue.kind !== 'missing') return `trễ hạn ${rateText(overdue)}`;
  return COUNT_NAMES.filter((name) => counts[name] !== null)
    .slice(0, COUNTS_SHOWN)
    .map((name) => `${COUNT_WORDS[name]} ${text(counts[name])}`)
    .join(', ');
}

function text(value: number | null): string {
  return value === null ? 'không ghi' : count(value);
}

function rateText(result: RateResult): string {
  if (result.kind === 'missing') return 'chưa có số liệu';
  if (result.kind === 'nothingArose') return 'không phát sinh';
  const { numerator, denominator } = result.fraction;
  return `${percent(hundredthsOfPercent(result.fraction))} (${quotient(numerator, denominator)})`;
}
