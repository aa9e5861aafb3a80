import type { Clock } from '../../src/clock.ts';
import { knowledgeOn, readKnowledge } from '../../src/shell/open-knowledge.ts';
import { openStorage } from '../../src/storage/open.ts';

let read: ReturnType<typeof readKnowledge> | null = null;

/** The store of the application, empty or with the official figures, in memory. */
export async function openInMemory(clock: Clock, samples: 'khanh-hoa' | 'none') {
  // Never changed by anyone, and a quarter of a second to make.
  read ??= readKnowledge({
    agencies: 'fixtures/agencies/khanh-hoa.yaml',
    targets: 'fixtures/targets.yaml',
    calendar: 'fixtures/calendar/viet-nam.yaml',
  });
  return knowledgeOn(openStorage(':memory:'), await read, { config: { samples }, clock });
}
