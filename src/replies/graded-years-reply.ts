import { agencyQuestion } from '../asking/question-text.ts';
import type { Period } from '../calendar/period.ts';
import { periodKey } from '../calendar/periods.ts';
import { Grade } from '../figures/grade.ts';
import type { StatementAnswer } from '../queries/statement-answer.ts';
import { gradedText, partLine } from './grade-words.ts';
import { METRIC_WORDS } from './metric-words.ts';
import { periodName } from './period-names.ts';
import type { Block, Line, Reply } from './reply.ts';
import { capital } from './sentence.ts';
import { distinct, sourceBlock } from './source-line.ts';
import { statedParts } from './stated-parts.ts';

/** Grades or places of several years side by side, at least one, the first first. */
export function gradedYearsReply(
  answers: readonly [StatementAnswer, ...StatementAnswer[]],
  notes: readonly Block[],
): Reply {
  const [{ agency, asked, metric }] = answers;
  const snapshots = distinct(answers.flatMap(({ main }) => (main === null ? [] : [main.snapshot])));
  const strong = answers.map((answer) => `${titleOf(answer)}: ${textOf(answer)}`).join(' · ');
  return {
    blocks: [
      { kind: 'headline', line: [{ strong }, ` — ${METRIC_WORDS[metric]}, ${agency.name}`] },
      ...notes,
      ...answers.flatMap(yearBlocks),
      ...unlikeBlocks(answers),
      sourceBlock(snapshots),
    ],
    chart: null,
    choices: answers.map(({ period }) => ({
      label: capital(periodName(period)),
      send: agencyQuestion(metric, asked, period),
    })),
    topic: { agency: asked.id, period: periodKey(answers[0].period), metric },
    snapshots: snapshots.map(({ id }) => id),
  };
}

/** Years that were asked for and have nothing. */
export function missingYears(periods: readonly Period[]): readonly Block[] {
  if (periods.length === 0) return [];
  const names = periods.map(periodName).join(', ');
  return [{ kind: 'warning', line: [`Chưa có số liệu: ${names}.`] }];
}

function titleOf({ period }: StatementAnswer): string {
  return capital(periodName(period));
}

function textOf({ main, metric }: StatementAnswer): string {
  return main === null ? '' : gradedText(metric, statedParts(main.statement));
}

function yearBlocks(answer: StatementAnswer): readonly Block[] {
  const parts = answer.main === null ? [] : statedParts(answer.main.statement);
  return [
    { kind: 'text', line: [{ strong: titleOf(answer) }] },
    { kind: 'list', items: parts.map((part): Line => [partLine(answer.metric, part)]) },
  ];
}

/** The agencies that are graded change from year to year: their numbers are not held against each other here. */
function unlikeBlocks(answers: readonly StatementAnswer[]): readonly Block[] {
  const wholes = answers.flatMap(({ main }) =>
    main === null
      ? []
      : statedParts(main.statement).flatMap(({ part, denominator }) =>
          part === Grade.enum.good ? [denominator] : [],
        ),
  );
  if (new Set(wholes).size < 2) return [];
  return [{ kind: 'note', line: ['Số cơ quan được xếp loại của các năm khác nhau.'] }];
}
