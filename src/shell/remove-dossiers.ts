import { countLists } from '../answers/count-lists.ts';
import { ConfigurationInvalid } from '../errors.ts';
import { dossiersRemovedLine } from '../replies/import-lines.ts';
import { countingIn } from './dossier-lists.ts';
import type { OpenKnowledge } from './open-knowledge.ts';

/**
 * `npm run import -- --remove NAME`: takes the dossiers of a source out again, as if they had never been: those of another
 * province, a list brought by hand whose source is polled now. Throws `ConfigurationInvalid` (noSuchDossiers).
 */
export async function removeDossiers(
  source: string,
  { dry }: { readonly dry: boolean },
  open: OpenKnowledge,
): Promise<string> {
  const { dossiers } = open.due;
  const known = await dossiers.sources();
  if (!known.includes(source)) {
    const problem = { place: `--remove ${source}`, detail: known.join(', ') };
    throw new ConfigurationInvalid([{ code: 'noSuchDossiers', ...problem }]);
  }
  if (dry) return dossiersRemovedLine(source, null);
  const removed = await dossiers.removeSource(source);
  // What was counted from them is told of nobody any more.
  await countLists(countingIn(open), { dry: false, isAll: true });
  return dossiersRemovedLine(source, removed);
}
