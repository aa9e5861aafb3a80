import { realWait } from '../channels/wait.ts';
import type { Config } from '../config.ts';
import type { Source } from '../polling/source.ts';
import { portalLine } from '../replies/portal-lines.ts';
import { portalSource } from '../sources/portal/portal-source.ts';
import { departmentsKnown } from '../sources/portal/unnamed-departments.ts';
import { answerArchive } from '../storage/answer-archive.ts';
import type { OpenKnowledge } from './open-knowledge.ts';

/** What is known of the departments on the portal, a line a source. */
export async function portalLines(
  config: Pick<Config, 'sources'>,
  { knowledge, storage }: Pick<OpenKnowledge, 'knowledge' | 'storage'>,
): Promise<readonly string[]> {
  const { directory, clock } = knowledge;
  const archive = answerArchive(storage);
  const lines = config.sources.map(async (options) =>
    options.kind === 'portal'
      ? [portalLine(options.name, await departmentsKnown({ options, directory, archive, clock }))]
      : [],
  );
  return (await Promise.all(lines)).flat();
}

/** The national portal, for each province it is asked about, with its schedule. */
export function portalSources(
  config: Pick<Config, 'sources'>,
  { knowledge, storage }: Pick<OpenKnowledge, 'knowledge' | 'storage'>,
): readonly { readonly source: Source; readonly when: string }[] {
  const { directory, clock } = knowledge;
  const archive = answerArchive(storage);
  return config.sources.flatMap((options) =>
    options.kind === 'portal'
      ? [
          {
            source: portalSource({ options, directory, archive, clock, wait: realWait }),
            when: options.schedule,
          },
        ]
      : [],
  );
}
