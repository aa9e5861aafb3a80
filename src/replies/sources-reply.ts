import { exactName } from '../asking/question-text.ts';
import { isImpossible } from '../calendar/period.ts';
import { parsePeriodKey } from '../calendar/periods.ts';
import { dayOf } from '../clock.ts';
import type { Metric } from '../figures/metric.ts';
import type { SaidAt } from '../queries/said-in-tables.ts';
import type { SourcesAnswer, SourceTable } from '../queries/sources.ts';
import type { SnapshotHead } from '../snapshots/snapshot.ts';
import { vainPeriod, vainText } from './impossible-period.ts';
import { formulaWords, METRIC_WORDS, metricName } from './metric-words.ts';
import { count, day } from './numbers.ts';
import { periodChoices, periodNames } from './other-periods.ts';
import { periodName } from './period-names.ts';
import { NO_TOPIC } from './reply.ts';
import type { Block, Choice, Line, Reply } from './reply.ts';
import { rateText, takenAt } from './restated-lines.ts';
import { documentName } from './source-line.ts';

const SHOWN = 12;

/** Older versions named of one table: the last changes. */
const REPLACED_SHOWN = 3;

/** The reply to /nguon: documents with period, last day covered, formula, and when they were taken in. */
export function sourcesReply(answer: SourcesAnswer, notes: readonly Block[] = []): Reply {
  const { agency, tables, metric } = answer;
  return {
    blocks: [
      { kind: 'headline', line: headline(answer) },
      ...notes,
      ...lackingBlocks(answer),
      ...(tables.length === 0 ? insteadBlocks(answer) : tableBlocks(answer)),
    ],
    chart: null,
    choices: tables.length === 0 ? insteadChoices(answer) : [],
    topic: { ...NO_TOPIC, agency: agency?.id ?? null, metric },
    snapshots: tables.map(({ snapshot }) => snapshot.id),
  };
}

function headline(answer: SourcesAnswer): Line {
  const { periods, tables } = answer;
  const when = periods.map((period) => vainPeriod(period, ', ')).join('');
  const impossible = periods.find(isImpossible) ?? null;
  const many = tables.length === 0 ? 'Chưa có' : String(tables.length);
  return [
    { strong: vainText(impossible, `${many} bảng số liệu`) },
    ` — nguồn của ${subjectOf(answer)}${when}`,
  ];
}

function subjectOf({ agency, metric }: SourcesAnswer): string {
  if (metric === null) return agency === null ? 'toàn bộ số liệu' : agency.name;
  const what = metricName(metric);
  return agency === null ? what : `${what}, ${agency.name}`;
}

/** Those of everything else are no answer unless that is said. */
function lackingBlocks({ agency, lacking, tables, otherPeriods }: SourcesAnswer): readonly Block[] {
  if (lacking === null || tables.length + otherPeriods.length === 0) return [];
  const whose = agency === null ? '' : ` của ${agency.name}`;
  const others = tables.length === 0 ? '' : ' Nguồn của các số liệu khác:';
  const line = [`Chưa nguồn nào có ${metricName(lacking)}${whose}.${others}`];
  return [{ kind: 'text', line }];
}

function tableBlocks({ tables, otherPeriods }: SourcesAnswer): readonly Block[] {
  const rest = tables.length - SHOWN;
  return [
    { kind: 'list', items: tables.slice(0, SHOWN).flatMap(tableLines) },
    ...(rest > 0 ? [{ kind: 'note', line: [`Còn ${String(rest)} bảng nữa.`] } as const] : []),
    ...(otherPeriods.length === 0
      ? []
      : [{ kind: 'note', line: [`Kỳ khác cũng có: ${periodNames(otherPeriods)}.`] } as const]),
  ];
}

/** What there is where there is nothing of what was asked for. */
function insteadBlocks({ otherPeriods }: SourcesAnswer): readonly Block[] {
  const text =
    otherPeriods.length === 0
      ? 'Chưa nguồn nào có số liệu này. Gõ /nguon để xem các bảng hiện có.'
      : `Hiện có: ${periodNames(otherPeriods)}.`;
  return [{ kind: 'text', line: [text] }];
}

function insteadChoices({ agency, metric, otherPeriods }: SourcesAnswer): readonly Choice[] {
  const agencies = agency === null ? [] : [exactName(agency)];
  return periodChoices('nguon', { agencies, metric }, otherPeriods);
}

/** The version in force, and those it replaced: both stay in the store. */
function tableLines(table: SourceTable): readonly Line[] {
  const { snapshot, replaced, rates } = table;
  const sourceLine = (version: SnapshotHead, status: string) => lineOf(table, version, status);
  if (replaced.length === 0) return [sourceLine(snapshot, `nạp ngày ${takenOn(snapshot)}`)];
  const said = ({ id }: SnapshotHead) => {
    const rate = rates.get(id);
    return rate === undefined ? '' : `; trễ hạn ${rateText(rate)}`;
  };
  const rest = replaced.length - REPLACED_SHOWN;
  return [
    sourceLine(snapshot, `đang dùng, nạp lúc ${takenAt(snapshot)}${said(snapshot)}`),
    ...replaced
      .slice(0, REPLACED_SHOWN)
      .map((version) =>
        sourceLine(version, `bản cũ đã được thay, nạp lúc ${takenAt(version)}${said(version)}`),
      ),
    ...(rest > 0 ? [[`Bảng trên còn ${count(rest)} bản cũ hơn.`]] : []),
  ];
}

function lineOf({ saidAt }: SourceTable, version: SnapshotHead, status: string): Line {
  const isOfLate =
    saidAt === null || saidAt.some(({ metrics }) => metrics.some((one) => OF_LATE.has(one)));
  const formula =
    version.formula === null || !isOfLate
      ? ''
      : `; tỷ lệ trễ hạn: ${formulaWords(version.formula)}`;
  return [
    { strong: documentName(version, saidAt === null ? null : placesText(saidAt)) },
    ` — ${periodName(parsePeriodKey(version.period))}, số liệu đến ${day(version.asOf)}${formula}; ${status}`,
  ];
}

/** A formula for what is late says nothing of what is paid online. */
const OF_LATE: ReadonlySet<Metric> = new Set(['dossiers', 'overdue', 'onTime']);

/** "mục III.2"; of several which says what: "mục II.3 (hồ sơ trực tuyến), mục III.1 (hồ sơ trễ hạn)". */
function placesText(saidAt: readonly SaidAt[]): string {
  const [only, ...more] = saidAt;
  if (only !== undefined && more.length === 0) return only.place;
  return saidAt
    .map(({ place, metrics }) => {
      const what = metrics.map((metric) => METRIC_WORDS[metric]).join(', ');
      return `${place} (${what})`;
    })
    .join('; ');
}

function takenOn({ fetchedAt }: SnapshotHead): string {
  return day(dayOf(fetchedAt));
}
