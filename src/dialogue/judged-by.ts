import type { Question } from './question.ts';
import type { Sentence } from './read-sentence.ts';

/**
 * Few dossiers are not bad, nor many good: "sở nào tệ nhất" of numbers of dossiers is judged by the rate of what is
 * late, which is then said as taken.
 */
export function judgedByRate(question: Question, { order }: Pick<Sentence, 'order'>): Question {
  const { command, slots, understood } = question;
  const isJudged = order === 'worst' || order === 'best';
  if (command !== 'xep-hang' || slots.metric !== 'dossiers' || !isJudged) return question;
  return {
    ...question,
    slots: { ...slots, metric: 'overdue', by: 'rate' },
    understood: {
      agencyFromConversation: false,
      periodFromConversation: false,
      orderFromMetric: false,
      plain: false,
      ...understood,
      metricFromConversation: true,
    },
  };
}
