import { withMarks } from '../vietnamese/fold.ts';
import type { Agency } from './agency.ts';

/** Whether the agency is called exactly so; marks count, case, spacing and the place of the tone mark do not. */
export function bearsName(agency: Agency, text: string): boolean {
  const wanted = withMarks(text);
  const { name, shortName, printedNames, aliases } = agency;
  return [name, shortName, ...printedNames, ...aliases].some((each) => withMarks(each) === wanted);
}

/** The one of some agencies that bears a name; null when none does, or several: nobody is guessed. */
export function onlyNamed(agencies: readonly Agency[], text: string): Agency | null {
  const [only, ...others] = agencies.filter((agency) => bearsName(agency, text));
  return only !== undefined && others.length === 0 ? only : null;
}
