import type { AgencyId, Directory } from '../agencies/agency.ts';
import { type ChatOf, chatRef } from '../audience/chat-name.ts';
import type { Access } from '../audience/standing-of.ts';
import type { AudienceStore } from '../audience/store.ts';
import type { Audited, AuditStore } from '../audit/store.ts';
import { type Outgoing, pushKey, pushKindOf } from '../outbox/message.ts';
import type { Caused } from '../polling/ledger.ts';
import {
  correctedSince,
  type CorrectedFigure,
  type Correction,
  correctionBy,
} from '../queries/corrected.ts';
import { correctedReply } from '../replies/corrected-reply.ts';
import type { Snapshot, SnapshotId } from '../snapshots/snapshot.ts';
import type { SnapshotReader } from '../snapshots/store.ts';
import { agenciesTold } from './agencies-told.ts';

/** What is asked to tell chats of figures that were corrected. */
export type CorrectingRoom = {
  readonly snapshots: SnapshotReader;
  readonly audit: Pick<AuditStore, 'toldOf'>;
  readonly audience: Pick<AudienceStore, 'bindingOf'>;
  readonly directory: Directory;
  readonly access: Pick<Access, 'keepers' | 'localChannels' | 'mode'>;
  /** The first moment from one on at which chats may be disturbed: systems like to correct themselves at night. */
  readonly afterQuiet: (at: Temporal.Instant) => Temporal.Instant;
};

/** So long a correction waits: one that is taken back meanwhile, or corrected again, is told as what it is in the end. */
const QUIET_MINUTES = 10;

/**
 * The messages to chats that were told figures of a table which a snapshot corrects: one a chat, about what it was told
 * and nothing else. A chat that may no longer hear of figures hears nothing.
 */
export async function tellCorrected(snapshot: Snapshot, room: CorrectingRoom): Promise<Caused> {
  const correction = await correctionBy(snapshot, room.snapshots);
  if (correction === null) return [];
  const entries = await room.audit.toldOf(correction.versions);
  const chats = Map.groupBy(entries, ({ channel, chat }) => chatRef(channel, chat));
  const found = await Promise.all(
    [...chats.values()].map((ofChat) => toldTo(ofChat, correction, room)),
  );
  const told = found.filter((one) => one !== null);
  const notBefore = toldAt(correction.now.fetchedAt, room);
  return (id) => told.map((one) => messageOf(one, correction, { id, notBefore }));
}

/** What a chat is to be told. */
type Told = {
  readonly chat: ChatOf;
  /** The version that it was told last. */
  readonly version: SnapshotId;
  /** Null = all. */
  readonly about: ReadonlySet<AgencyId> | null;
  readonly corrected: readonly CorrectedFigure[];
};

async function toldTo(
  entries: readonly Audited[],
  correction: Correction,
  room: CorrectingRoom,
): Promise<Told | null> {
  const heard = entries.filter((entry) => !isWaiting(entry, correction.now.fetchedAt, room));
  const [last] = heard;
  if (last === undefined || !(await mayHear(last, room))) return null;
  const { versions } = correction;
  const version = last.snapshots.filter((id) => versions.includes(id)).toSorted(newestFirst)[0];
  if (version === undefined) return null;
  const about = agenciesIn(heard, room.directory);
  const corrected = await correctedSince(correction, { version, of: about }, room);
  return { chat: { channel: last.channel, chat: last.chat }, version, about, corrected };
}

/** What was put for the chat but has not gone out yet. */
function isWaiting(
  { typed, person, at }: Audited,
  now: Temporal.Instant,
  room: Pick<CorrectingRoom, 'afterQuiet'>,
): boolean {
  if (person !== null || pushKindOf(typed) !== 'restated') return false;
  return Temporal.Instant.compare(toldAt(at, room), now) > 0;
}

/** When a correction that came at a moment is told. */
function toldAt(
  at: Temporal.Instant,
  { afterQuiet }: Pick<CorrectingRoom, 'afterQuiet'>,
): Temporal.Instant {
  return afterQuiet(at.add({ minutes: QUIET_MINUTES }));
}

function newestFirst(a: SnapshotId, b: SnapshotId): number {
  return b - a;
}

/** The agencies that were told of; null = all, where an entry named none. */
function agenciesIn(
  entries: readonly Audited[],
  directory: Directory,
): ReadonlySet<AgencyId> | null {
  const known = entries.map((entry) => agenciesTold(entry, directory));
  return known.some((ids) => ids.length === 0) ? null : new Set(known.flat());
}

/** Those that were let in, keepers by themselves, and anybody where access is open; chats of this machine only if let in. */
async function mayHear(
  { channel, chat }: ChatOf,
  { audience, access }: CorrectingRoom,
): Promise<boolean> {
  if ((await audience.bindingOf(channel, chat)) !== null) return true;
  if (channel === 'web' || access.localChannels.has(channel)) return false;
  const isKeeper = access.keepers.some((one) => one.channel === channel && one.person === chat);
  return isKeeper || access.mode === 'open';
}

function messageOf(
  { chat, version, about, corrected }: Told,
  correction: Correction,
  { id, notBefore }: { readonly id: SnapshotId; readonly notBefore: Temporal.Instant },
): Outgoing {
  return {
    key: pushKey('restated', String(version), chatRef(chat.channel, chat.chat)),
    channel: chat.channel,
    address: { chat: chat.chat, topic: null },
    reply: correctedReply(correction, corrected, id),
    notBefore,
    notAfter: null,
    renews: corrected.length === 0 ? 'only' : 'orSends',
    about: [...(about ?? [])],
  };
}
