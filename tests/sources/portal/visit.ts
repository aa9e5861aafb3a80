import { readFileSync } from 'node:fs';

import type * as z from 'zod';

import { readDirectory } from '../../../src/agencies/read-directory.ts';
import { fixedClock } from '../../../src/clock.ts';
import type { AnswerArchive } from '../../../src/polling/answer-archive.ts';
import type { Payload } from '../../../src/polling/source.ts';
import { PortalOptions } from '../../../src/sources/portal/options.ts';
import { portalSource } from '../../../src/sources/portal/portal-source.ts';
import { answerArchive } from '../../../src/storage/answer-archive.ts';
import { openStorage } from '../../../src/storage/open.ts';

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
  /** One visit at a moment, with pauses that take no time. */
  visits(now: string): Promise<Visited>;
};

/** An installation that asks the portal at `url`. */
export function openVisitor(
  url: string,
  differences: Partial<z.input<typeof PortalOptions>> = {},
): Visitor {
  const storage = openStorage(':memory:');
  const archive = answerArchive(storage);
  const options = PortalOptions.parse({ ...LEAST, url, ...differences });
  return {
    archive,
    async visits(now) {
      const pauses: number[] = [];
      const source = portalSource({
        options,
        directory: DIRECTORY,
        archive,
        clock: fixedClock(Temporal.Instant.from(now)),
        wait: async (ms) => void pauses.push(ms),
      });
      return { payloads: await Array.fromAsync(source.fetch()), pauses };
    },
    [Symbol.dispose]: () => storage.close(),
  };
}

export const kinds = (payloads: readonly Payload[]) => payloads.map(({ kind }) => kind);
export const problemsOf = (payloads: readonly Payload[]) =>
  payloads.flatMap((payload) =>
    payload.kind === 'refused' ? payload.problems.map(({ code, detail }) => [code, detail]) : [],
  );
export const readingsOf = (payloads: readonly Payload[]) =>
  payloads.flatMap((payload) => (payload.kind === 'read' ? payload.readings : []));
