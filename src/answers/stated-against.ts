import { isImpossible } from '../calendar/period.ts';
import type { Metric } from '../figures/metric.ts';
import type { Knowledge } from '../queries/knowledge.ts';
import type { NoFigures } from '../queries/no-figures.ts';
import { changesAgainst } from '../queries/stated-changes.ts';
import type { Block } from '../replies/reply.ts';
import { statedAgainstBlock } from '../replies/stated-against-block.ts';

/** What documents say of a period without figures: that a later one is so much more or less. */
export async function statedAgainstBlocks(
  knowledge: Knowledge,
  { agency, asked }: NoFigures,
  metric: Metric,
): Promise<readonly Block[]> {
  if (asked === null || isImpossible(asked)) return [];
  const stated = await changesAgainst(knowledge, { agency: agency.id, metric }, asked);
  return stated.map(statedAgainstBlock);
}
