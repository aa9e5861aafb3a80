import type { Directory } from '../../agencies/agency.ts';
import { type Clock, dayOf } from '../../clock.ts';
import type { AnswerArchive } from '../../polling/answer-archive.ts';
import { type Department, nameDepartments } from './name-departments.ts';
import type { PortalOptions } from './options.ts';
import { TreeAnswer } from './payload.ts';
import { ENDPOINTS } from './plan.ts';

/** What is known of the departments from the newest answer: how many are agencies of the directory, and which are not. */
export type DepartmentsKnown = {
  readonly named: number;
  readonly unnamed: readonly Department[];
};

/** For the keeper, who names the others in the configuration; null while nothing was answered yet. */
export async function departmentsKnown({
  options,
  directory,
  archive,
  clock,
}: {
  readonly options: PortalOptions;
  readonly directory: Directory;
  readonly archive: Pick<AnswerArchive, 'newestOn'>;
  readonly clock: Clock;
}): Promise<DepartmentsKnown | null> {
  const body = await archive.newestOn(options.name, ENDPOINTS.progress.endpoint);
  if (body === null) return null;
  const read = TreeAnswer.safeParse(JSON.parse(new TextDecoder().decode(body)));
  if (!read.success) return null;
  const departments = read.data.data.children.map(
    ({ departmentId: id, departmentName: name, departmentCode: code }) => ({ id, name, code }),
  );
  const today = dayOf(clock.now());
  const period = { from: today, to: today };
  const named = nameDepartments(departments, { directory, options, period });
  return { named: named.size, unnamed: departments.filter(({ id }) => !named.has(id)) };
}
