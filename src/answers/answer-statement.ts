import type { Question, Slots } from '../dialogue/question.ts';
import { isKept } from '../figures/limit.ts';
import type { Metric } from '../figures/metric.ts';
import type { Knowledge } from '../queries/knowledge.ts';
import { publishedRate, type Rate } from '../queries/rate.ts';
import { askStatement } from '../queries/statement-answer.ts';
import { noFiguresReply } from '../replies/no-figures-reply.ts';
import { sideText } from '../replies/rate-verdict.ts';
import type { Reply } from '../replies/reply.ts';
import { statementReply } from '../replies/statement-reply.ts';
import { answerIndex } from './answer-index.ts';
import { askedIn } from './asked.ts';

/** A published rate, score or amount: what /truc-tuyen, /thanh-toan, /buu-chinh, /so-hoa, /hai-long say. */
export async function answerStatement(
  knowledge: Knowledge,
  question: Question,
  metric: Metric,
): Promise<Reply> {
  if (metric === 'serviceIndex') return answerIndex(knowledge, question);
  const { agency, period, notes } = askedIn(knowledge, question, metric);
  const answer = await askStatement(knowledge, { agency, metric, period });
  if (answer.kind !== 'statement') return noFiguresReply(answer, metric, notes);
  const reply = statementReply(answer, knowledge.directory, notes);
  const rate = answer.main === null ? null : publishedRate(answer.main);
  return rate === null ? reply : withVerdict(reply, question.slots.only, rate);
}

/** "Đã vượt 60%: 68,67% hồ sơ trực tuyến — …". */
function withVerdict(reply: Reply, only: Slots['only'], rate: Rate): Reply {
  if (only === null || typeof only === 'string' || only.of !== 'rate') return reply;
  const [headline, ...rest] = reply.blocks;
  if (headline?.kind !== 'headline') return reply;
  const verdict = sideText(only, (bound) => isKept(bound, rate));
  const line = [{ strong: verdict }, ': ', ...headline.line];
  return { ...reply, blocks: [{ ...headline, line }, ...rest] };
}
