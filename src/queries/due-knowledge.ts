import type { Directory } from '../agencies/agency.ts';
import type { AcknowledgementStore } from '../audience/acknowledgements.ts';
import type { WorkingCalendar } from '../calendar/working-calendar.ts';
import type { Clock } from '../clock.ts';
import type { DossierStore } from '../dossiers/store.ts';

/** What questions about single dossiers may ask: the dossiers, and how much working time is left. */
export type DueKnowledge = {
  readonly directory: Directory;
  readonly dossiers: DossierStore;
  /** What agencies say of their dossiers before the system shows it. */
  readonly marks: Pick<AcknowledgementStore, 'handedUp'>;
  readonly calendar: WorkingCalendar;
  readonly clock: Clock;
};
