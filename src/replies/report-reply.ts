import { exactName, questionText } from '../asking/question-text.ts';
import type { ReportAnswer } from '../queries/report.ts';
import { fold } from '../vietnamese/fold.ts';
import { doubtBlocks } from './doubt-lines.ts';
import { count } from './numbers.ts';
import { periodBlock, periodTitle } from './period-block.ts';
import { periodName, shortPeriodName } from './period-names.ts';
import type { Block, Choice, Reply } from './reply.ts';
import { otherwisePrinted } from './report-lines.ts';
import { ii06aSheet } from './report-sheet-ii-06a.ts';
import { phuLuc2Sheet } from './report-sheet-phu-luc-2.ts';
import { capital } from './sentence.ts';
import { distinct, sourceBlock } from './source-line.ts';

/** Buttons for other periods. */
const MOST_CHOICES = 4;

/** The reply to /bao-cao: what is in the table, and the table itself as a file. */
export function reportReply(answer: ReportAnswer, notes: readonly Block[] = []): Reply {
  const { agency, doubts, heads, period } = answer;
  const place = fold(`${agency.shortName} ${shortPeriodName(period)}`).replaceAll(
    /[^a-z0-9]+/gu,
    '-',
  );
  return {
    blocks: [
      {
        kind: 'headline',
        line: [
          { strong: `Bảng ${FORM_NAMES[answer.form]}` },
          ` — ${agency.name}, ${periodTitle(answer)}`,
        ],
      },
      { kind: 'text', line: [contents(answer)] },
      ...otherwiseBlocks(answer),
      ...notes,
      ...doubtBlocks(doubts),
      periodBlock(answer),
      sourceBlock(distinct(heads)),
    ],
    chart: null,
    choices: answer.otherPeriods.slice(0, MOST_CHOICES).map((other): Choice => ({
      label: capital(periodName(other)),
      send: questionText('bao-cao', { agencies: [exactName(agency)], periods: [other] }),
    })),
    file: {
      kind: 'workbook',
      name: `bao-cao-${place}.xlsx`,
      sheets: [answer.form === 'ii06a' ? ii06aSheet(answer) : phuLuc2Sheet(answer)],
    },
    topic: { agency: agency.id, period: heads[0]?.period ?? null, metric: null },
    snapshots: distinct(heads).map(({ id }) => id),
  };
}

function otherwiseBlocks(answer: ReportAnswer): readonly Block[] {
  const otherwise = otherwisePrinted(answer);
  return otherwise === null ? [] : [{ kind: 'warning', line: [otherwise] }];
}

const FORM_NAMES: Readonly<Record<ReportAnswer['form'], string>> = {
  ii06a: 'biểu II.06a/VPCP/KSTT',
  phuLuc2: 'Phụ lục 2',
};

function contents(answer: ReportAnswer): string {
  const many =
    answer.form === 'ii06a'
      ? `${count(answer.fields.length)} lĩnh vực`
      : `${count(answer.rows.length)} dòng`;
  return `Tệp XLSX kèm theo: ${many}, in khổ A4 ngang.`;
}
