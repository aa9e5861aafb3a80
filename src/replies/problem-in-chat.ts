import type { Problem } from '../errors.ts';
import type { IntakeProblem } from '../snapshots/intake-problem.ts';
import { problemText } from './problem-words.ts';

/**
 * Problems whose detail is counts, limits, statuses or names of ours. Of all others it quotes what stood in a file, and in
 * a list put into the wrong folder that may be an applicant: it is told on the machine only, never in a chat.
 */
const QUOTES_NOTHING: ReadonlySet<string> = new Set<IntakeProblem>([
  'notReadable',
  'tooLarge',
  'wrongCellCount',
  'cellTooLong',
  'rowDoesNotAddUp',
  'totalDoesNotAddUp',
  'partExceedsTotal',
  'counterRanBackwards',
  'implausibleJump',
  'rowDisappeared',
  'periodInFuture',
  'asOfInFuture',
  'asOfBeforePeriod',
  'tooSlow',
  'notMoved',
  'sourceFailed',
  'accessRefused',
  'askedTooOften',
  'serverFailed',
  'badStatus',
  'stalled',
  'cutOff',
  'certificateInvalid',
  'redirectedElsewhere',
  'redirectLoop',
  'resting',
  'tooManyPages',
  'incomplete',
]);

/** A problem as it may be told in a chat. */
export function problemInChat(problem: Problem): string {
  const detail = QUOTES_NOTHING.has(problem.code) ? problem.detail : '';
  return problemText({ ...problem, detail });
}
