import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { type AgencyReader, agencyFinder } from '../agencies/find-agency.ts';
import { readDirectory } from '../agencies/read-directory.ts';
import { silentRules } from '../alerts/silent-rules.ts';
import type { AlertStore } from '../alerts/store.ts';
import type { FileDesk } from '../answers/file-desk.ts';
import { monthlyLimit } from '../answers/monthly-limit.ts';
import type { Reception } from '../answers/reception.ts';
import type { AcknowledgementStore } from '../audience/acknowledgements.ts';
import { Unwritten } from '../audit/unwritten.ts';
import { readWorkingCalendar } from '../calendar/read-working-calendar.ts';
import type { WorkingCalendar } from '../calendar/working-calendar.ts';
import { ZALO_BOT } from '../channels/names.ts';
import { type Clock, systemClock } from '../clock.ts';
import type { Config } from '../config.ts';
import { readTargets } from '../figures/targets.ts';
import type { Outgoing } from '../outbox/message.ts';
import { poll } from '../polling/poll.ts';
import type { Intake } from '../polling/take-in.ts';
import type { DueKnowledge } from '../queries/due-knowledge.ts';
import type { Knowledge } from '../queries/knowledge.ts';
import type { Upkeep } from '../queries/status.ts';
import type { BotNames } from '../replies/in-group.ts';
import { reportedFirst, reportedOnly } from '../snapshots/reported.ts';
import type { SnapshotStore } from '../snapshots/store.ts';
import { folderSource } from '../sources/file/file-source.ts';
import { SAMPLE_FIGURES } from '../sources/named-source.ts';
import { acknowledgementStore } from '../storage/acknowledgement-store.ts';
import { alertStore } from '../storage/alert-store.ts';
import { audienceStore } from '../storage/audience-store.ts';
import { dossierStore } from '../storage/dossier-store.ts';
import { messageCounts } from '../storage/message-counts.ts';
import { type Storage, openStorage } from '../storage/open.ts';
import { snapshotStore } from '../storage/snapshot-store.ts';
import { believing } from './believing.ts';
import { checkAgencyLimits } from './check-agency-limits.ts';
import { fileDesk, NO_FILES } from './file-desk.ts';

/** The folder of figures each sample stands for: of Khánh Hòa, those of five official documents. */
const SAMPLE_FOLDERS: Readonly<Record<Config['samples'], string | null>> = {
  'khanh-hoa': 'fixtures/figures',
  none: null,
};

/** Everything that questions, jobs and imports rest on. Dispose of it to close the store. */
export type OpenKnowledge = {
  readonly knowledge: Knowledge & { readonly snapshots: SnapshotStore };
  readonly finder: AgencyReader;
  readonly reception: Reception;
  readonly due: DueKnowledge;
  readonly acknowledgements: AcknowledgementStore;
  readonly alerts: AlertStore<Outgoing>;
  readonly intake: Intake;
  /** Where files come in: nowhere, as long as no configuration says where. */
  readonly files: FileDesk;
  readonly storage: Storage;
  /** How much of this month's messages is used, where a messenger's plan limits them. */
  readonly usage: Upkeep['usage'];
  /** Account that waits to be written. */
  readonly unwritten: Unwritten;
  [Symbol.dispose](): void;
};

/** Opens the store in the data folder and everything that rests on it. */
export async function openKnowledge(config: Config, clock: Clock): Promise<OpenKnowledge> {
  const read = await readKnowledge(config);
  checkAgencyLimits(config, read);
  const storage = openStorage(join(config.dataFolder, 'dung-hen.db'));
  const open = await knowledgeOn(storage, read, { config, clock });
  const believed = {
    ...open,
    intake: believing(open, config),
    usage: usageIn(config, open),
    reception: {
      ...open.reception,
      overfull: limitOf(config, open),
      silentRules: (day: Temporal.PlainDate) => silentRules(config.alerts, read.targets, day),
      botNames: botNamesIn(config),
    },
  };
  return { ...believed, files: fileDesk(config, believed) };
}

/** What bots are called in the groups where they hear only what names them. */
function botNamesIn({
  zaloBotAccount,
  zaloBot: { names },
}: Pick<Config, 'zaloBotAccount' | 'zaloBot'>): BotNames {
  return zaloBotAccount === null ? {} : { [ZALO_BOT]: names[0] ?? '' };
}

/** What the plans of messengers allow to be sent. */
function limitOf(
  { zaloBot }: Config,
  { reception: { audience, clock }, due: { calendar }, storage }: OpenKnowledge,
) {
  const { monthlyMessages: messages, replyReserve: reserve, unconfirmed } = zaloBot;
  const plan = { messages, reserve, receivedCount: unconfirmed.countReceived };
  const counts = messageCounts(storage);
  return monthlyLimit({ [ZALO_BOT]: plan }, { audience, calendar, counts, clock });
}

/** What is loaded for it was loaded with the channel. */
function usageIn({ zaloBotAccount, zaloBot }: Config, open: OpenKnowledge): Upkeep['usage'] {
  if (zaloBotAccount === null) return open.usage;
  return async () => (await import('./zalo-bot.ts')).zaloBotUsage(zaloBot, open);
}

type Read = Pick<Knowledge, 'directory' | 'targets'> &
  Pick<OpenKnowledge, 'finder'> & { readonly calendar: WorkingCalendar };

/** Reads who exists, what is aimed at and which days are worked, before any store is touched. */
export async function readKnowledge(
  config: Pick<Config, 'agencies' | 'targets' | 'calendar'>,
): Promise<Read> {
  const [agencies, targets, calendar] = await Promise.all([
    readFile(config.agencies, 'utf8'),
    readFile(config.targets, 'utf8'),
    readFile(config.calendar, 'utf8'),
  ]);
  const directory = readDirectory(agencies, config.agencies);
  return {
    directory,
    targets: readTargets(targets, config.targets),
    calendar: readWorkingCalendar(calendar, config.calendar),
    finder: agencyFinder(directory),
  };
}

/**
 * Rests everything on an open store, which it closes in the end; one without figures takes in the sample figures first, if configured.
 *
 * @internal Exported for tests.
 */
export async function knowledgeOn(
  storage: Storage,
  { directory, targets, finder, calendar }: Read,
  { config, clock }: { readonly config: Pick<Config, 'samples'>; readonly clock: Clock },
): Promise<OpenKnowledge> {
  const snapshots = snapshotStore(storage);
  const acknowledgements = acknowledgementStore(storage);
  const intake = { store: snapshots, directory, clock };
  const samples = SAMPLE_FOLDERS[config.samples];
  if (samples !== null && (await reportedOnly(snapshots).isEmpty())) {
    // Taken in today, whatever day `--now` plays: figures of days to come would be refused.
    await poll(folderSource(SAMPLE_FIGURES, samples, { directory, finder }), {
      ...intake,
      clock: systemClock,
    });
  }
  return {
    knowledge: {
      directory,
      snapshots: reportedFirst(snapshots),
      counted: snapshots,
      targets,
      clock,
    },
    finder,
    reception: { audience: audienceStore(storage), directory, finder, clock },
    due: { directory, dossiers: dossierStore(storage), marks: acknowledgements, calendar, clock },
    acknowledgements,
    alerts: alertStore(storage),
    intake,
    files: NO_FILES,
    storage,
    usage: async () => null,
    unwritten: new Unwritten(),
    [Symbol.dispose]: () => storage.close(),
  };
}
