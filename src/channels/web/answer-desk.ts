import type { Clock } from '../../clock.ts';
import type { Log } from '../../log.ts';
import type { Reply } from '../../replies/reply.ts';
import type { Answer } from '../channel.ts';
import type { Conversation } from './conversation.ts';
import type { Content } from './message.ts';

/** Questions of one chat that may wait; more than anyone types in earnest. */
const MOST_WAITING = 20;

export type DeskDeps = {
  readonly clock: Clock;
  readonly log: Log;
  readonly contentOf: (reply: Reply) => Promise<Content>;
};

type Line = { waiting: number; last: Promise<void> };

/** Takes questions and shows their answers: chats side by side, the questions of one chat one after the other. */
export class AnswerDesk {
  readonly #deps: DeskDeps;
  readonly #lines = new Map<Conversation, Line>();
  #answer: Answer | null = null;

  constructor(deps: DeskDeps) {
    this.#deps = deps;
  }

  open(answer: Answer): void {
    this.#answer = answer;
  }

  /** Takes no more questions; resolves when the answers under way are out. */
  async close(): Promise<void> {
    this.#answer = null;
    await Promise.all(Array.from(this.#lines.values(), ({ last }) => last));
  }

  /** Shows the question in its chat and has it answered. `busy`, `closed`: not taken, not shown. */
  ask(conversation: Conversation, person: string, text: string): 'taken' | 'busy' | 'closed' {
    const answer = this.#answer;
    if (answer === null) return 'closed';
    const line = this.#lines.get(conversation) ?? { waiting: 0, last: Promise.resolve() };
    if (line.waiting >= MOST_WAITING) return 'busy';
    line.waiting += 1;
    this.#lines.set(conversation, line);
    conversation.add({ from: 'person', person, text }, this.#deps.clock.now());
    conversation.setAnswering(true);
    const { id: chat, kind: chatKind } = conversation.chat;
    const message = { channel: 'web', chat, chatKind, person, text, addressed: true };
    line.last = line.last
      .then(() => this.#show(conversation, () => answer(message)))
      .then(() => this.#leave(conversation, line));
    return 'taken';
  }

  async #show(conversation: Conversation, answer: () => Promise<Reply | null>): Promise<void> {
    const { clock, log, contentOf } = this.#deps;
    try {
      const reply = await answer();
      if (reply !== null) conversation.add(await contentOf(reply), clock.now());
    } catch (error) {
      log.error('web.answerFailed', { chat: conversation.chat.id, error });
      conversation.add({ from: 'fault', code: 'answerFailed' }, clock.now());
    }
  }

  #leave(conversation: Conversation, line: Line): void {
    line.waiting -= 1;
    if (line.waiting > 0) return;
    this.#lines.delete(conversation);
    conversation.setAnswering(false);
  }
}
