import type { Observation } from '../alerts/observation.ts';
import type { AlertRules } from '../alerts/rules.ts';
import { watchedAgencies } from '../alerts/watch.ts';
import { dayOf } from '../clock.ts';
import { type HealthStore, isBelieved as isBelievedAt } from '../polling/health.ts';
import type { DueKnowledge } from '../queries/due-knowledge.ts';
import type { Knowledge } from '../queries/knowledge.ts';
import { observe } from '../queries/observe.ts';
import type { AlertedChat } from './alert-chats.ts';

/** What observing needs. */
export type ObservingRoom = {
  readonly knowledge: Knowledge;
  readonly due: DueKnowledge;
  readonly health: Pick<HealthStore, 'all'>;
  readonly rules: AlertRules;
};

/** What is believed of the agencies that chats watch; the very same list as long as nothing has changed. */
export type ObservedNow = (
  chats: readonly AlertedChat[],
  now: Temporal.Instant,
) => Promise<readonly Observation[]>;

/**
 * Observes, and looks anew only when figures, lists, sources, chats or the day have changed: minutes in which nothing
 * happens cost next to nothing.
 */
export function observedNow({ knowledge, due, health, rules }: ObservingRoom): ObservedNow {
  let last: { readonly key: string; readonly observations: readonly Observation[] } | null = null;
  return async (chats, now) => {
    if (chats.length === 0) return [];
    const states = new Map(
      (await health.all()).map((one) => [one.source, isBelievedAt(one, now)] as const),
    );
    const watches = chats.flatMap((chat) => chat.watches);
    const key = JSON.stringify([
      knowledge.snapshots.revision(),
      due.dossiers.revision(),
      dayOf(now).toString(),
      [...states],
      watches.map(({ agency }) => agency),
    ]);
    if (last?.key === key) return last.observations;
    // Of what nothing is expected, like files imported by hand, only its age is judged.
    const isBelieved = async (source: string) => states.get(source) ?? true;
    const watched = [...watchedAgencies(watches, due.directory).keys()];
    const observations = await observe({ knowledge, due, isBelieved }, watched, rules);
    last = { key, observations };
    return observations;
  };
}
