import type { Period } from '../../calendar/period.ts';
import { dayOf } from '../../clock.ts';
import type { Problem } from '../../errors.ts';
import type { IntakeProblem } from '../../snapshots/intake-problem.ts';
import type { Cell, HeadName } from './map-message.ts';
import type { Page } from './mapped-answer.ts';
import { cellText } from './mapped-rows.ts';
import { readMoment } from './read-moment.ts';

/** What answers say of themselves, held against what was asked. */
export type AnswerHead = {
  /** The earliest moment any of the answers shows; null = they do not say. */
  readonly asOf: Temporal.Instant | null;
  readonly problems: readonly Problem[];
};

/** What was asked, and how. */
export type Asked = {
  readonly origin: string;
  readonly period: Period | null;
  /** What has to stand where the answer says whose it is; null = it is not asked. */
  readonly owner: string | null;
  readonly head: Readonly<Partial<Record<HeadName, string>>>;
};

/** Reads the heads of all pages of a poll. Problems: badDate, missingField, periodContradicts, otherAgency, incomplete. */
export function answerHead(answers: readonly Page[], asked: Asked): AnswerHead {
  const moments = readAll('asOf', answers, asked);
  const problems = [
    ...moments.problems,
    ...periodProblems(answers, asked),
    ...ownerProblems(answers, asked),
    ...totalProblems(answers, asked),
  ];
  const [asOf = null] = moments.read.toSorted((a, b) => Temporal.Instant.compare(a, b));
  return { asOf, problems };
}

function readAll(name: HeadName, answers: readonly Page[], { origin, head }: Asked) {
  const expression = head[name];
  const read: Temporal.Instant[] = [];
  const problems: Problem[] = [];
  for (const { head: cells } of expression === undefined ? [] : answers) {
    const cell = cells[name];
    const moment = readMoment(cell);
    if (moment !== null) read.push(moment);
    else problems.push(headProblem(origin, name, { cell, expression: expression ?? '' }));
  }
  return { read, problems: problems.slice(0, 1) };
}

function headProblem(
  origin: string,
  name: string,
  { cell, expression }: { readonly cell: Cell | undefined; readonly expression: string },
): Problem {
  const code: IntakeProblem = cell === undefined ? 'missingField' : 'badDate';
  const found = cell === undefined ? expression : cellText(cell);
  return { code, place: origin, detail: `${name}: ${found}` };
}

/** A system that answers for other days than it was asked for would give every agency another one's figures. */
function periodProblems(answers: readonly Page[], asked: Asked): readonly Problem[] {
  const { origin, period } = asked;
  if (period === null) return [];
  const from = readAll('periodFrom', answers, asked);
  const to = readAll('periodTo', answers, asked);
  const wrong = notOn(period.from, from.read) ?? notOn(period.to, to.read);
  if (wrong === undefined) return [...from.problems, ...to.problems];
  const days = `${period.from.toString()}..${period.to.toString()}`;
  const detail = `${days} / ${dayOf(wrong).toString()}`;
  return [{ code: 'periodContradicts' satisfies IntakeProblem, place: origin, detail }];
}

function notOn(
  day: Temporal.PlainDate,
  moments: readonly Temporal.Instant[],
): Temporal.Instant | undefined {
  return moments.find((moment) => !dayOf(moment).equals(day));
}

/** Agencies of all provinces have the same names, so that another one's answer would fit row by row. */
function ownerProblems(
  answers: readonly Page[],
  { origin, owner, head }: Asked,
): readonly Problem[] {
  if (owner === null) return [];
  const told = answers.map((answer) => answer.head.owner);
  if (told.some((cell) => cell === undefined)) {
    const detail = `owner: ${head.owner ?? ''}`;
    return [{ code: 'missingField' satisfies IntakeProblem, place: origin, detail }];
  }
  const other = told.find((cell) => cell !== undefined && cellText(cell).trim() !== owner);
  if (other === undefined) return [];
  const detail = `${cellText(other)} / ${owner}`;
  return [{ code: 'otherAgency' satisfies IntakeProblem, place: origin, detail }];
}

/** How many rows there are is said to each question: agencies asked one by one each have a number of their own. */
function totalProblems(answers: readonly Page[], { origin, head }: Asked): readonly Problem[] {
  if (head.total === undefined) return [];
  let rows = 0;
  for (const answer of answers) {
    rows += answer.rows;
    if (!answer.isLast) continue;
    const told = answer.head.total;
    if (told !== rows) {
      const detail = `${String(rows)} / ${told === undefined ? head.total : cellText(told)}`;
      return [{ code: 'incomplete' satisfies IntakeProblem, place: origin, detail }];
    }
    rows = 0;
  }
  return [];
}
