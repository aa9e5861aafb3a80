import type { AlertState } from './state.ts';

/** A chat of a channel. */
export type AlertedChat = { readonly channel: string; readonly chat: string };

/** What a chat was told and said about alerts. */
export type ChatAlerts = {
  /** Counts what was settled: who decides by an older one has decided in vain. */
  readonly version: number;
  /** Nothing is sent until then; null = it is. */
  readonly snoozedUntil: Temporal.Instant | null;
  readonly states: readonly AlertState[];
};

/** What was decided for a chat: what it has been told now, and the messages that tell it. */
export type Settlement<Message> = AlertedChat & {
  /** The version it was decided by. */
  readonly version: number;
  readonly states: readonly AlertState[];
  readonly messages: readonly Message[];
};

/** What chats were told of alerts. Every method is one unit of work. */
export type AlertStore<Message> = {
  alertsOf(chat: AlertedChat): Promise<ChatAlerts>;
  /**
   * Writes down what a chat has been told and queues the messages that tell it, both or neither; false = somebody else
   * settled since `version`, and nothing was written.
   */
  settle(settlement: Settlement<Message>, at: Temporal.Instant): Promise<boolean>;
  /** Notes that a chat has seen its alerts; tells how many it had not. */
  acknowledge(chat: AlertedChat, at: Temporal.Instant): Promise<number>;
  /** Keeps alerts from a chat until a moment, or, with null, no longer. */
  snooze(chat: AlertedChat, until: Temporal.Instant | null): Promise<void>;
};
