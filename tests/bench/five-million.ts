import * as z from 'zod';

import { AgencyId } from '../../src/agencies/agency.ts';
import type { Storage } from '../../src/storage/open.ts';

const DOSSIERS = 5_000_000;
/** One in so many is open: 250,000. */
const OPEN_IN = 20;
export const AGENCIES = Array.from({ length: 180 }, (_, index) =>
  AgencyId.parse(`co-quan-thu-${String(index)}`),
);
/** What the bench looks from: the deadlines of open dossiers lie in the 60 days around it. */
export const NOW = Temporal.Instant.from('2026-11-20T07:00:00+07:00');

const DAY = 86_400_000;
const A_TURN = 100_000;

/** Fills a store with five million dossiers, in the order in which lists would have brought them. */
export function fillFiveMillion({ database }: Storage): void {
  const word = database.prepare('insert into dossier_words (id, word) values (?, ?)');
  const words = ['mot-cua', 'Phòng Kinh tế', 'Thẩm định', 'Đăng ký biến động', 'Đất đai'];
  for (const [index, text] of [...AGENCIES, ...words].entries()) word.run(index + 1, text);
  const first = AGENCIES.length + 1;
  const insert = database.prepare(`
    with recursive n (n) as (select :from union all select n + 1 from n where n < :to)
    insert into dossiers (source, code, agency, reception_place, handling_unit, desk, step, procedure, field, sensitive,
      test, channel, state, queue, received_at, original_due_at, current_due_at, closed_at, closed_known,
      first_seen_at, changed_at)
    select ${String(first)}, printf('000.00.%02d.H32-26%04d-%07d', n % 60, n % 360, n), 1 + n / ${String(OPEN_IN)} % ${String(AGENCIES.length)},
      null, ${String(first + 1)}, null, ${String(first + 2)}, ${String(first + 3)}, ${String(first + 4)}, 0, 0, 1 + n % 3,
      iif(n % ${String(OPEN_IN)} = 0, iif(n % 340 = 0, 5, 4), 9),
      iif(n % ${String(OPEN_IN)} = 0, n % 340 = 0, null), :now - 40 * ${String(DAY)}, due, due,
      iif(n % ${String(OPEN_IN)} = 0, null, due - ${String(DAY)}), 0, :now, :now
    from (select n, :now + (n / ${String(OPEN_IN * AGENCIES.length)} * 7 % 60 - 2) * ${String(DAY)} + n * 7 % ${String(DAY)} as due from n)`);
  // Indexes made afterwards take a third of the time.
  const indexes = z
    .array(z.object({ name: z.string(), sql: z.string() }))
    .parse(
      database
        .prepare(
          `select name, sql from sqlite_schema where type = 'index' and tbl_name = 'dossiers'`,
        )
        .all(),
    );
  for (const { name } of indexes) database.exec(`drop index ${name}`);
  for (let from = 1; from <= DOSSIERS; from += A_TURN) {
    insert.run({ from, to: from + A_TURN - 1, now: NOW.epochMilliseconds });
  }
  for (const { sql } of indexes) database.exec(sql);
}
