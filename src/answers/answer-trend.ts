import { judgedLevel } from '../agencies/judged-level.ts';
import {
  type Period,
  type PeriodAsked,
  type PossiblePeriod,
  isImpossible,
} from '../calendar/period.ts';
import { rangePeriod } from '../calendar/periods.ts';
import { resolvePeriod } from '../calendar/resolve-period.ts';
import { dayOf } from '../clock.ts';
import type { Question } from '../dialogue/question.ts';
import type { Knowledge } from '../queries/knowledge.ts';
import { noFigures } from '../queries/no-figures.ts';
import { impossibleIn } from '../queries/sides.ts';
import { askTrend } from '../queries/trend.ts';
import { noFiguresReply } from '../replies/no-figures-reply.ts';
import type { Reply } from '../replies/reply.ts';
import { trendReply } from '../replies/trend-reply.ts';
import { answerGradedYears, isGraded } from './answer-graded.ts';
import { askedIn } from './asked.ts';
import { overdueLimit } from './overdue-limit.ts';

/** A metric of an agency over all periods with figures, or those of the years asked for: what /dien-bien says. */
export async function answerTrend(knowledge: Knowledge, question: Question): Promise<Reply> {
  const metric = question.slots.metric ?? 'overdue';
  if (isGraded(metric)) return answerGradedYears(knowledge, question, metric);
  const { agency, formula, notesOnFirst: notes } = askedIn(knowledge, question, metric);
  const within = spanAsked(knowledge, question);
  const answer = await askTrend(knowledge, { agency, metric, formula, within });
  const last = answer.points.at(-1);
  const impossible = impossibleIn(question.slots);
  if (last === undefined || impossible !== null) {
    const inside = answer.points.map(({ period }) => period).toReversed();
    const available = [...inside, ...answer.outside];
    const nothing = await noFigures(knowledge, agency, {
      kind: 'none',
      asked: impossible ?? within,
      available,
    });
    return noFiguresReply(nothing, { metric, formula }, notes);
  }
  return trendReply(
    answer,
    overdueLimit(knowledge, judgedLevel(agency), last.period.to.year),
    notes,
  );
}

/** From the first to the last day of the periods said; a single one is no span, and "qua các năm" none in particular. */
function spanAsked({ clock }: Knowledge, { slots }: Question): Period | null {
  const named = slots.periods.filter(isSpan);
  if (named.length < 2 && named[0]?.kind !== 'years') return null;
  const today = dayOf(clock.now());
  const [first, ...others] = named.map((asked) =>
    resolvePeriod(asked, { today, year: today.year }),
  );
  return first === undefined ? null : others.reduce(around, first);
}

function isSpan(asked: PeriodAsked): asked is PossiblePeriod {
  return asked.kind === 'years' ? asked.span !== null : !isImpossible(asked);
}

/** The days from the earlier start to the later end. */
function around(a: Period, b: Period): Period {
  const from = Temporal.PlainDate.compare(a.from, b.from) <= 0 ? a.from : b.from;
  const to = Temporal.PlainDate.compare(a.to, b.to) >= 0 ? a.to : b.to;
  return rangePeriod(from, to);
}
