import type { Dossier } from './dossier.ts';

/** Digits of a code that stay readable outside the agency's own group (domain.md 10). */
const LAST_DIGITS = 4;

/** A dossier as others than its own agency may see it: without the desk, and of the code only its end. */
export function masked<D extends Pick<Dossier, 'code' | 'desk'>>(dossier: D): D {
  return { ...dossier, code: `…${dossier.code.slice(-LAST_DIGITS)}`, desk: null };
}
