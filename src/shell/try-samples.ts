import type { Config } from '../config.ts';
import { ConfigurationInvalid } from '../errors.ts';
import type { TriedSample } from '../replies/tried-sample-lines.ts';
import type { HttpOptions } from '../sources/http/options.ts';
import { tryDossiers, tryFigures } from '../sources/http/try-sample.ts';
import { dossierRoom, figureRoom } from './http-sources.ts';
import type { OpenKnowledge } from './open-knowledge.ts';

type Files = Pick<Config, 'sources' | 'dossierColumns' | 'sensitiveProcedures'>;

/** Tries the mapping of every source that is asked over http on its recorded sample, one after another. */
export async function trySamples(
  config: Files,
  open: OpenKnowledge,
): Promise<readonly TriedSample[]> {
  const tried: TriedSample[] = [];
  for (const options of config.sources) {
    if (options.kind !== 'http') continue;
    tried.push(await trySample(options, config, open));
  }
  return tried;
}

async function trySample(
  options: HttpOptions,
  config: Files,
  open: OpenKnowledge,
): Promise<TriedSample> {
  const { name, sample } = options;
  const of = { name, sample, guard: guardOf(options) };
  if (options.takes === 'figures') {
    return { ...of, takes: 'figures', ...(await tryFigures(options, figureRoom(options, open))) };
  }
  const room = dossierRoom(options, config, open);
  return { ...of, takes: 'dossiers', ...(await tryDossiers(options, room)) };
}

/** A list whose agency is given in the configuration says nothing of agencies itself. */
function guardOf(options: HttpOptions): TriedSample['guard'] {
  const given = options.takes === 'dossiers' && options.agency !== null;
  return {
    owner: options.mapping.owner?.is ?? null,
    hasCodes: given || Object.keys(options.agencyCodes).length > 0,
  };
}

/** Throws `ConfigurationInvalid` with all that is wrong with any mapping: found now, not at night when a poll fails. */
export async function checkSamples(config: Files, open: OpenKnowledge): Promise<void> {
  const problems = (await trySamples(config, open)).flatMap((each) => each.problems);
  if (problems.length > 0) throw new ConfigurationInvalid(problems);
}
