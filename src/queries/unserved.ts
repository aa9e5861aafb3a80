import type { Agency } from '../agencies/agency.ts';
import type { MorningSubscription } from '../audience/store.ts';
import type { DueKnowledge } from './due-knowledge.ts';
import { unitsBelow } from './units-below.ts';

/** A chat that subscribed to the list of an agency of which there is none: nothing comes, and nothing says why. */
export type Unserved = {
  readonly channel: string;
  readonly chat: string;
  readonly agency: Agency;
};

/** Which of these subscriptions have nothing to be made from, those at rest left out. */
export async function askUnserved(
  knowledge: Pick<DueKnowledge, 'directory' | 'dossiers'>,
  subscriptions: readonly MorningSubscription[],
): Promise<readonly Unserved[]> {
  const { directory } = knowledge;
  const active = subscriptions.filter(
    ({ agency, pausedBecause }) => pausedBecause === null && directory.has(agency),
  );
  const each = await Promise.all(
    active.map(async ({ channel, address: { chat }, agency: id }) => {
      const agency = directory.get(id);
      return (await hasList(agency, knowledge)) ? [] : [{ channel, chat, agency }];
    }),
  );
  return each.flat();
}

/** Whether there is a list of an agency or of a unit below it. */
async function hasList(
  agency: Agency,
  knowledge: Pick<DueKnowledge, 'directory' | 'dossiers'>,
): Promise<boolean> {
  for (const { id } of [agency, ...unitsBelow(agency, knowledge)]) {
    if ((await knowledge.dossiers.lists(id)).length > 0) return true;
  }
  return false;
}
