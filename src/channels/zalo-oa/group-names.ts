import type { ZaloOa } from '#zalo-api-wrapper';

import type { Clock } from '../../clock.ts';
import { faultText, type Log } from '../../log.ts';
import type { RequestBudget } from './request-budget.ts';

/** After so long the list is asked for again when a group is not in it. */
const ASKED_EVERY_MS = 600_000;
const PAGE = 50;
/** More groups than any plan has. */
const MOST_PAGES = 40;

/** What the groups of the account are called; events do not tell. Null = not known. */
export type GroupNames = (group: string) => Promise<string | null>;

type Deps = {
  readonly oa: Pick<ZaloOa, 'listGroups'>;
  readonly budget: RequestBudget;
  readonly clock: Clock;
  readonly log: Log;
};

/** Knows names by the account's list of groups, which is asked for when an unknown group shows up. */
export function groupNames({ oa, budget, clock, log }: Deps): GroupNames {
  let names: ReadonlyMap<string, string | null> = new Map();
  let askedMs = -Infinity;
  let asking: Promise<void> | null = null;

  async function ask(): Promise<void> {
    try {
      const found = new Map<string, string | null>();
      for (let page = 0; page < MOST_PAGES; page += 1) {
        await budget.turn();
        const groups = await oa.listGroups({ offset: page * PAGE, count: PAGE });
        for (const { groupId, name } of groups) found.set(groupId, name);
        if (groups.length < PAGE) break;
      }
      names = found;
    } catch (error) {
      log.warn('zaloOa.groupNamesUnknown', { why: faultText(error) });
    } finally {
      asking = null;
    }
  }

  return async (group) => {
    const nowMs = clock.now().epochMilliseconds;
    if (!names.has(group) && (asking !== null || nowMs - askedMs >= ASKED_EVERY_MS)) {
      if (asking === null) askedMs = nowMs;
      asking ??= ask();
      await asking;
    }
    return names.get(group) ?? null;
  };
}
