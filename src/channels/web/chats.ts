import { randomUUID } from 'node:crypto';

import { fold } from '../../vietnamese/fold.ts';
import { type Chat, Conversation } from './conversation.ts';

/** Bounds, so that nobody fills the memory by making chats. */
const MOST_GROUPS = 100;
const MOST_PRIVATE = 500;

/** All chats of the page: groups, which everyone sees, and one private chat a person. Kept while the program runs. */
export class Chats {
  readonly #run = randomUUID();
  readonly #groups = new Map<string, Conversation>();
  readonly #private = new Map<string, Conversation>();
  readonly #privateName: string;
  readonly #mostGroups: number;

  /** `group`: the first one; null = there are none, because whoever opens the page would be in all of them. */
  constructor(names: { readonly private: string; readonly group: string | null }) {
    this.#privateName = names.private;
    this.#mostGroups = names.group === null ? 0 : MOST_GROUPS;
    if (names.group !== null) this.makeGroup(names.group);
  }

  /** The person's own chat first, then all groups in the order they were made. */
  visibleTo(person: string): readonly Conversation[] {
    return [this.#privateOf(person), ...this.#groups.values()];
  }

  /** The chat with this id if the person may see it; to others a private chat does not exist. */
  find(id: string, person: string): Conversation | null {
    return this.visibleTo(person).find(({ chat }) => chat.id === id) ?? null;
  }

  /** Any chat by id, for messages the program sends by itself. */
  findAny(id: string): Conversation | null {
    return this.#groups.get(id) ?? this.#private.get(id) ?? null;
  }

  /**
   * The group of that name, made if there is none. The id follows from the name, so a group made again after a
   * restart is the same chat to everything that remembers chats by id.
   */
  makeGroup(name: string): Conversation | 'badName' | 'tooManyChats' {
    const slug = fold(name).replaceAll(' ', '-');
    if (slug === '') return 'badName';
    const id = `group-${slug}`;
    const existing = this.#groups.get(id);
    if (existing !== undefined) return existing;
    if (this.#groups.size >= this.#mostGroups) return 'tooManyChats';
    const made = this.#conversation({ id, name, kind: 'group', owner: null });
    this.#groups.set(id, made);
    return made;
  }

  #privateOf(person: string): Conversation {
    const id = `private-${person}`;
    const conversation =
      this.#private.get(id) ??
      this.#conversation({ id, name: this.#privateName, kind: 'private', owner: person });
    // Asked for last goes to the end, so that the first is the one to forget.
    this.#private.delete(id);
    this.#private.set(id, conversation);
    this.#forgetIdle();
    return conversation;
  }

  #forgetIdle(): void {
    if (this.#private.size <= MOST_PRIVATE) return;
    const idle = Array.from(this.#private).find(([, conversation]) => !conversation.isFollowed);
    if (idle !== undefined) this.#private.delete(idle[0]);
  }

  #conversation(chat: Chat): Conversation {
    return new Conversation(chat, this.#run);
  }
}
