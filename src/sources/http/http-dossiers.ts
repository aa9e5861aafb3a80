import { setImmediate as turn } from 'node:timers/promises';

import type { Clock } from '../../clock.ts';
import { dayOf } from '../../clock.ts';
import { type Problem, SourceUnreadable } from '../../errors.ts';
import type { DossierBatch, DossierPayload, DossierSource } from '../../polling/dossier-source.ts';
import { placeText } from '../../snapshots/intake-problem.ts';
import { answerHead } from './answer-head.ts';
import { type HttpRoom, httpSystem } from './http-poll.ts';
import type { Page } from './mapped-answer.ts';
import { type MappedRow, rowsOf } from './mapped-rows.ts';
import { mappingOf } from './mapping-of.ts';
import type { HttpDossierOptions } from './options.ts';
import { hashOf } from './pages.ts';
import { questionsOf } from './questions.ts';

/** One row of a list as its fields were mapped, and how to name them to whoever wrote the mapping. */
type ListRow = {
  readonly table: string;
  readonly number: number;
  readonly cells: Readonly<Record<string, string | number | boolean | null>>;
  readonly labels: Readonly<Record<string, string>>;
};

/** Makes dossiers of the rows of one list; handed in, for it is the business of lists whatever they come from. */
type ReadList = (list: {
  readonly origin: string;
  readonly asOf: Temporal.Instant;
}) => (rows: readonly ListRow[]) => DossierBatch;

export type DossierRoom = HttpRoom & { readonly readList: ReadList };

/**
 * The open dossiers of a one-stop system as one list: all its pages and agencies, or none. Only mapped fields ever leave
 * the thread that reads the answer; nothing else of it is kept, and applicants are not in them.
 */
export function httpDossiers(options: HttpDossierOptions, room: DossierRoom): DossierSource {
  const system = httpSystem(options, room);
  return {
    name: options.name,
    partialOk: options.partialOk,
    completeFor: completeFor(options),
    sample: false,
    async *fetch() {
      await using poll = system.openPoll();
      const { origin } = system;
      try {
        const answers = await poll.answers(questionsOf(options, null, dayOf(room.clock.now())));
        yield await listOf(answers, { origin, options, ...room });
      } catch (error) {
        if (!(error instanceof SourceUnreadable)) throw error;
        yield { kind: 'refused', origin, problems: error.problems };
      }
    },
  };
}

function completeFor({
  complete,
  agency,
  perAgency,
  agencyCodes,
}: HttpDossierOptions): DossierSource['completeFor'] {
  if (complete === false) return null;
  if (perAgency) return [...new Set(Object.values(agencyCodes))];
  if (agency !== null) return [agency];
  return complete === 'all' ? 'agenciesOfSource' : 'agenciesInIt';
}

type By = {
  readonly origin: string;
  readonly options: HttpDossierOptions;
  readonly clock: Clock;
  readonly readList: ReadList;
};

/** The answers to one poll as a list. */
export async function listOf(
  answers: readonly Page[],
  { origin, options, clock, readList }: By,
): Promise<DossierPayload> {
  const { fields, head } = mappingOf(options);
  const owner = options.mapping.owner?.is ?? null;
  const { asOf: told, problems } = answerHead(answers, { origin, period: null, owner, head });
  const now = clock.now();
  const asOf = told === null || Temporal.Instant.compare(told, now) > 0 ? now : told;
  if (problems.length > 0) return { kind: 'refused', origin, problems };
  if (told !== null && Temporal.PlainDate.compare(dayOf(told), dayOf(now)) > 0) {
    const future: Problem = { code: 'asOfInFuture', place: origin, detail: dayOf(told).toString() };
    return { kind: 'refused', origin, problems: [future] };
  }
  const labels = labelsOf(fields);
  return {
    kind: 'list',
    origin,
    contentHash: await hashOf(...answers),
    asOf,
    async *batches() {
      const read = readList({ origin, asOf });
      let number = 0;
      for (const piece of answers.flatMap(({ pieces }) => pieces)) {
        const rows = rowsOf(piece).map((row, at) => ({ row, number: number + at + 1 }));
        number += rows.length;
        yield batchOf(rows, { origin, labels, read });
        await turn();
      }
    },
  };
}

/** What stands behind a field, for the person who wrote it; anything longer than a path is named by the field itself. */
function labelsOf(fields: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, text]) => [name, /^[\w.]+$/u.test(text) ? text : name]),
  );
}

function batchOf(
  rows: readonly { readonly row: MappedRow; readonly number: number }[],
  by: {
    readonly origin: string;
    readonly labels: Readonly<Record<string, string>>;
    readonly read: (rows: readonly ListRow[]) => DossierBatch;
  },
): DossierBatch {
  const { origin, labels, read } = by;
  const wrong: Problem[] = [];
  const good: ListRow[] = [];
  for (const { row, number } of rows) {
    const cells: Record<string, string | number | boolean | null> = {};
    const before = wrong.length;
    for (const [name, cell] of Object.entries(row)) {
      if (cell === null || typeof cell !== 'object') cells[name] = cell;
      else {
        const place = placeText({ file: origin, row: number, column: labels[name] ?? name });
        wrong.push({ code: 'notText', place, detail: cell.is });
      }
    }
    if (wrong.length === before) good.push({ table: origin, number, cells, labels });
  }
  const batch = read(good);
  return { ...batch, problems: [...wrong, ...batch.problems] };
}
