import { type CommandName, metricOf } from '../asking/commands.ts';
import { decideCommand } from './decide-command.ts';
import type { Sentence } from './read-sentence.ts';

/** A command, and what was said to it. */
export type CommandSaid = { readonly command: CommandName; readonly sentence: Sentence };

/**
 * What a command of one metric is asked beyond its number, as the same words without it would be: "/tre-han Nha Trang
 * so với năm trước" is a comparison, and "/tre-han Nha Trang hôm nay" is not answered by the newest report alone.
 */
export function commandMeant(command: CommandName, sentence: Sentence): CommandSaid {
  const own = metricOf(command);
  if (own === null) return { command, sentence };
  const ofMetric = { ...sentence, metric: sentence.metric ?? own };
  const decided = decideCommand(ofMetric);
  const isCompared = decided === 'so-sanh' && sentence.againstPeriod;
  const isOfToday = decided === 'qua-han' && own === 'overdue' && sentence.acts.has('now');
  return isCompared || isOfToday ? { command: decided, sentence: ofMetric } : { command, sentence };
}
