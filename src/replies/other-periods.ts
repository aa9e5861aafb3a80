import type { CommandName } from '../asking/commands.ts';
import { type Asking, questionText } from '../asking/question-text.ts';
import type { Period } from '../calendar/period.ts';
import { periodName } from './period-names.ts';
import type { Choice } from './reply.ts';
import { capital } from './sentence.ts';

/** Periods named beside, and offered as buttons. */
const SHOWN = 8;
const OFFERED = 4;

/** Periods that there are tables of, in one line: "năm 2023, quý III/2023…". */
export function periodNames(periods: readonly Period[]): string {
  const shown = periods.slice(0, SHOWN).map(periodName).join(', ');
  return periods.length > SHOWN ? `${shown}…` : shown;
}

/** The same question in each of the newest of these periods. */
export function periodChoices(
  command: CommandName,
  asking: Asking,
  periods: readonly Period[],
): readonly Choice[] {
  return periods.slice(0, OFFERED).map((period) => ({
    label: capital(periodName(period)),
    send: questionText(command, { ...asking, periods: [period] }),
  }));
}
