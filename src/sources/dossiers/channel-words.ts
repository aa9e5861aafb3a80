import type { Dossier } from '../../dossiers/dossier.ts';
import { fold } from '../../vietnamese/fold.ts';

/** The three channels of the national data, by number or in words; the post goes first, for it is "direct" to some. */
const CHANNELS: readonly (readonly [channel: Dossier['channel'], words: RegExp])[] = [
  ['postal', /^3$|\bbuu (?:chinh|dien)\b|\bbcci\b/u],
  ['online', /^2$|\btruc tuyen\b|\bonline\b|\bqua mang\b|\bdvc\b|\bdich vu cong\b|\bdien tu\b/u],
  ['direct', /^1$|\btruc tiep\b|\btai cho\b|\bmot cua\b/u],
];

/** How a dossier was handed in; null when the list does not say, or says something else. */
export function channelOf(text: string): Dossier['channel'] {
  const folded = fold(text);
  return CHANNELS.find(([, words]) => words.test(folded))?.[0] ?? null;
}
