import type { Dossier, DossierClock, DossierState } from './dossier.ts';

/**
 * States 5 and 6 of the national list pause the clock, 7 to 9 stop it (domain.md 8); what was refused or handed over
 * has no clock any more either.
 */
const CLOCKS: Readonly<Record<DossierState, DossierClock>> = {
  registered: 'notStarted',
  received: 'running',
  rejected: 'stopped',
  processing: 'running',
  supplementRequested: 'paused',
  paymentRequested: 'paused',
  withdrawn: 'stopped',
  stopped: 'stopped',
  done: 'stopped',
  returned: 'stopped',
};

/** How far a state is along the way of a dossier; a pause and work may take turns without going back. */
const PROGRESS: Readonly<Record<DossierState, number>> = {
  registered: 0,
  received: 1,
  processing: 2,
  supplementRequested: 2,
  paymentRequested: 2,
  rejected: 3,
  withdrawn: 3,
  stopped: 3,
  done: 3,
  returned: 4,
};

/** What a state does to the time allowed. */
export function clockOf(state: DossierState): DossierClock {
  return CLOCKS[state];
}

/** Rank of a state along the way of a dossier: one with a lower rank is an earlier one. */
export function progressOf(state: DossierState): number {
  return PROGRESS[state];
}

/**
 * Whether a dossier that was in one state and now is in another went back: a known defect of the systems.
 *
 * @internal Exported for tests.
 */
export function wentBack(from: DossierState, to: DossierState): boolean {
  return progressOf(to) < progressOf(from);
}

/** The lists that open dossiers stand in, each in one: only `running` ones are due; test ones are in none of the others. */
export const QUEUES = ['running', 'paused', 'notStarted', 'test'] as const;
export type Queue = (typeof QUEUES)[number];

/** The list a dossier stands in; null when its clock has stopped, so that it is closed. */
export function queueOf({ state, test }: Pick<Dossier, 'state' | 'test'>): Queue | null {
  const clock = clockOf(state);
  if (clock === 'stopped') return null;
  return test ? 'test' : clock;
}
