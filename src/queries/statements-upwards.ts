import type { Agency } from '../agencies/agency.ts';
import type { Metric } from '../figures/metric.ts';
import type { StatementReading } from '../snapshots/store.ts';
import type { Knowledge } from './knowledge.ts';

/** An agency or a total above one, with what documents state about it. */
type Candidate = { readonly agency: Agency; readonly statements: readonly StatementReading[] };

/**
 * The agency itself, then the totals above it: the nearest one with figures answers. Totals of which documents state only
 * parts come last: of whoever is in none of them they tell nothing.
 */
export async function statementsUpwards(
  knowledge: Knowledge,
  { agency, metric }: { readonly agency: Agency; readonly metric: Metric },
): Promise<readonly Candidate[]> {
  const [firm, ofParts]: [Candidate[], Candidate[]] = [[], []];
  for (
    let current: Agency | null = agency;
    current !== null;
    current = parentOf(knowledge, current)
  ) {
    const statements = await statementsOf(knowledge, current, metric);
    const isItself = statements.some((one) => one.statement.agency === current.id);
    const chain = isItself || current.id === agency.id ? firm : ofParts;
    if (statements.length > 0) chain.push({ agency: current, statements });
  }
  return [...firm, ...ofParts];
}

function parentOf(knowledge: Knowledge, agency: Agency): Agency | null {
  return agency.parent === null ? null : knowledge.directory.get(agency.parent);
}

/** Own statements, or for a total without one those of its parts (satisfaction is published by block only). */
async function statementsOf(
  { directory, snapshots }: Knowledge,
  { id }: Agency,
  metric: Metric,
): Promise<readonly StatementReading[]> {
  const own = await snapshots.statements(id, metric);
  if (own.length > 0) return own;
  const parts = directory.children(id);
  const below = await Promise.all(parts.map((part) => snapshots.statements(part.id, metric)));
  return below.flat();
}
