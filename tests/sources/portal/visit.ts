import { readFileSync } from 'node:fs';

import type * as z from 'zod';

import { readDirectory } from '../../../src/agencies/read-directory.ts';
import type { AnswerArchive } from '../../../src/polling/answer-archive.ts';
import type { Payload } from '../../../src/polling/source.ts';
import { PortalOptions } from '../../../src/sources/portal/options.ts';
import { portalSource } from '../../../src/sources/portal/portal-source.ts';
import { answerArchive } from '../../../src/storage/answer-archive.ts';
import { openStorage } from '../../../src/storage/open.ts';
import { HandWoundTime } from '../../doubles/hand-wound-time.ts';
import { PortalDouble } from '../../doubles/portal/portal-double.ts';

const AGENCIES = 'fixtures/agencies/khanh-hoa.yaml';

export const DIRECTORY = readDirectory(readFileSync(AGENCIES, 'utf8'), AGENCIES);

/** What a keeper has to say at least. */
export const LEAST = {
  kind: 'portal',
  name: 'cong-dvcqg',
  departmentId: '019d2be3-6a88-732b-8b0b-eac587d5c164',
  departmentCode: 'H32',
} as const;

/** What a visit gave, and the pauses it made. */
type Visited = { readonly payloads: readonly Payload[]; readonly pauses: readonly number[] };

/** Visits of one installation: what was answered before is remembered from visit to visit. */
export type Visitor = Disposable & {
  readonly archive: AnswerArchive;
  /** One visit at a moment, with pauses that take no time; in the first of them something else may happen. */
  visits(now: string, meanwhile?: () => Promise<unknown>): Promise<Visited>;
};

/** An installation that asks the portal at `url`; several with one file are processes of one installation. */
export function openVisitor(
  url: string,
  differences: Partial<z.input<typeof PortalOptions>> = {},
  file = ':memory:',
): Visitor {
  const storage = openStorage(file);
  const archive = answerArchive(storage);
  const options = PortalOptions.parse({ ...LEAST, url, ...differences });
  return {
    archive,
    async visits(now, meanwhile = async () => undefined) {
      const pauses: number[] = [];
      const time = new HandWoundTime(Temporal.Instant.from(now));
      const source = portalSource({
        options,
        directory: DIRECTORY,
        archive,
        clock: time,
        wait: async (ms) => {
          if (pauses.push(ms) === 1) await meanwhile();
          await time.pass(ms);
        },
      });
      return { payloads: await Array.fromAsync(source.fetch()), pauses };
    },
    [Symbol.dispose]: () => storage.close(),
  };
}

export const MORNING = '2026-11-21T02:30+07:00';
export const LATER = '2026-11-21T09:00+07:00';
export const NEXT_DAY = '2026-11-22T02:30+07:00';

type Visit = { readonly portal: PortalDouble; readonly visitor: Visitor };

/** A portal, and an installation that has neither much time nor room for its answers. */
export async function openVisit(): Promise<Visit> {
  const portal = await PortalDouble.open();
  return { portal, visitor: openVisitor(portal.url, { timeoutSeconds: 1, maxMegabytes: 1 }) };
}

export async function closeVisit({ portal, visitor }: Visit): Promise<void> {
  visitor[Symbol.dispose]();
  await portal[Symbol.asyncDispose]();
}

export const kinds = (payloads: readonly Payload[]) => payloads.map(({ kind }) => kind);
export const problemsOf = (payloads: readonly Payload[]) =>
  payloads.flatMap((payload) =>
    payload.kind === 'refused' ? payload.problems.map(({ code, detail }) => [code, detail]) : [],
  );
export const readingsOf = (payloads: readonly Payload[]) =>
  payloads.flatMap((payload) => (payload.kind === 'read' ? payload.readings : []));
