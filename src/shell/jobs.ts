import { existsSync } from 'node:fs';

import { checkAlerts } from '../../jobs/check-alerts.ts';
import { countDossiers } from '../../jobs/count-dossiers.ts';
import { forgetAudit } from '../../jobs/forget-audit.ts';
import { forgetChoices } from '../../jobs/forget-choices.ts';
import { forgetFiles } from '../../jobs/forget-files.ts';
import { forgetLinks } from '../../jobs/forget-links.ts';
import { leaderDigest } from '../../jobs/leader-digest.ts';
import { morningList } from '../../jobs/morning-list.ts';
import { pollDossierLists } from '../../jobs/poll-dossiers.ts';
import { pollFigures } from '../../jobs/poll-figures.ts';
import { purgeDossiers } from '../../jobs/purge-dossiers.ts';
import { remind } from '../../jobs/remind.ts';
import { renewZaloToken } from '../../jobs/renew-zalo-token.ts';
import type { Clock } from '../clock.ts';
import type { Config } from '../config.ts';
import { openLinkFolder } from '../links/link-folder.ts';
import type { Log } from '../log.ts';
import type { Outbox } from '../outbox/message.ts';
import type { Job } from '../schedule/job.ts';
import { auditStore } from '../storage/audit-store.ts';
import { choiceListStore } from '../storage/choice-list-store.ts';
import { choiceStore } from '../storage/choice-store.ts';
import { healthStore } from '../storage/health-store.ts';
import { outboxStore } from '../storage/outbox-store.ts';
import { runStore } from '../storage/run-store.ts';
import { seenEvents } from '../storage/seen-events.ts';
import { countingIn, dossierIntake } from './dossier-lists.ts';
import { linkFolderOf } from './messengers.ts';
import type { OpenKnowledge } from './open-knowledge.ts';
import type { ZaloOaClient } from './zalo-oa-client.ts';

/** Where jobs put what is to be sent, and how they announce that charts are coming. */
export type Sending = {
  readonly outbox: Outbox;
  readonly onChartsComing: () => void;
  readonly log: Log;
  /** Null = there is no Official Account. */
  readonly zaloOa: Pick<ZaloOaClient, 'adopt' | 'known' | 'renew'> | null;
};

type JobConfig = Pick<
  Config,
  | 'sources'
  | 'dossierColumns'
  | 'sensitiveProcedures'
  | 'keepClosedDays'
  | 'keepAuditDays'
  | 'alerts'
  | 'keepers'
  | 'zaloOaAccount'
  | 'zaloBotAccount'
  | 'dataFolder'
>;

/** Every scheduled job, polling once for each configured source; a test checks that no file of `jobs/` is left out. */
export async function allJobs(
  config: JobConfig,
  open: OpenKnowledge,
  sending: Sending,
): Promise<readonly Job[]> {
  const { outbox, onChartsComing } = sending;
  const { knowledge, intake, storage, due, acknowledgements, alerts } = open;
  const { audience } = open.reception;
  const { clock } = knowledge;
  const { keepClosedDays, keepAuditDays } = config;
  const health = healthStore(storage);
  const room = {
    knowledge,
    due,
    audience,
    acknowledgements,
    outbox,
    onChartsComing,
    runs: runStore(storage),
  };
  return [
    ...(await pollingJobs(config, open)),
    morningList(room),
    leaderDigest({ ...room, health }),
    remind(room),
    checkAlerts({ ...room, alerts, health, rules: config.alerts }),
    countDossiers(countingIn(open)),
    purgeDossiers({
      dossiers: open.due.dossiers,
      acknowledgements,
      outbox: outboxStore(storage),
      clock,
      keepClosedDays,
    }),
    forgetAudit({ audit: auditStore(storage), clock, keepAuditDays }),
    forgetFiles({ folders: open.files.folders(), clock }),
    forgetChoices({
      choices: choiceStore(storage),
      lists: choiceListStore(storage),
      seen: seenEvents(storage),
      refused: intake.store,
      clock,
    }),
    ...linkJobs(config, clock),
    ...tokenJobs(sending, { audience, clock, keepers: config.keepers }),
  ];
}

/** What asks systems is not loaded where none is to be asked: most starts are lighter without it. */
function isAsked({ sources }: JobConfig, kind: 'http' | 'portal'): boolean {
  return sources.some((source) => source.kind === kind);
}

/** One for each source. */
async function pollingJobs(config: JobConfig, open: OpenKnowledge): Promise<readonly Job[]> {
  const { intake } = open;
  const folders = open.files
    .folders()
    .map((folder) => (folder.kind === 'figures' ? pollFigures(folder) : pollDossierLists(folder)));
  const http = isAsked(config, 'http') ? await import('./http-sources.ts') : null;
  const portal = isAsked(config, 'portal') ? await import('./portal-sources.ts') : null;
  const figures = [
    ...(http?.httpFigureSources(config, open) ?? []),
    ...(portal?.portalSources(config, open) ?? []),
  ];
  const lists = http?.httpDossierSources(config, open) ?? [];
  return [
    ...folders,
    ...figures.map((each) => pollFigures({ ...each, intake })),
    ...lists.map((each) => pollDossierLists({ ...each, intake: dossierIntake(open) })),
  ];
}

/** Where there is a messenger that is given links, or was: what is under them is to die all the same. */
function linkJobs(config: JobConfig, clock: Clock): readonly Job[] {
  const folder = linkFolderOf(config);
  const isUsed = config.zaloBotAccount !== null || config.zaloOaAccount !== null;
  if (!isUsed && !existsSync(folder)) return [];
  const sweep = async (before: Temporal.Instant) => (await openLinkFolder(folder)).sweep(before);
  return [forgetLinks({ sweep, clock })];
}

/** Only where there is an Official Account. A job that runs alone may be the first to meet a token of the configuration. */
function tokenJobs(
  { zaloOa, outbox, log }: Sending,
  room: Pick<Parameters<typeof renewZaloToken>[0], 'audience' | 'clock' | 'keepers'>,
): readonly Job[] {
  if (zaloOa === null) return [];
  const { known, adopt, renew } = zaloOa;
  const adoptAndRenew = async () => {
    await adopt();
    await renew();
  };
  return [renewZaloToken({ ...room, known, renew: adoptAndRenew, outbox, log })];
}

/** The jobs meant by a name: `poll-figures` are all of its kind, `poll-figures/so-lieu` is one. */
export function jobsNamed(name: string, jobs: readonly Job[]): readonly Job[] {
  return jobs.filter((job) => job.name === name || job.name.startsWith(`${name}/`));
}
