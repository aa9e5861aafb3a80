import { validate } from 'node-cron';

import type { Config } from '../config.ts';
import { ConfigurationInvalid, type Problem } from '../errors.ts';

/** Throws `ConfigurationInvalid` for schedules that node-cron cannot read, before anything is opened. */
export function checkSchedules({ sources }: Pick<Config, 'sources'>): void {
  const problems = sources.flatMap(({ schedule }, at): readonly Problem[] =>
    validate(schedule)
      ? []
      : [{ code: 'badSetting', place: `sources.${String(at)}.schedule`, detail: 'schedule' }],
  );
  if (problems.length > 0) throw new ConfigurationInvalid(problems);
}
