import type { Clock } from '../../src/clock.ts';
import { knowledgeOn, readKnowledge } from '../../src/shell/open-knowledge.ts';
import { openStorage, type Storage } from '../../src/storage/open.ts';

let read: ReturnType<typeof readKnowledge> | null = null;

/** The store of the application, empty or with the official figures; in memory, unless another one is given. */
export async function openInMemory(
  clock: Clock,
  samples: 'khanh-hoa' | 'none',
  storage: Storage = openStorage(':memory:'),
) {
  // Never changed by anyone, and a quarter of a second to make.
  read ??= readKnowledge({
    agencies: 'fixtures/agencies/khanh-hoa.yaml',
    targets: 'fixtures/targets.yaml',
    calendar: 'fixtures/calendar/viet-nam.yaml',
  });
  return knowledgeOn(storage, await read, { config: { samples }, clock });
}
