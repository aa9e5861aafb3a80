import { isRunning } from '../calendar/period-order.ts';
import { parsePeriodKey } from '../calendar/periods.ts';
import { dayOf } from '../clock.ts';
import type { DueKnowledge } from '../queries/due-knowledge.ts';
import type { Knowledge } from '../queries/knowledge.ts';
import { askForecasts } from '../queries/overdue-forecast.ts';
import { forecastBlock } from '../replies/forecast-line.ts';
import type { Block, Reply } from '../replies/reply.ts';

/** What a forecast beside an answer is made from. */
export type ForecastRoom = { readonly knowledge: Knowledge; readonly due: DueKnowledge };

/**
 * An answer about late dossiers, with what they will come to where that is known. Said as a note: it is no figure of a
 * document, and an old answer is checked without it.
 */
export async function withForecast(reply: Reply, room: ForecastRoom): Promise<Reply> {
  const forecast = await forecastFor(reply, room);
  if (forecast === null) return reply;
  const source = reply.blocks.findLastIndex(({ kind }) => kind === 'source');
  const at = source === -1 ? reply.blocks.length : source;
  return { ...reply, blocks: reply.blocks.toSpliced(at, 0, forecast) };
}

/**
 * What late dossiers will come to by the end of the period that an answer is about; null unless it runs and its dossiers
 * are counted over it, too.
 */
export async function forecastFor(
  { topic }: Pick<Reply, 'topic'>,
  { knowledge, due }: ForecastRoom,
): Promise<Block | null> {
  const { agency, period, metric } = topic;
  const now = knowledge.clock.now();
  const today = { day: dayOf(now), calendar: due.calendar };
  if (agency === null || period === null || metric !== 'overdue') return null;
  if (!isRunning(parsePeriodKey(period), today.day)) return null;
  const { dossiers } = due;
  const lists = await dossiers.lists(agency);
  // A total that was added up has no dossiers of its own that could still fall due.
  if (lists.length === 0) return null;
  const forecasts = await askForecasts({ knowledge, dossiers, now, today }, agency);
  const known = forecasts.find(({ snapshot }) => snapshot.period === period);
  return known === undefined ? null : forecastBlock(known, lists);
}
