import type { Directory } from '../agencies/agency.ts';
import type { Incoming } from '../channels/channel.ts';
import type { AskerStanding } from './standing.ts';
import type { AudienceStore } from './store.ts';

/** Somebody who runs the bot, by the id of their messenger. */
export type Keeper = { readonly channel: string; readonly person: string };

/** What is settled outside the store: who runs the bot, and whether strangers may ask. */
export type Access = {
  readonly keepers: readonly Keeper[];
  /** Channels that only this machine reaches: whoever uses them is a keeper. */
  readonly localChannels: ReadonlySet<string>;
  /** `open`: any chat may ask for figures; `bound`: only those a keeper let in. */
  readonly mode: 'open' | 'bound';
};

/** Finds out who is asking. */
export type StandingOf = (message: Incoming) => Promise<AskerStanding>;

/** Where standings come from. */
type Room = {
  readonly audience: Pick<AudienceStore, 'bindingOf'>;
  readonly directory: Pick<Directory, 'has'>;
};

/**
 * Standings by the bindings in the store. A bound chat is what it was bound as, whoever speaks in it; if its agency is no
 * longer in the file of agencies, it has none.
 */
export function standingsIn({ audience, directory }: Room, access: Access): StandingOf {
  const stranger = access.mode === 'open' ? 'guest' : null;
  return async ({ channel, chat, chatKind, person }) => {
    const isLocal = access.localChannels.has(channel);
    const isKeeper =
      isLocal || access.keepers.some((one) => one.channel === channel && one.person === person);
    const binding = await audience.bindingOf(channel, chat);
    // In a group nobody let in, others would read what a keeper asks.
    const isKeepersOwn = isLocal || (isKeeper && chatKind === 'private');
    if (binding === null)
      return { role: isKeepersOwn ? 'keeper' : stranger, agency: null, isKeeper };
    const { role, agency } = binding;
    return { role, agency: agency !== null && directory.has(agency) ? agency : null, isKeeper };
  };
}

/** Everybody a guest: where there is nobody to tell apart. */
export const everyoneGuest: StandingOf = () =>
  Promise.resolve({ role: 'guest', agency: null, isKeeper: false });
