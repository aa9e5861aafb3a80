import type { Agency, Directory } from '../agencies/agency.ts';
import { existsOn } from '../agencies/existence.ts';
import { uniqueBy } from '../unique-by.ts';
import { type AgencyStory, storyOf } from './agency-story.ts';

/** An agency that was reorganised away, and those of today that it became. */
export type NoLonger = {
  readonly agency: Agency;
  /** The first day without it. */
  readonly since: Temporal.PlainDate;
  readonly story: AgencyStory;
  /** Empty where no reorganisation is known to have taken it over. */
  readonly successors: readonly Agency[];
};

/** What is to be said of an agency that is no more on a day; null while it exists. */
export function noLonger(
  directory: Directory,
  agency: Agency,
  day: Temporal.PlainDate,
): NoLonger | null {
  const { validTo, id } = agency;
  if (validTo === null || Temporal.PlainDate.compare(validTo, day) >= 0) return null;
  const story = storyOf(directory, id);
  const reached = uniqueBy(
    story.became.flatMap(({ to }) => to),
    (one) => one.id,
  );
  const successors = reached.filter((one) => existsOn(one, day));
  return { agency, since: validTo.add({ days: 1 }), story, successors };
}
