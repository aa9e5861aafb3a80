import type { Directory } from '../agencies/agency.ts';
import type { Target } from '../figures/limit.ts';
import { publishedRate } from '../queries/rate.ts';
import type { StatementAnswer } from '../queries/statement-answer.ts';
import type { StatementReading } from '../snapshots/store.ts';
import { peersOfLevel } from './agency-names.ts';
import type { ChartBar, ChartRequest } from './chart-request.ts';
import { METRIC_WORDS, metricName } from './metric-words.ts';
import { count, percent } from './numbers.ts';
import { periodTitle } from './period-block.ts';
import { capital } from './sentence.ts';
import { sourceText } from './source-line.ts';
import { reachedText, targetRange, verdictText } from './target-lines.ts';

/** Published rates beside each other, with the target band where there is one; null for a single number. */
export function statementChart(answer: StatementAnswer, directory: Directory): ChartRequest | null {
  // A band is drawn across those it is ordered for alone.
  const beside = answer.target === null ? answer.peers : answer.held;
  const rated = beside.filter(({ statement }) => statement.rate !== null);
  const single = rated.length < 2 && answer.target === null;
  const sorted = rated.toSorted((a, b) => (b.statement.rate ?? 0) - (a.statement.rate ?? 0));
  const cited = answer.main ?? sorted[0];
  if (single || rated.length === 0 || cited === undefined) return null;
  const frame = {
    title: titleOf(answer),
    subtitle: `${capital(metricName(answer.metric))} (%), ${periodTitle(answer)}`,
    source: sourceText([cited.snapshot], [cited.statement.place]),
  };
  const bars = sorted.map((reading) =>
    barOf(reading, directory.get(reading.statement.agency).shortName, answer),
  );
  if (answer.target === null) return { ...frame, kind: 'ranking', bars, limit: null };
  const { from, to } = answer.target;
  const label = `Chỉ tiêu${ofLevels(answer.target)} ${targetRange(answer.target)}`;
  return { ...frame, kind: 'target', bars, target: { from: from / 100, to: to / 100, label } };
}

function titleOf(answer: StatementAnswer): string {
  const { agency, main, target } = answer;
  const rate = main === null ? null : publishedRate(main);
  if (rate === null) return titleOfPeers(answer);
  const verdict = target === null ? '' : `, ${verdictText(target, rate)}`;
  return `${agency.shortName}: ${percent(rate.hundredths)}${verdict}`;
}

function titleOfPeers({ held, metric, target }: StatementAnswer): string {
  if (target === null) return capital(METRIC_WORDS[metric]);
  return reachedText(target, held);
}

/** " UBND cấp huyện": whom the band is ordered for. */
function ofLevels({ levels }: Target): string {
  return levels === null ? '' : ` ${levels.map(peersOfLevel).join(', ')}`;
}

function barOf({ statement }: StatementReading, label: string, answer: StatementAnswer): ChartBar {
  const rate = statement.rate ?? 0;
  return {
    label,
    value: rate / 100,
    valueLabel: percent(rate),
    detail: statement.numerator === null ? '' : count(statement.numerator),
    marked: statement.agency === answer.agency.id,
  };
}
