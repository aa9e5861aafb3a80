import type { Agency, AgencyId, Directory, Succession } from '../agencies/agency.ts';
import { successionStory } from '../agencies/succession-story.ts';

/** One reorganisation of one agency: what it was turned into on a day. */
export type StoryStep = {
  readonly on: Temporal.PlainDate;
  readonly from: Agency;
  readonly to: readonly Agency[];
  /** Only a part of it went there. */
  readonly partial: boolean;
  readonly confirmed: boolean;
};

/** What an old name became, oldest step first, and what a new one was formed from. */
export type AgencyStory = {
  readonly became: readonly StoryStep[];
  readonly formedFrom: readonly { readonly agency: Agency; readonly partial: boolean }[];
  /** When that was; null when it was formed from nothing known. */
  readonly formed: Formed | null;
};

/** `isNew`: it did not exist before that day; otherwise it took the others in. */
type Formed = {
  readonly on: Temporal.PlainDate;
  readonly isNew: boolean;
  readonly confirmed: boolean;
};

/** The reorganisations around an agency, with the agencies themselves. */
export function storyOf(directory: Directory, id: AgencyId): AgencyStory {
  const { became, formedFrom } = successionStory(directory, id);
  const steps = Map.groupBy(became, ({ on, from }) => `${on.toString()} ${from}`);
  return {
    became: [...steps.values()].flatMap((group): StoryStep[] => {
      const first = group[0];
      if (first === undefined) return [];
      return [
        {
          on: first.on,
          from: directory.get(first.from),
          to: group.map(({ to }) => directory.get(to)),
          partial: group.some(({ partial }) => partial),
          confirmed: first.confirmed,
        },
      ];
    }),
    formedFrom: formedFrom.map(({ from, partial }) => ({ agency: directory.get(from), partial })),
    formed: formedBy(directory.get(id), formedFrom),
  };
}

function formedBy({ validFrom }: Agency, steps: readonly Succession[]): Formed | null {
  const first = steps[0];
  if (first === undefined) return null;
  const isNew = validFrom !== null && Temporal.PlainDate.compare(validFrom, first.on) >= 0;
  return { on: first.on, isNew, confirmed: steps.every(({ confirmed }) => confirmed) };
}
