import type { Agency, Directory } from '../agencies/agency.ts';
import type { StatementAnswer } from '../queries/statement-answer.ts';
import type { Statement } from '../snapshots/snapshot.ts';
import { METRIC_WORDS, rateWords } from './metric-words.ts';
import { count, decimal, dong, percent } from './numbers.ts';
import { periodTitle } from './period-block.ts';
import type { Line } from './reply.ts';
import { capital } from './sentence.ts';

/** "62,90% hồ sơ trực tuyến — Tỉnh Khánh Hòa, năm 2023"; where only parts have figures, the range of them. */
export function statementHeadline(answer: StatementAnswer, directory: Directory): Line {
  const { main, agency, metric } = answer;
  if (main === null) return headlineOfParts(answer, directory);
  const number = { strong: statementNumber(main.statement) };
  const end = ` — ${agency.name}, ${periodTitle(answer)}`;
  if (metric !== 'onlinePayment') return [number, ` ${METRIC_WORDS[metric]}${end}`];
  const { amountVnd } = main.statement;
  const money = amountVnd === null ? '' : ` (${dong(amountVnd)})`;
  return [number, ` giao dịch ${METRIC_WORDS[metric]}${money}${end}`];
}

/** The number a statement is about: its rate, or a count of transactions. */
export function statementNumber({ rate, numerator, metric }: Statement): string {
  if (rate !== null) return rateWords(metric, rate);
  if (numerator === null) return 'Chưa có số liệu';
  if (metric === 'onlinePayment') return count(numerator);
  return `${count(numerator)} ${metric === 'satisfaction' ? 'phiếu' : 'hồ sơ'}`;
}

/** "82,24–87,33% chỉ số hài lòng theo khối, năm 2023: thấp nhất Cục Hải quan tỉnh, cao nhất Khối UBND cấp huyện". */
function headlineOfParts(answer: StatementAnswer, directory: Directory): Line {
  const { metric, peers, agency } = answer;
  const subject = `${METRIC_WORDS[metric]} ${ofParts(agency)}, ${periodTitle(answer)}`;
  const rated = peers.flatMap(({ statement }) =>
    statement.rate === null ? [] : [{ of: statement.agency, rate: statement.rate }],
  );
  const sorted = rated.toSorted((a, b) => a.rate - b.rate);
  const [lowest, highest] = [sorted[0], sorted.at(-1)];
  if (lowest === undefined || highest === undefined || lowest === highest) {
    return [{ strong: capital(subject) }];
  }
  const ends = `thấp nhất ${directory.get(lowest.of).name}, cao nhất ${directory.get(highest.of).name}`;
  return [{ strong: `${decimal(lowest.rate)}–${percent(highest.rate)}` }, ` ${subject}: ${ends}`];
}

/** Whose figures stand for a total that has none of its own. */
function ofParts({ level, name }: Agency): string {
  return level === 'province' ? 'theo khối' : `của từng đơn vị thuộc ${name}`;
}
