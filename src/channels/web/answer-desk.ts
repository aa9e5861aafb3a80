import type { Clock } from '../../clock.ts';
import { faultText, type Log } from '../../log.ts';
import type { Reply } from '../../replies/reply.ts';
import type { Answer } from '../channel.ts';
import { type InOrder, inOrder } from '../in-order.ts';
import { WEB } from '../names.ts';
import type { Conversation } from './conversation.ts';
import type { Content } from './message.ts';

/** Questions of one chat that may wait; more than anyone types in earnest. */
const MOST_WAITING = 20;

export type DeskDeps = {
  readonly clock: Clock;
  readonly log: Log;
  readonly contentOf: (reply: Reply) => Promise<Content>;
};

/** Takes questions and shows their answers: chats side by side, the questions of one chat one after the other. */
export class AnswerDesk {
  readonly #deps: DeskDeps;
  readonly #queue: InOrder;
  #answer: Answer | null = null;

  constructor(deps: DeskDeps) {
    this.#deps = deps;
    this.#queue = inOrder(MOST_WAITING, (error) =>
      deps.log.error('web.answerFailed', { why: faultText(error) }),
    );
  }

  open(answer: Answer): void {
    this.#answer = answer;
  }

  /** Takes no more questions; resolves when the answers under way are out. */
  async close(): Promise<void> {
    this.#answer = null;
    await this.#queue.idle();
  }

  /** Shows the question in its chat and has it answered. `busy`, `closed`: not taken, not shown. */
  ask(conversation: Conversation, person: string, text: string): 'taken' | 'busy' | 'closed' {
    const answer = this.#answer;
    if (answer === null) return 'closed';
    const { id: chat, kind: chatKind, name: chatTitle } = conversation.chat;
    const message = { channel: WEB, chat, chatKind, person, text, addressed: true, chatTitle };
    const run = this.#queue.run(chat, () => this.#show(conversation, () => answer(message)));
    if (run === null) return 'busy';
    conversation.add({ from: 'person', person, text }, this.#deps.clock.now());
    conversation.setAnswering(true);
    void run.then(() => conversation.setAnswering(this.#queue.isBusy(chat)));
    return 'taken';
  }

  async #show(conversation: Conversation, answer: () => Promise<Reply | null>): Promise<void> {
    const { clock, log, contentOf } = this.#deps;
    try {
      const reply = await answer();
      if (reply !== null) conversation.add(await contentOf(reply), clock.now());
    } catch (error) {
      log.error('web.answerFailed', { chat: conversation.chat.id, why: faultText(error) });
      conversation.add({ from: 'fault', code: 'answerFailed' }, clock.now());
    }
  }
}
