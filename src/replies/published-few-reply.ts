import { agencyQuestion } from '../asking/question-text.ts';
import { periodKey } from '../calendar/periods.ts';
import type { PublishedFew } from '../queries/published-few.ts';
import type { Rate } from '../queries/rate.ts';
import { formulaWords, METRIC_WORDS } from './metric-words.ts';
import { percent } from './numbers.ts';
import { periodWithDays, periodName } from './period-names.ts';
import type { Block, Line, Reply } from './reply.ts';
import { distinct, sourceBlock } from './source-line.ts';

/** How many are named in the first line, and offered. */
const NAMED = 4;

/**
 * "Cam Ranh 22,03%, Vạn Ninh 22,00%, Nha Trang 12,44%: …": what a document publishes of few, where all of them were asked
 * for; no order of all can be told from it.
 */
export function publishedFewReply(
  { metric, period, rates, named }: PublishedFew,
  { among, notes }: { readonly among: string; readonly notes: readonly Block[] },
): Reply {
  const snapshots = distinct(rates.map(({ rate }) => rate.snapshot));
  const places = snapshots.map((snapshot) => placeIn(rates, snapshot.id));
  const each = rates.map(({ agency, rate }) => `${agency.shortName} ${percent(rate.hundredths)}`);
  const more = rates.length > NAMED ? ` và ${String(rates.length - NAMED)} đơn vị khác` : '';
  const subject = ` — ${METRIC_WORDS[metric]}, ${among}, ${periodName(period)}`;
  const few = `Chưa đủ số liệu để xếp hạng: văn bản chỉ nêu ${String(named)} đơn vị.`;
  return {
    blocks: [
      {
        kind: 'headline',
        line: [{ strong: `${each.slice(0, NAMED).join(', ')}${more}` }, subject],
      },
      { kind: 'warning', line: [few] },
      ...notes,
      { kind: 'list', items: rates.map(({ agency, rate }) => lineOf(agency.name, rate)) },
      { kind: 'note', line: [`Kỳ: ${periodWithDays(period)}`] },
      sourceBlock(snapshots, places),
    ],
    chart: null,
    choices: rates.slice(0, NAMED).map(({ agency }) => ({
      label: agency.shortName,
      send: agencyQuestion(metric, agency, period),
    })),
    topic: { agency: null, period: periodKey(period), metric },
    snapshots: snapshots.map(({ id }) => id),
  };
}

function lineOf(name: string, { hundredths, formula }: Rate): Line {
  return [`${name}: `, { strong: percent(hundredths) }, ` (${formulaWords(formula)})`];
}

function placeIn(rates: PublishedFew['rates'], id: number): string | null {
  return rates.find(({ rate }) => rate.snapshot.id === id)?.rate.place ?? null;
}
