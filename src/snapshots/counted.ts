/**
 * The scopes of figures counted from lists of dossiers. Three, since none of them covers what another does: `whole` where the
 * lists show all of the period so far, `part` where they began later, are out of date or lack units, `sample` where the
 * dossiers are made up.
 */
export const COUNTED_SCOPES = {
  whole: 'dossiers',
  part: 'dossiers-part',
  sample: 'dossiers-sample',
} as const;

export type CountedKind = keyof typeof COUNTED_SCOPES;

/** What kind of counted figures a scope is of; null = they were reported. */
export function countedKind(scope: string): CountedKind | null {
  switch (scope) {
    case COUNTED_SCOPES.whole:
      return 'whole';
    case COUNTED_SCOPES.part:
      return 'part';
    case COUNTED_SCOPES.sample:
      return 'sample';
    default:
      return null;
  }
}

/** The scopes in which the parts of a figure stand: of a counted total some parts may be known better than others. */
export function scopesBelow(scope: string): readonly string[] {
  return countedKind(scope) === null ? [scope] : Object.values(COUNTED_SCOPES);
}
