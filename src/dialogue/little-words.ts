import type { Piece, Sense } from './sense.ts';

/** What a single word can be to the grammar and still be a damaged word of a name: little. */
const LITTLE: ReadonlySet<Sense['kind']> = new Set<Sense['kind']>([
  'filler',
  'amount',
  'each',
  'most',
  // "cham": chậm, or Cam.
  'metric',
  'which',
]);

/** An everyday word that says little by itself. */
export function isLittle({ sense }: Piece): boolean {
  if (sense === null) return false;
  return LITTLE.has(sense.kind) || (sense.kind === 'act' && sense.act === 'continue');
}

/** One word. */
export function isSingle({ folded }: Piece): boolean {
  return !folded.includes(' ');
}
