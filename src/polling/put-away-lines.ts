import type { PutAway } from './inbox.ts';

/** What the log and the shell are told of taking files away: what could not be done, by codes and names. */
export function putAwaySummary(putAway: PutAway | null): Readonly<Record<string, number>> {
  if (putAway === null) return {};
  const { done, rejected, unready, problems } = putAway;
  return { done, rejected, unready: unready.length, notMoved: problems.length };
}

export function putAwayLines(putAway: PutAway | null): readonly string[] {
  if (putAway === null) return [];
  return [
    ...putAway.strays.map(({ name }) => `stray ${name}`),
    ...putAway.unready.map((name) => `unready ${name}`),
    ...putAway.problems.map(({ code, place, detail }) => `${code} ${place} ${detail}`),
  ];
}
