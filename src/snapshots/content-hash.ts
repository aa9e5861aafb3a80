import { createHash } from 'node:crypto';

import type { Snapshot, SnapshotHead } from './snapshot.ts';

/**
 * SHA-256 (hex) over what a snapshot says: everything but when it was fetched and what was found wrong with it.
 * The order of properties and of rows does not matter, so a source that lists its agencies differently today has
 * not changed.
 *
 * Who read it is no content where the document has a number: the same report imported beside the samples says nothing
 * new. A table without a number (the export of a system) is known by its source alone: there it counts.
 */
export function contentHash(snapshot: Snapshot): string {
  const { document, source } = snapshot;
  return hashOf(snapshot, document.number === null ? source : undefined);
}

/**
 * Whether a stored version says what a snapshot does. Versions stored before numbered documents were told apart from
 * systems carry a hash that counts their source; stored hashes are never changed, so that hash is asked for too.
 */
export function saysTheSame(
  stored: Pick<SnapshotHead, 'source' | 'contentHash'>,
  snapshot: Snapshot,
): boolean {
  return (
    stored.contentHash === contentHash(snapshot) ||
    stored.contentHash === hashOf(snapshot, stored.source)
  );
}

function hashOf(snapshot: Snapshot, source: string | undefined): string {
  const { document, period, scope, formula, asOf, figures, statements } = snapshot;
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
