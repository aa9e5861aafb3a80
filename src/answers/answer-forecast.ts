import type { Question } from '../dialogue/question.ts';
import { NO_FORECAST } from '../replies/forecast-line.ts';
import { behindHeadline, type Reply } from '../replies/reply.ts';
import { answerRate } from './answer-rate.ts';
import { forecastFor, type ForecastRoom } from './with-forecast.ts';

/**
 * What late dossiers will come to by the end of the year that runs. Where that cannot be told it is said, and the newest
 * that is known is shown: never is a figure of the past given for one of the future.
 */
export async function answerForecast(room: ForecastRoom, question: Question): Promise<Reply> {
  const reply = (await ofRunningYear(room, question)) ?? (await rateOf(room, question));
  return behindHeadline(reply, [(await forecastFor(reply, room)) ?? NO_FORECAST]);
}

/** Null where a period was said, or the year that runs has no figures. */
async function ofRunningYear(room: ForecastRoom, question: Question): Promise<Reply | null> {
  const { slots } = question;
  if (slots.periods.length > 0) return null;
  const periods = [{ kind: 'relative', unit: 'year', offset: 0 }] as const;
  const reply = await rateOf(room, { ...question, slots: { ...slots, periods } });
  return reply.topic.period === null ? null : reply;
}

function rateOf({ knowledge }: ForecastRoom, question: Question): Promise<Reply> {
  return answerRate(knowledge, question, 'overdue');
}
