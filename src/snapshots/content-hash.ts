import { createHash } from 'node:crypto';

import type { Snapshot } from './snapshot.ts';

/**
 * SHA-256 (hex) over what a snapshot says: everything but when it was fetched and what was found wrong with it.
 * The order of properties and of rows does not matter, so a source that lists its agencies differently today has
 * not changed.
 */
export function contentHash(snapshot: Snapshot): string {
  const { source, document, period, scope, formula, asOf, figures, statements } = snapshot;
  const content = {
    source,
    document,
    period,
    scope,
    formula,
    asOf,
    figures: figures.map(canonical).sort(),
    statements: statements.map(canonical).sort(),
  };
  return createHash('sha256').update(canonical(content)).digest('hex');
}

/** JSON with the properties of every object in alphabetical order; days and moments as their ISO text. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    part === null || typeof part !== 'object' || Array.isArray(part)
      ? part
      : Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1))),
  );
}
