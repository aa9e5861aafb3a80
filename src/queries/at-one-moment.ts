import type { AgencyId } from '../agencies/agency.ts';
import type { DueBounds } from '../calendar/working-calendar.ts';
import { fixedClock } from '../clock.ts';
import type { DueSpan } from '../dossiers/store.ts';
import type { DueKnowledge } from './due-knowledge.ts';

/**
 * What is known at one moment, for going through many agencies: the clock stands, and what is asked of all agencies
 * together is asked once.
 */
export function atOneMoment(knowledge: DueKnowledge, now: Temporal.Instant): DueKnowledge {
  const { dossiers } = knowledge;
  const dueCounts = once(
    (bounds: DueBounds) => dossiers.dueCounts(bounds),
    ({ now: at, today, one, three }) => [at, today, one, three].join(' '),
  );
  const countDue = once(
    (span: DueSpan) => dossiers.countDue(span),
    ({ from, before }) => `${from?.toString() ?? ''} ${before.toString()}`,
  );
  const lists = once(
    (agency: AgencyId | undefined) => dossiers.lists(agency),
    (agency) => agency ?? '',
  );
  return {
    ...knowledge,
    clock: fixedClock(now),
    dossiers: { ...dossiers, dueCounts, countDue, lists: (agency) => lists(agency) },
  };
}

/** Asks the same question once. What failed is asked again. */
function once<Asked, Told>(
  ask: (asked: Asked) => Promise<Told>,
  keyOf: (asked: Asked) => string,
): (asked: Asked) => Promise<Told> {
  const told = new Map<string, Promise<Told>>();
  return async (asked) => {
    const key = keyOf(asked);
    const known = told.get(key) ?? ask(asked);
    told.set(key, known);
    try {
      return await known;
    } catch (cause) {
      told.delete(key);
      throw cause;
    }
  };
}
