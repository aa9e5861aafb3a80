import * as z from 'zod';

/* Schemas say what is wrong by a code; src/replies has the words. */

/** Files of figures say nothing about a person, and are the proof of what was taken in. */
export const KEEP_FIGURES_DAYS = 365;
/** Lists of dossiers hold what applicants are called and where they live: they are kept as long as a mistake takes to be seen. */
export const KEEP_LISTS_DAYS = 7;
/** What was refused may be anything, a list of dossiers in the wrong folder too. */
export const KEEP_REJECTED_DAYS = 7;

/** What becomes of the files of a folder once they are read. */
export function puttingAway(keepDays: number) {
  return {
    /** Files that were read are moved to `done` or `rejected` in the folder; else they stay, for folders that cannot be written to. */
    moveFiles: z.boolean('yesNo').default(true),
    /** What was moved is deleted after so many days; what was refused, after `KEEP_REJECTED_DAYS` at the latest. */
    keepFilesDays: z.int('days').min(1, 'days').max(3_650, 'days').default(keepDays),
  };
}
