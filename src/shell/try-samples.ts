import type { Config } from '../config.ts';
import { ConfigurationInvalid } from '../errors.ts';
import type { TriedSample } from '../replies/tried-sample-lines.ts';
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
    const { name, sample } = options;
    if (options.takes === 'figures') {
      const { made, ...tells } = await tryFigures(options, figureRoom(options, open));
      tried.push({ name, sample, ...tells, figures: made, dossiers: null });
    } else {
      const { made, ...tells } = await tryDossiers(options, dossierRoom(options, config, open));
      tried.push({ name, sample, ...tells, figures: null, dossiers: made });
    }
  }
  return tried;
}

/** Throws `ConfigurationInvalid` with all that is wrong with any mapping: found now, not at night when a poll fails. */
export async function checkSamples(config: Files, open: OpenKnowledge): Promise<void> {
  const problems = (await trySamples(config, open)).flatMap((each) => each.problems);
  if (problems.length > 0) throw new ConfigurationInvalid(problems);
}
