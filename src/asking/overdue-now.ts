import type { Metric } from '../figures/metric.ts';
import { COMMANDS, type CommandName, type Right } from './commands.ts';

/**
 * Whether a number is asked for ("hiện nay Ninh Hòa quá hạn bao nhiêu hồ sơ") and not a list of dossiers: figures answer
 * it too, where nobody has given the bot a list, or the chat may see none.
 */
export function asksOverdueNow(command: CommandName, metric: Metric | null): boolean {
  return command === 'qua-han' && metric === 'overdue';
}

/** What must be allowed to those who ask. */
export function rightFor(command: CommandName, metric: Metric | null): Right {
  return asksOverdueNow(command, metric) ? 'figures' : COMMANDS[command].right;
}
