import { withMarks } from '../vietnamese/fold.ts';
import type { Agency } from './agency.ts';

/** Whether two agencies bear the same name in full, as one may have taken it over from the other. */
export function haveOneName(one: Agency, other: Agency): boolean {
  return withMarks(one.name) === withMarks(other.name);
}
