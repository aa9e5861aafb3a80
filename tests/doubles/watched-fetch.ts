import { setImmediate } from 'node:timers/promises';

/** A `fetch` of which it is known when nothing is under way: so a clock wound by hand does not run ahead of the network. */
export class WatchedFetch {
  #underWay = 0;

  /** To be handed in. */
  readonly fetch: typeof fetch = async (...call) => {
    this.#underWay += 1;
    try {
      const response = await fetch(...call);
      const { status, headers } = response;
      return new Response(await response.arrayBuffer(), { status, headers });
    } finally {
      this.#underWay -= 1;
    }
  };

  /** Resolves when nothing is under way, and nothing that follows from what came back either. */
  readonly settled = async (): Promise<void> => {
    for (let quietTurns = 0; quietTurns < 4; quietTurns += 1) {
      await setImmediate();
      if (this.#underWay > 0) quietTurns = 0;
    }
  };
}
