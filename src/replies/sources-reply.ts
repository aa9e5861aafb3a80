import { parsePeriodKey } from '../calendar/periods.ts';
import { dayOf } from '../clock.ts';
import type { SourcesAnswer, SourceTable } from '../queries/sources.ts';
import type { SnapshotHead } from '../snapshots/snapshot.ts';
import { formulaWords } from './metric-words.ts';
import { day } from './numbers.ts';
import { periodName } from './period-names.ts';
import { NO_TOPIC } from './reply.ts';
import type { Block, Line, Reply } from './reply.ts';
import { rateText, takenAt } from './restated-lines.ts';
import { documentName } from './source-line.ts';

const SHOWN = 12;

/** Older versions named of one table: the last changes. */
const REPLACED_SHOWN = 3;

/** The reply to /nguon: documents with period, last day covered, formula, and when they were taken in. */
export function sourcesReply(
  { agency, tables }: SourcesAnswer,
  notes: readonly Block[] = [],
): Reply {
  const subject = agency === null ? 'toàn bộ số liệu' : agency.name;
  const rest = tables.length - SHOWN;
  return {
    blocks: [
      {
        kind: 'headline',
        line: [{ strong: `${String(tables.length)} bảng số liệu` }, ` — nguồn của ${subject}`],
      },
      ...notes,
      { kind: 'list', items: tables.slice(0, SHOWN).flatMap(tableLines) },
      ...(rest > 0 ? [{ kind: 'note', line: [`Còn ${String(rest)} bảng nữa.`] } as const] : []),
    ],
    chart: null,
    choices: [],
    topic: { ...NO_TOPIC, agency: agency?.id ?? null },
    snapshots: tables.map(({ snapshot }) => snapshot.id),
  };
}

/** The version in force, and those it replaced: both stay in the store. */
function tableLines({ snapshot, replaced, rates }: SourceTable): readonly Line[] {
  if (replaced.length === 0) return [sourceLine(snapshot, `nạp ngày ${takenOn(snapshot)}`)];
  const said = ({ id }: SnapshotHead) => {
    const rate = rates.get(id);
    return rate === undefined ? '' : `; trễ hạn ${rateText(rate)}`;
  };
  return [
    sourceLine(snapshot, `đang dùng, nạp lúc ${takenAt(snapshot)}${said(snapshot)}`),
    ...replaced
      .slice(0, REPLACED_SHOWN)
      .map((version) =>
        sourceLine(version, `bản cũ đã được thay, nạp lúc ${takenAt(version)}${said(version)}`),
      ),
  ];
}

function sourceLine(snapshot: SnapshotHead, status: string): Line {
  const formula =
    snapshot.formula === null ? '' : `; tỷ lệ trễ hạn: ${formulaWords(snapshot.formula)}`;
  return [
    { strong: documentName(snapshot) },
    ` — ${periodName(parsePeriodKey(snapshot.period))}, số liệu đến ${day(snapshot.asOf)}${formula}; ${status}`,
  ];
}

function takenOn({ fetchedAt }: SnapshotHead): string {
  return day(dayOf(fetchedAt));
}
