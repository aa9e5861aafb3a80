import type { Agency } from '../agencies/agency.ts';
import type { Period } from '../calendar/period.ts';
import { type AgencyStory, storyOf } from './agency-story.ts';
import type { NoPeriod } from './choose-period.ts';
import type { Knowledge } from './knowledge.ts';

/** There is no figure: missing, which is neither 0 nor "nothing arose". */
export type NoFigures = {
  readonly kind: 'noFigures';
  readonly agency: Agency;
  /** The period asked for in vain; null if none was named. */
  readonly asked: Period | null;
  /** Periods that have figures, newest first. */
  readonly available: readonly Period[];
  readonly story: AgencyStory;
};

/** Says that an agency has no figures for what was asked, and for which periods it has. */
export function noFigures(
  knowledge: Knowledge,
  agency: Agency,
  { asked, available }: NoPeriod,
): NoFigures {
  return {
    kind: 'noFigures',
    agency,
    asked,
    available,
    story: storyOf(knowledge.directory, agency.id),
  };
}
