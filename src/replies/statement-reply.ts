import type { Directory } from '../agencies/agency.ts';
import { agencyQuestion } from '../asking/question-text.ts';
import { periodKey } from '../calendar/periods.ts';
import { fraction, hundredthsOfPercent } from '../figures/fraction.ts';
import { publishedRate } from '../queries/rate.ts';
import type { StatementAnswer } from '../queries/statement-answer.ts';
import type { Statement } from '../snapshots/snapshot.ts';
import type { StatementReading } from '../snapshots/store.ts';
import { METRIC_WORDS, formulaWords } from './metric-words.ts';
import { count, dong, percent, quotient } from './numbers.ts';
import { periodBlock } from './period-block.ts';
import { periodName } from './period-names.ts';
import { type Block, type Reply, textBlocks } from './reply.ts';
import { restatedBlock } from './restated-lines.ts';
import { capital } from './sentence.ts';
import { distinct, sourceBlock } from './source-line.ts';
import { statedChangeText } from './stated-change.ts';
import { statedCountsText } from './stated-counts.ts';
import { partText as statedPartText, statedParts } from './stated-parts.ts';
import { statementChart } from './statement-chart.ts';
import { statementHeadline, statementNumber } from './statement-headline.ts';
import { reachedText, targetText } from './target-lines.ts';

/** The reply to the metrics that documents publish as they are: online, payments, postal, digitization, satisfaction. */
export function statementReply(
  answer: StatementAnswer,
  directory: Directory,
  notes: readonly Block[] = [],
): Reply {
  const used = answer.main === null ? answer.peers : [answer.main, ...answer.parts];
  const snapshots = distinct(used.map(({ snapshot }) => snapshot));
  return {
    blocks: [
      { kind: 'headline', line: statementHeadline(answer, directory) },
      ...notes,
      ...insteadBlock(answer),
      ...mainBlocks(answer),
      ...answer.parts.map((part): Block => ({ kind: 'text', line: [partText(part)] })),
      ...besideBlocks(answer),
      ...peersBlock(answer, directory),
      ...restatedBlocks(answer),
      periodBlock(answer, answer.main?.snapshot.asOf),
      sourceBlock(
        snapshots,
        snapshots.map((snapshot) => placeIn(used, snapshot.id)),
      ),
    ],
    chart: statementChart(answer, directory),
    choices: answer.otherPeriods.slice(0, 3).map((period) => ({
      label: capital(periodName(period)),
      send: agencyQuestion(answer.metric, answer.asked, period),
    })),
    topic: { agency: answer.asked.id, period: periodKey(answer.period), metric: answer.metric },
    snapshots: snapshots.map(({ id }) => id),
  };
}

/** What the document said before. */
function restatedBlocks({ restated }: StatementAnswer): readonly Block[] {
  if (restated === null) return [];
  const { now, before } = restated;
  const was = `trước là ${partText(before)}`;
  return [restatedBlock(was, { now: now.snapshot, before: before.snapshot })];
}

/** Said outright when the figure belongs to the block, not to the agency asked about. */
function insteadBlock({ asked, agency }: StatementAnswer): readonly Block[] {
  if (asked.id === agency.id) return [];
  return [
    {
      kind: 'warning',
      line: [`Chưa có số liệu riêng của ${asked.name}; đây là số của ${agency.name}.`],
    },
  ];
}

/** Of parts alone: how many reach the target, and that only their rates are known. */
function partsOnlyBlocks({ peers, target, held }: StatementAnswer): readonly Block[] {
  const isBare = peers.every(({ statement }) => statement.numerator === null);
  const [first] = peers;
  const lines = [
    target === null ? null : `${reachedText(target, held)} (${target.source})`,
    isBare && first !== undefined ? statedCountsText(first.statement) : null,
  ];
  return textBlocks(lines);
}

function mainBlocks(answer: StatementAnswer): readonly Block[] {
  const { main, target } = answer;
  if (main === null) return partsOnlyBlocks(answer);
  const { statement } = main;
  const rate = publishedRate(main);
  const lines = [
    statedCountsText(statement),
    arithmeticText(statement),
    // Of payments it stands in the headline.
    statement.amountVnd === null || statement.metric === 'onlinePayment'
      ? null
      : `Số tiền: ${dong(statement.amountVnd)}`,
    statement.rate === null || statement.formula === null
      ? null
      : `Công thức: ${formulaWords(statement.formula)}`,
    target === null || rate === null ? null : targetText(target, rate),
    ...statement.changes.map((change) => `${capital(statedChangeText(change))} (theo báo cáo)`),
  ];
  return textBlocks(lines);
}

/** "2.493/2.558 tính ra 97,46%; văn bản in 97,45%": both figures, neither corrected (domain.md 12). */
function arithmeticText({ rate, numerator, denominator }: Statement): string | null {
  if (rate === null || numerator === null || denominator === null || denominator === 0) return null;
  const computed = hundredthsOfPercent(fraction(numerator, denominator));
  if (computed === rate) return null;
  return `${quotient(numerator, denominator)} tính ra ${percent(computed)}; văn bản in ${percent(rate)}`;
}

function partText({ statement }: StatementReading): string {
  const name = statement.field ?? capital(METRIC_WORDS[statement.metric]);
  const counted = statement.rate === null ? '' : countedText(statement);
  const amount = statement.amountVnd === null ? '' : `, ${dong(statement.amountVnd)}`;
  const unit = statement.metric === 'onlinePayment' && statement.rate === null ? ' giao dịch' : '';
  return `${name}: ${statementNumber(statement)}${unit}${counted}${amount}`;
}

function countedText({ numerator, denominator }: Statement): string {
  if (numerator === null) return '';
  const number = denominator === null ? count(numerator) : quotient(numerator, denominator);
  return ` (${number} hồ sơ)`;
}

/** What the document counts beside the rate: procedures and the like. */
function besideBlocks({ main }: StatementAnswer): readonly Block[] {
  return main === null ? [] : textBlocks(statedParts(main.statement).map(statedPartText));
}

/** The others published beside it: blocks beside blocks, the table of a survey. */
function peersBlock(answer: StatementAnswer, directory: Directory): readonly Block[] {
  const others = answer.peers.filter(
    ({ statement }) => statement.agency !== answer.agency.id && statement.rate !== null,
  );
  if (others.length === 0) return [];
  const sorted = others.toSorted((a, b) => (b.statement.rate ?? 0) - (a.statement.rate ?? 0));
  return [
    {
      kind: 'list',
      items: sorted.map(({ statement }) => [
        `${directory.get(statement.agency).name}: `,
        { strong: statementNumber(statement) },
      ]),
    },
  ];
}

function placeIn(readings: readonly StatementReading[], id: number): string | null {
  return readings.find(({ snapshot }) => snapshot.id === id)?.statement.place ?? null;
}
