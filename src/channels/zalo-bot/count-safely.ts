import { faultText } from '../../log.ts';
import type { ZaloBotDeps } from './settings.ts';

/** Counts messages; a count that cannot be kept is no reason to leave one unanswered, or to send one twice. */
export function countSafely({
  counted,
  log,
}: Pick<ZaloBotDeps, 'counted' | 'log'>): ZaloBotDeps['counted'] {
  return async (kind) => {
    try {
      await counted(kind);
    } catch (error) {
      log.error('zaloBot.notCounted', { why: faultText(error) });
    }
  };
}
