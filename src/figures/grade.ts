import * as z from 'zod';

/** The grades of the yearly grading of agencies on administrative reform, best first. */
export const Grade = z.enum(['good', 'fair', 'average', 'weak']);
export type Grade = z.infer<typeof Grade>;

/**
 * What a report on that grading tells: how many got which grade, and what stands beside it: how many of the good have an
 * index from 90%, whose index rose, which of them it names, whom it graded, and where the list of them is. A code of its
 * own is to be added here: one that is merely mistyped would take a grade out of every answer.
 */
export const GradingPart = z.enum([
  ...Grade.options,
  'from90',
  'risen',
  'risenNamed',
  'whom',
  'list',
]);
