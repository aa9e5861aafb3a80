import type { AgencyId, Directory, Succession } from './agency.ts';

/** What an old name became, and what a new one was formed from; both may be empty. */
export type SuccessionStory = {
  /** Every step from the agency to the agencies of today, oldest first. */
  readonly became: readonly Succession[];
  /** The agencies of the same kind it was directly formed from. */
  readonly formedFrom: readonly Succession[];
};

/**
 * The history that answers a question about an old or a new name: phường Xương Huân became a part of phường Vạn
 * Thạnh (01/11/2024), which became a part of phường Nha Trang (01/07/2025).
 */
export function successionStory(directory: Directory, id: AgencyId): SuccessionStory {
  const { level } = directory.get(id);
  const formedFrom = directory
    .predecessorsOf(id)
    .filter(({ from }) => directory.get(from).level === level);
  return { became: stepsFrom(directory, id), formedFrom };
}

function stepsFrom(directory: Directory, id: AgencyId): Succession[] {
  const reached = new Set([id]);
  const steps: Succession[] = [];
  // The set grows while it is walked: an agency reached is followed further, each only once.
  for (const agency of reached) {
    for (const step of directory.successorsOf(agency)) {
      steps.push(step);
      reached.add(step.to);
    }
  }
  return steps.sort((one, other) => Temporal.PlainDate.compare(one.on, other.on));
}
