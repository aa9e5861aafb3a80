import { metricOf } from '../asking/commands.ts';
import { behindHeadline, type Reply } from '../replies/reply.ts';
import type { LastAnswer } from './conversations.ts';
import type { DialogueReplies } from './dialogue-replies.ts';
import type { Question } from './question.ts';

/**
 * "còn Cam Ranh?" names no period: where the answer is about another one than the answer before (there may be no
 * figures for that), it says so right under the number.
 */
export function withOtherPeriod(
  reply: Reply,
  asked: { readonly question: Question; readonly last: LastAnswer | null },
  words: Pick<DialogueReplies, 'otherPeriod'>,
): Reply {
  const now = reply.topic.period;
  const before = asked.last?.topic.period ?? null;
  if (now === null || before === null || now === before || !goesOn(asked.question)) return reply;
  return behindHeadline(reply, [words.otherPeriod(now, before)]);
}

/** A question about one figure that took its agency or metric from the conversation. */
function goesOn({ command, slots, understood }: Question): boolean {
  if (understood === null || metricOf(command) === null || slots.periods.length > 0) return false;
  return understood.agencyFromConversation || understood.metricFromConversation;
}
