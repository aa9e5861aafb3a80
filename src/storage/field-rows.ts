import * as z from 'zod';

import { AgencyId } from '../agencies/agency.ts';
import type { SnapshotStore } from '../snapshots/store.ts';
import type { Reader } from './reading-moment.ts';
import type { Versions } from './versions.ts';

const FieldRow = z.object({ agency: AgencyId, field: z.string() });

/** Which fields there are: one seek a snapshot in force, as rows by field are indexed apart. */
export function fieldQueries(
  reader: Reader,
  { series }: Versions,
): Pick<SnapshotStore, 'overdueFields'> {
  const fields = reader.question(`
    select f.agency, f.field from ${series} s
      cross join figures f on f.snapshot = s.current and f.field <> ''
    union
    select t.agency, t.field from ${series} s
      cross join statements t on t.snapshot = s.current
      where t.field is not null and t.metric = 'overdue'
    order by 1, 2`);
  return { overdueFields: async () => z.array(FieldRow).parse(fields.all()) };
}
