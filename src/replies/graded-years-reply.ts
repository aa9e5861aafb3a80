import { agencyQuestion } from '../asking/question-text.ts';
import type { Period } from '../calendar/period.ts';
import { periodKey } from '../calendar/periods.ts';
import { Grade } from '../figures/grade.ts';
import type { GradedAnswer, StatementAnswer } from '../queries/statement-answer.ts';
import { gradedText, partLine } from './grade-words.ts';
import { METRIC_WORDS, rateWords } from './metric-words.ts';
import { periodName } from './period-names.ts';
import type { Block, Line, Reply } from './reply.ts';
import { capital } from './sentence.ts';
import { distinct, sourceBlock } from './source-line.ts';
import { statedParts } from './stated-parts.ts';

/** Grades or places of several years side by side, at least one, the first first. */
export function gradedYearsReply(
  answers: readonly [GradedAnswer, ...GradedAnswer[]],
  notes: readonly Block[],
): Reply {
  const [{ agency, asked, metric }] = answers;
  const snapshots = distinct(answers.map(({ main }) => main.snapshot));
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

/** Years whose document gives a rate and grades nobody. */
export function ungradedYears(answers: readonly StatementAnswer[]): readonly Block[] {
  return answers.map(({ main, metric, period }) => {
    const rate = main?.statement.rate ?? null;
    const number = rate === null ? '' : `${rateWords(metric, rate)}; `;
    const line = [`${capital(periodName(period))}: ${number}văn bản không ghi xếp loại.`];
    return { kind: 'warning', line };
  });
}

function titleOf({ period }: GradedAnswer): string {
  return capital(periodName(period));
}

function textOf({ main, metric }: GradedAnswer): string {
  return gradedText(metric, statedParts(main.statement));
}

function yearBlocks(answer: GradedAnswer): readonly Block[] {
  const parts = statedParts(answer.main.statement);
  return [
    { kind: 'text', line: [{ strong: titleOf(answer) }] },
    { kind: 'list', items: parts.map((part): Line => [partLine(answer.metric, part)]) },
  ];
}

/** The agencies that are graded change from year to year: their numbers are not held against each other here. */
function unlikeBlocks(answers: readonly GradedAnswer[]): readonly Block[] {
  const wholes = answers.flatMap(({ main }) =>
    statedParts(main.statement).flatMap(({ part, denominator }) =>
      part === Grade.enum.good ? [denominator] : [],
    ),
  );
  if (new Set(wholes).size < 2) return [];
  return [{ kind: 'note', line: ['Số cơ quan được xếp loại của các năm khác nhau.'] }];
}
