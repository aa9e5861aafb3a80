/**
 * Everything this channel does that rests on no confirmed page of Zalo's. Each is to be settled with one real account,
 * and can be switched in `config.yaml` without touching code; see docs/zalo.md.
 */
export type ZaloBotUnconfirmed = {
  /** Emphasis by `text_styles`: documented, seen on no real phone by us. */
  readonly textStyles: boolean;
  /** Statuses that say that a message did not get to Zalo, so that repeating it cannot double it. */
  readonly notDoneStatuses: readonly number[];
  /** Codes that say that a chat takes nothing from the bot any more. What Zalo says to a bot that was removed is not known. */
  readonly closedCodes: readonly number[];
  /** What the names of events contain by which the bot would hear that it was added to a chat. No such event is documented. */
  readonly addedEvents: readonly string[];
  /** Names of events, beside the documented ones, that bring words to be read: some were seen in clients only. */
  readonly textEvents: readonly string[];
  /** A poll says how long it waits as text: the table of the documents says so, their sample sends a number. */
  readonly pollTimeoutAsText: boolean;
};

/** What is most likely, and harms least where it is wrong. */
export const LIKELY: ZaloBotUnconfirmed = {
  textStyles: true,
  notDoneStatuses: [502, 503],
  closedCodes: [],
  addedEvents: ['added', 'joined', 'invited'],
  textEvents: [],
  pollTimeoutAsText: false,
};

/** The switches of the client that these are. */
export function clientSwitches({
  textEvents,
  pollTimeoutAsText,
}: Pick<ZaloBotUnconfirmed, 'textEvents' | 'pollTimeoutAsText'>) {
  return {
    botEventKinds: Object.fromEntries(textEvents.map((name) => [name, 'text'] as const)),
    botPollTimeoutAs: pollTimeoutAsText ? 'string' : 'number',
  } as const;
}
