import type { AgencyId, Directory } from '../agencies/agency.ts';
import { metricOf } from './metric-commands.ts';
import type { Question } from './question.ts';

/** Commands about one agency, besides those of a metric. */
const ABOUT_ONE = new Set([
  'linh-vuc',
  'dien-bien',
  'bieu-do',
  'doi-chieu',
  'tong-quan',
  'nguon',
  'cong-thuc',
]);

/** In a chat bound to an agency, a question that names none is about that agency. */
export function atHome(question: Question, home: AgencyId | null, directory: Directory): Question {
  const { slots, command } = question;
  const isOpen = slots.agencies.length === 0 && slots.among === null;
  const isAboutOne = metricOf(command) !== null || ABOUT_ONE.has(command);
  if (home === null || !isOpen || !isAboutOne) return question;
  const agency = directory.get(home);
  const mention = { text: '', finding: { kind: 'found', agency, by: 'home', others: [] } } as const;
  return { ...question, slots: { ...slots, agencies: [mention] } };
}
