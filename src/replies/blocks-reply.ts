import type { Directory } from '../agencies/agency.ts';
import { agencyQuestion } from '../asking/question-text.ts';
import { isKept, type Sieve } from '../figures/limit.ts';
import { publishedRate } from '../queries/rate.ts';
import type { StatementAnswer } from '../queries/statement-answer.ts';
import type { StatementReading } from '../snapshots/store.ts';
import { METRIC_WORDS } from './metric-words.ts';
import { percent } from './numbers.ts';
import { periodBlock, periodTitle } from './period-block.ts';
import { rankingTopic } from './ranking-blocks.ts';
import type { Block, Reply } from './reply.ts';
import { sieveWords } from './sieve-words.ts';
import { distinct, sourceBlock } from './source-line.ts';
import { statementChart } from './statement-chart.ts';
import { statementNumber } from './statement-headline.ts';

/** In which order, and which of them; `notes` say how the question was understood. */
export type BlocksAsked = {
  readonly order: 'worst' | 'best';
  readonly sieve: Sieve | null;
  readonly notes: readonly Block[];
};

type Rated = { readonly reading: StatementReading; readonly rate: number };

/**
 * The reply to "khối nào hài lòng thấp nhất": the blocks (or the offices a survey names, or those of the vertical sector) whose published rates stand side
 * by side, in order. Null where there are not two of them.
 */
export function blocksReply(
  answer: StatementAnswer,
  directory: Directory,
  asked: BlocksAsked,
): Reply | null {
  const rated = ratedIn(answer, directory);
  if (rated.length < 2) return null;
  const direction = asked.order === 'best' ? -1 : 1;
  const sorted = rated.toSorted((a, b) => direction * (a.rate - b.rate));
  const met = sorted.filter(({ reading }) => isMet(reading, asked.sieve));
  const snapshots = distinct(rated.map(({ reading }) => reading.snapshot));
  return {
    blocks: [
      { kind: 'headline', line: headline(answer, directory, { ...asked, sorted, met }) },
      ...asked.notes,
      ...listBlock(met, directory),
      periodBlock(answer),
      sourceBlock(
        snapshots,
        snapshots.map(({ id }) => placeIn(rated, id)),
      ),
    ],
    chart: statementChart(answer, directory),
    choices: met.slice(0, 3).map(({ reading: { statement } }) => {
      const agency = directory.get(statement.agency);
      const send = agencyQuestion(answer.metric, agency, answer.period);
      return { label: agency.shortName, send };
    }),
    topic: rankingTopic(
      answer,
      leadersIn(met, asked.sieve).map(({ reading }) => ({
        agency: directory.get(reading.statement.agency),
      })),
    ),
    snapshots: snapshots.map(({ id }) => id),
  };
}

/** Beyond a value all are meant alike, else those with the first rate. */
function leadersIn(met: readonly Rated[], sieve: Sieve | null): readonly Rated[] {
  return sieve === null ? met.filter(({ rate }) => rate === met[0]?.rate) : met;
}

/** All but the totals themselves, and no field of work. */
function ratedIn(
  { peers, agency: total }: StatementAnswer,
  { province }: Directory,
): readonly Rated[] {
  const totals = new Set([province.id, total.id]);
  return peers.flatMap((reading) => {
    const { agency, rate, field } = reading.statement;
    return rate === null || field !== null || totals.has(agency) ? [] : [{ reading, rate }];
  });
}

function isMet(reading: StatementReading, sieve: Sieve | null): boolean {
  if (sieve === null) return true;
  const rate = publishedRate(reading);
  return rate !== null && sieve.bounds.every((bound) => isKept(bound, rate));
}

function headline(
  answer: StatementAnswer,
  directory: Directory,
  {
    order,
    sieve,
    sorted,
    met,
  }: BlocksAsked & { readonly sorted: readonly Rated[]; readonly met: readonly Rated[] },
) {
  const what = METRIC_WORDS[answer.metric];
  const { agency } = answer;
  const among = agency.level === 'province' ? 'theo khối' : `trong ${agency.shortName}`;
  const end = ` — ${what} ${among}, ${periodTitle(answer)}`;
  if (sieve !== null) {
    const many = `${String(met.length)}/${String(sorted.length)} khối, cơ quan`;
    return [{ strong: `${many} ${sieveWords(sieve)}` }, end];
  }
  // Those with the same rate share the first place.
  const names = leadersIn(sorted, null).map(
    ({ reading }) => directory.get(reading.statement.agency).name,
  );
  const manner = order === 'best' ? 'cao nhất' : 'thấp nhất';
  return [{ strong: `${names.join(', ')} ${percent(sorted[0]?.rate ?? 0)} ${manner}` }, end];
}

function listBlock(met: readonly Rated[], directory: Directory): readonly Block[] {
  if (met.length === 0) return [];
  const items = met.map(({ reading: { statement } }) => [
    `${directory.get(statement.agency).name}: `,
    { strong: statementNumber(statement) },
  ]);
  return [{ kind: 'list', items }];
}

function placeIn(rated: readonly Rated[], id: number): string | null {
  return rated.find(({ reading }) => reading.snapshot.id === id)?.reading.statement.place ?? null;
}
