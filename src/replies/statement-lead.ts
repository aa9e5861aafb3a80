import type { RateAsk } from '../asking/question-text.ts';
import { isKept, type Sieve } from '../figures/limit.ts';
import type { RankedBy } from '../figures/tally.ts';
import { publishedRate } from '../queries/rate.ts';
import type { StatementAnswer } from '../queries/statement-answer.ts';
import { METRIC_WORDS, rateWords } from './metric-words.ts';
import { count } from './numbers.ts';
import { periodTitle } from './period-block.ts';
import { sideText } from './rate-verdict.ts';
import { behindHeadline, type Reply, withHeadline } from './reply.ts';
import { capital } from './sentence.ts';
import { orderedText, reachedText, targetRange, verdictText } from './target-lines.ts';
import { NO_REASON, whyChoices } from './why-reply.ts';

/** What of a published rate was asked first: its number, the value it is held against, or its target. */
type StatementLead = {
  /** `count`: how many dossiers, and not which share. */
  readonly by: RankedBy | null;
  readonly only: Sieve | 'kept' | 'broken' | 'every' | null;
  readonly asks: RateAsk | null;
};

/**
 * "Đã vượt 60%: 68,67% hồ sơ trực tuyến — …", "Chỉ tiêu 40–45%, hiện 68,67% …": the reply with that in front; says so
 * where there is no target.
 */
export function ledBy(reply: Reply, answer: StatementAnswer, asked: StatementLead): Reply {
  const { only, asks } = asked;
  if (asks === 'why') return withoutReason(reply, answer);
  const sieve = typeof only === 'string' ? null : only;
  if (asks !== null || sieve !== null) return heldFirst(reply, answer, { sieve, asks });
  return asked.by === 'count' ? numberFirst(reply, answer) : reply;
}

function heldFirst(
  reply: Reply,
  answer: StatementAnswer,
  { sieve, asks }: { readonly sieve: Sieve | null; readonly asks: RateAsk | null },
): Reply {
  if (asks === 'target' && answer.ordered.length > 0 && isOfOthers(answer)) {
    return orderedFirst(reply, answer);
  }
  const lead = sieve === null ? targetLead(answer, asks) : valueLead(answer, sieve);
  if (lead === null) {
    const why = sieve === null ? NO_TARGET : NO_RATE;
    return behindHeadline(reply, [{ kind: 'warning', line: [why] }]);
  }
  const joint = asks === 'target' ? ', hiện ' : ': ';
  return withHeadline(reply, (line) => [{ strong: lead }, joint, ...line]);
}

/** The figure is of a total above, or targets are ordered by level: then the number is no "hiện" of the target. */
function isOfOthers({ asked, agency, target }: StatementAnswer): boolean {
  return target === null || asked.id !== agency.id;
}

/** "Chỉ tiêu 20–25% (Báo cáo 43/BC-UBND) — Khối UBND cấp xã, năm 2020", and the figure there is behind it. */
function orderedFirst(reply: Reply, answer: StatementAnswer): Reply {
  const [headline, ...rest] = reply.blocks;
  if (headline?.kind !== 'headline') return reply;
  const line = [
    { strong: orderedText(answer.ordered) },
    ` — ${METRIC_WORDS[answer.metric]}, ${answer.asked.name}, ${periodTitle(answer)}`,
  ];
  const number = { kind: 'text', line: headline.line } as const;
  return { ...reply, blocks: [{ kind: 'headline', line }, number, ...rest] };
}

/** "Số liệu không nêu nguyên nhân: 68,67% hồ sơ trực tuyến — …", and what can be asked instead. */
function withoutReason(reply: Reply, { metric, asked, period }: StatementAnswer): Reply {
  return {
    ...withHeadline(reply, (line) => [{ strong: NO_REASON }, ': ', ...line]),
    choices: [...whyChoices({ metric, agency: asked, period }), ...reply.choices].slice(0, 5),
  };
}

/** "3.996 hồ sơ trực tuyến (68,67%) — UBND thành phố Nha Trang, 6 tháng đầu năm 2023". */
function numberFirst(reply: Reply, answer: StatementAnswer): Reply {
  const { main, metric, agency } = answer;
  const statement = main?.statement;
  if (statement === undefined || statement.rate === null) return reply;
  const what = METRIC_WORDS[metric];
  if (statement.numerator === null) {
    return behindHeadline(reply, [{ kind: 'warning', line: [`Nguồn không ghi số ${what}.`] }]);
  }
  const share = rateWords(metric, statement.rate);
  const line = [
    { strong: count(statement.numerator) },
    ` ${what} (${share}) — ${agency.name}, ${periodTitle(answer)}`,
  ];
  return withHeadline(reply, () => line);
}

const NO_TARGET = 'Chưa có chỉ tiêu cho đơn vị và kỳ được hỏi.';
const NO_RATE = 'Không có một con số chung để so với mức được hỏi.';

function valueLead({ main }: StatementAnswer, sieve: Sieve): string | null {
  const rate = main === null ? null : publishedRate(main);
  if (rate === null || sieve.of !== 'rate') return null;
  return sideText(sieve, (bound) => isKept(bound, rate));
}

function targetLead({ main, target, held }: StatementAnswer, asks: RateAsk | null): string | null {
  if (asks === null || target === null) return null;
  const range = targetRange(target);
  if (asks === 'target') return `Chỉ tiêu ${range}`;
  if (main === null) return reachedText(target, held);
  const rate = publishedRate(main);
  return rate === null ? null : `${capital(verdictText(target, rate))} ${range}`;
}
