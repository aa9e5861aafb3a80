import type { Meaning } from './hit.ts';
import type { Groups } from './words.ts';

/**
 * One way of writing a period. A pattern may name a group `maybe`: a first word that without its marks could as well
 * be the end of a name ("cam an nam 2023"). `read` gives null when the words turn out to mean something else.
 */
export type Rule = {
  readonly pattern: RegExp;
  readonly read: (groups: Groups) => Meaning | null;
};
