import { describe } from 'vitest';

import type { OutboxStore } from '../../src/outbox/store.ts';
import { describeMoving } from './outbox-store-moving.ts';
import { describePutting } from './outbox-store-putting.ts';
import { describeTrying } from './outbox-store-trying.ts';

/** An empty store that goes away at the end of the block; `moves` are those that others were told of. */
type OpenedOutbox = AsyncDisposable & {
  readonly store: OutboxStore;
  readonly moves: readonly (readonly [channel: string, from: string, to: string])[];
};
export type OpenOutbox = () => Promise<OpenedOutbox>;

/** What every `OutboxStore` does, whatever it keeps its rows in. */
export function describeOutboxStore(name: string, open: OpenOutbox): void {
  describe(`the outbox in ${name}`, () => {
    describePutting(open);
    describeTrying(open);
    describeMoving(open);
  });
}
