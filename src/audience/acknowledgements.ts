import type { AgencyId } from '../agencies/agency.ts';
import type { Address } from '../channels/channel.ts';

/** Somebody in a chat said that the list of a day has been seen. */
type Acknowledgement = {
  readonly day: Temporal.PlainDate;
  readonly channel: string;
  readonly chat: string;
  readonly agency: AgencyId;
  readonly person: string;
  readonly at: Temporal.Instant;
};

/** A chat wants today's list once more, at a moment. */
export type Reminder = {
  readonly channel: string;
  readonly address: Address;
  readonly agency: AgencyId;
  readonly at: Temporal.Instant;
};

/** Somebody said that a dossier has been handed up ("đã trình"), whatever the system shows yet. */
type HandedUp = {
  readonly agency: AgencyId;
  /** The dossier's code. */
  readonly code: string;
  readonly person: string;
  readonly at: Temporal.Instant;
};

/** What chats said to their lists. Every method is one unit of work. */
export type AcknowledgementStore = {
  /** Keeps the first of a day, chat and agency, and tells it. */
  acknowledge(acknowledgement: Acknowledgement): Promise<Acknowledgement>;
  acknowledgedOn(day: Temporal.PlainDate): Promise<readonly Acknowledgement[]>;
  /** Replaces an open reminder of the same chat and agency. */
  remind(reminder: Reminder): Promise<void>;
  /** Reminders whose moment has come. */
  remindersUntil(moment: Temporal.Instant): Promise<readonly Reminder[]>;
  /** Forgets a reminder that was dealt with. */
  reminded(reminder: Reminder): Promise<void>;
  handUp(mark: HandedUp): Promise<void>;
  /** Codes of an agency's dossiers that were handed up. */
  handedUp(agency: AgencyId): Promise<ReadonlySet<string>>;
  /** Forgets what is older than a moment, but not the marks of dossiers that are still open. */
  forgetBefore(moment: Temporal.Instant): Promise<number>;
};
