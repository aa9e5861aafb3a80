import type { AgencyId, Directory } from '../agencies/agency.ts';
import { COMMANDS } from '../asking/commands.ts';
import type { Question } from './question.ts';

/** In a chat bound to an agency, a question that names none is about that agency. */
export function atHome(question: Question, home: AgencyId | null, directory: Directory): Question {
  const { slots, command } = question;
  const isOpen = slots.agencies.length === 0 && slots.among === null;
  if (home === null || !isOpen || !COMMANDS[command].knowsHome) return question;
  const agency = directory.get(home);
  const mention = { text: '', finding: { kind: 'found', agency, by: 'home', others: [] } } as const;
  return { ...question, slots: { ...slots, agencies: [mention] } };
}
