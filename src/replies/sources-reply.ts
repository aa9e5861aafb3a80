import { parsePeriodKey } from '../calendar/periods.ts';
import { ZONE } from '../clock.ts';
import type { SourcesAnswer } from '../queries/sources.ts';
import type { SnapshotHead } from '../snapshots/snapshot.ts';
import { formulaWords } from './metric-words.ts';
import { day } from './numbers.ts';
import { periodName } from './period-names.ts';
import { NO_TOPIC } from './reply.ts';
import type { Block, Line, Reply } from './reply.ts';
import { documentName } from './source-line.ts';

const SHOWN = 12;

/** The reply to /nguon: documents with period, last day covered, formula, and when they were taken in. */
export function sourcesReply(
  { agency, snapshots }: SourcesAnswer,
  notes: readonly Block[] = [],
): Reply {
  const subject = agency === null ? 'toàn bộ số liệu' : agency.name;
  const rest = snapshots.length - SHOWN;
  return {
    blocks: [
      {
        kind: 'headline',
        line: [{ strong: `${String(snapshots.length)} bảng số liệu` }, ` — nguồn của ${subject}`],
      },
      ...notes,
      { kind: 'list', items: snapshots.slice(0, SHOWN).map(sourceLine) },
      ...(rest > 0 ? [{ kind: 'note', line: [`Còn ${String(rest)} bảng nữa.`] } as const] : []),
    ],
    chart: null,
    choices: [],
    topic: { ...NO_TOPIC, agency: agency?.id ?? null },
    snapshots: snapshots.map(({ id }) => id),
  };
}

function sourceLine(snapshot: SnapshotHead): Line {
  const taken = snapshot.fetchedAt.toZonedDateTimeISO(ZONE).toPlainDate();
  const formula =
    snapshot.formula === null ? '' : `; tỷ lệ trễ hạn: ${formulaWords(snapshot.formula)}`;
  return [
    { strong: documentName(snapshot) },
    ` — ${periodName(parsePeriodKey(snapshot.period))}, số liệu đến ${day(snapshot.asOf)}${formula}; nạp ngày ${day(taken)}`,
  ];
}
