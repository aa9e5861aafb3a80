import type { Agency, Directory } from '../../agencies/agency.ts';
import { onlyNamed } from '../../agencies/bears-name.ts';

/** The one agency with this id or name; null when there is none, or more than one: a file's agency is never guessed. */
export function agencyCalled(directory: Directory, text: string): Agency | null {
  const byId = directory.agencies.find(({ id }) => id === text.trim());
  return byId ?? onlyNamed(directory.agencies, text);
}
