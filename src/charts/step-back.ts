import { readlinkSync } from 'node:fs';
import { constants, setPriority } from 'node:os';

/**
 * Lets every other thread of the program go first: on two processors two drawing threads would otherwise keep the one
 * that answers waiting. Elsewhere than on Linux threads have no number, and nothing changes.
 */
export function stepBack(): void {
  try {
    const thread = Number(readlinkSync('/proc/thread-self').split('/').at(-1));
    setPriority(thread, constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // Charts are drawn all the same.
  }
}
