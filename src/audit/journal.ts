import type { Wait } from '../channels/wait.ts';
import { faultText, type Log } from '../log.ts';
import type { AuditEntry, AuditStore } from './store.ts';

/** Entries are written once a second: a commit for each would cost more than the rest of keeping account. */
const EVERY_MS = 1_000;
/** When the store cannot be written for long, the oldest give way. */
const MOST_WAITING = 10_000;

export type JournalDeps = { readonly wait: Wait; readonly log: Log };

/** A store that keeps nobody waiting; to be closed. */
export type Journal = AuditStore & {
  /** Writes down what waits. */
  written(): Promise<void>;
  close(): Promise<void>;
};

/**
 * Account that is never in the way of an answer: entries wait in memory for at most a second and are written together,
 * before anything is read, and on closing. A process that is killed loses those of its last second. What cannot be
 * written is logged as `audit.notWritten` and tried again with the next.
 */
export function openJournal(store: AuditStore, { wait, log }: JournalDeps): Journal {
  const closing = new AbortController();
  let waiting: AuditEntry[] = [];
  let writing: Promise<void> | null = null;

  async function write(): Promise<void> {
    const batch = waiting;
    if (batch.length === 0) return;
    waiting = [];
    try {
      await store.add(batch);
    } catch (error) {
      waiting = [...batch, ...waiting].slice(-MOST_WAITING);
      log.error('audit.notWritten', { entries: waiting.length, why: faultText(error) });
    }
  }
  async function writeSoon(): Promise<void> {
    await wait(EVERY_MS, closing.signal);
    writing = null;
    await write();
  }
  return {
    async add(entries) {
      waiting.push(...entries);
      if (!closing.signal.aborted) writing ??= writeSoon();
    },
    async find(code) {
      await write();
      return store.find(code);
    },
    async latest(most, chat) {
      await write();
      return store.latest(most, chat);
    },
    async toldOf(snapshots) {
      await write();
      return store.toldOf(snapshots);
    },
    async forgetBefore(moment) {
      await write();
      return store.forgetBefore(moment);
    },
    written: write,
    async close() {
      closing.abort();
      await writing;
      await write();
    },
  };
}
