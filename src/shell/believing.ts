import { afterQuiet } from '../alerts/quiet-hours.ts';
import { sourceNotices } from '../answers/source-notices.ts';
import { tellCorrected } from '../answers/tell-corrected.ts';
import type { Config } from '../config.ts';
import type { Intake } from '../polling/take-in.ts';
import { reportedOnly } from '../snapshots/reported.ts';
import type { SnapshotId } from '../snapshots/snapshot.ts';
import { auditStore } from '../storage/audit-store.ts';
import { healthStore } from '../storage/health-store.ts';
import { accessOf } from './dialogue.ts';
import type { OpenKnowledge } from './open-knowledge.ts';
import { sourceRhythms } from './source-rhythms.ts';

type Parts = Pick<OpenKnowledge, 'intake' | 'reception' | 'storage' | 'due' | 'unwritten'>;

/** What else happens when sources are read: who watches over them, and who is told. */
export function believing(
  { intake, reception, storage, due, unwritten }: Parts,
  config: Pick<
    Config,
    'alerts' | 'sources' | 'newWithin' | 'keepers' | 'access' | 'host' | 'publicUrl'
  >,
): Intake {
  const { audience, directory } = reception;
  const told = auditStore(storage);
  const correcting = {
    snapshots: reportedOnly(intake.store),
    audit: {
      toldOf: async (ids: readonly SnapshotId[]) => {
        await unwritten.written();
        return told.toldOf(ids);
      },
    },
    audience,
    directory,
    access: accessOf(config),
    afterQuiet: (at: Temporal.Instant) => afterQuiet(at, config.alerts.quiet, due.calendar),
  };
  const keeping = { audience, keepers: config.keepers };
  return {
    ...intake,
    messagesOn: (snapshot) => tellCorrected(snapshot, correcting),
    watch: {
      health: healthStore(storage),
      clock: intake.clock,
      rhythmOf: sourceRhythms(config, due.calendar),
      messagesOn: (health) => sourceNotices(health, keeping),
    },
  };
}
