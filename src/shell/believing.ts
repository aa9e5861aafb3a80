import { sourceNotices } from '../answers/source-notices.ts';
import type { Config } from '../config.ts';
import type { Intake } from '../polling/take-in.ts';
import { healthStore } from '../storage/health-store.ts';
import type { OpenKnowledge } from './open-knowledge.ts';
import { sourceRhythms } from './source-rhythms.ts';

/** What else happens when sources are read: who watches over them, and who is told. */
export function believing(
  {
    intake,
    reception,
    storage,
    due,
  }: Pick<OpenKnowledge, 'intake' | 'reception' | 'storage' | 'due'>,
  config: Pick<Config, 'sources' | 'newWithin' | 'keepers'>,
): Intake {
  const { audience } = reception;
  const keeping = { audience, keepers: config.keepers };
  return {
    ...intake,
    watch: {
      health: healthStore(storage),
      clock: intake.clock,
      rhythmOf: sourceRhythms(config, due.calendar),
      messagesOn: (health) => sourceNotices(health, keeping),
    },
  };
}
