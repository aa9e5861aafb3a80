import type { Directory } from '../agencies/agency.ts';
import type { AgencyReader } from '../agencies/find-agency.ts';
import { type CommandName, COMMANDS } from '../asking/commands.ts';
import type { Asker } from '../audience/asker.ts';
import { everyoneGuest, type StandingOf } from '../audience/standing-of.ts';
import type { AskerStanding } from '../audience/standing.ts';
import type { Answer, Incoming } from '../channels/channel.ts';
import { type Clock, dayOf } from '../clock.ts';
import { faultText, type Log, silentLog } from '../log.ts';
import type { Reply } from '../replies/reply.ts';
import { cleanText, withoutMention } from './clean-text.ts';
import type { Command } from './command.ts';
import { type Conversation, conversations } from './conversations.ts';
import type { DialogueReplies } from './dialogue-replies.ts';
import { type FieldIndex, NO_FIELDS } from './field-index.ts';
import { fieldsHeard } from './fields-heard.ts';
import { nameWords } from './name-words.ts';
import { withOtherPeriod } from './other-period.ts';
import type { Question } from './question.ts';
import { isSlashCommand } from './read-command.ts';
import type { Heard, RememberTurns, Said, Thought } from './remember-turns.ts';
import { takeTurn } from './turn.ts';

/** A question that was answered, for those who keep account of it. */
export type Answered = {
  readonly message: Incoming;
  /** Null when no command answered: the dialogue asked back, or refused. */
  readonly question: Question | null;
  readonly reply: Reply;
  /** As whom it was answered. */
  readonly standing: AskerStanding;
};

/** What the dialogue is made of. */
export type DialogueParts = {
  readonly commands: Readonly<Record<CommandName, Command>>;
  readonly finder: AgencyReader;
  readonly directory: Directory;
  readonly clock: Clock;
  readonly words: DialogueReplies;
  /** The fields of work that figures tell of now; without it none are known by name. */
  readonly fields?: () => Promise<FieldIndex>;
  /** Who is asking, as far as rights go; without it everybody is a guest. */
  readonly standingOf?: StandingOf;
  /** What remembers answers, to give them again; without it every message is thought about. */
  readonly remember?: RememberTurns;
  /** Adds to an answer what holds at this moment only; it is neither remembered nor accounted for. */
  readonly remark?: (reply: Reply) => Promise<Reply>;
  /** Told of every answer before it goes out. */
  readonly audit?: (answered: Answered) => Promise<void>;
  readonly log?: Log;
};

/** No question is longer; documents pasted by mistake are not read. */
const LONGEST_TEXT = 1000;

/**
 * Turns messages into questions, lets the commands answer them, and keeps each person's conversation for 15 minutes.
 * Never rejects: what breaks is logged as `dialogue.failed` and answered with an apology.
 */
export function createDialogue(parts: DialogueParts): Answer {
  const talks = conversations(parts.clock);
  const { log = silentLog, standingOf = everyoneGuest, audit, words } = parts;
  const think = thinkingOf(parts);
  return async (message) => {
    try {
      const text = withoutMention(cleanText(message.text));
      if (message.chatKind === 'group' && !message.addressed && !isSlashCommand(text)) return null;
      if (message.text.length > LONGEST_TEXT) return words.tooLong(LONGEST_TEXT);
      const standing = await standingOf(message);
      const heard = { text, conversation: talks.recall(message), standing };
      const thought = await think(heard);
      const said = await saidOf(thought, heard, message);
      talks.remember(message, said.conversation);
      await audit?.({ message, question: said.question, reply: said.reply, standing });
      return (await parts.remark?.(said.reply)) ?? said.reply;
    } catch (cause) {
      log.error('dialogue.failed', { channel: message.channel, why: faultText(cause) });
      return words.failed();
    }
  };

  async function saidOf(thought: Thought, heard: Heard, message: Incoming): Promise<Said> {
    switch (thought.kind) {
      case 'said':
        return thought;
      case 'open':
        return liveAnswer(thought, heard, message);
      case 'refused': {
        const reply = words.refused(thought.right, heard.standing, message);
        return saidAside(reply, heard.conversation);
      }
    }
  }

  /** Answers what may not be remembered: it depends on the hour, on who asks, or changes something. */
  async function liveAnswer(
    { question, words: typed }: Extract<Thought, { kind: 'open' }>,
    { standing, conversation }: Heard,
    message: Incoming,
  ): Promise<Said> {
    return answered(question, { ...message, standing, words: typed }, { ...parts, conversation });
  }
}

/** Thinks about messages, or remembers what was thought of the same words in the same conversation. */
function thinkingOf(parts: DialogueParts): (heard: Heard) => Promise<Thought> {
  const { commands, directory, finder, words, clock, remember = thinkAnew } = parts;
  const names = nameWords(directory);
  return (heard) =>
    remember(heard, async () => {
      const { text, conversation, standing } = heard;
      const context = { home: standing.agency };
      const { last } = conversation;
      const index = (await parts.fields?.()) ?? NO_FIELDS;
      const fields = fieldsHeard(index, { last, directory, context });
      const hear = { directory, finder, names, last, context, fields };
      const today = dayOf(clock.now());
      const turn = takeTurn(text, conversation, { hear, standing, words, today });
      if (turn.kind === 'refused') return turn;
      if (turn.kind === 'said') return saidAside(turn.reply, conversation, turn.open);
      const { question } = turn;
      if (!COMMANDS[question.command].lasts) return { ...turn, kind: 'open' };
      return answered(question, nobodyAsking(standing), { commands, words, conversation });
    });
}

/** A command's answer, and the conversation after it. */
async function answered(
  question: Question,
  asker: Asker,
  {
    commands,
    words,
    conversation,
  }: Pick<DialogueParts, 'commands' | 'words'> & { readonly conversation: Conversation },
): Promise<Said> {
  const { last } = conversation;
  const reply = await commands[question.command].answer(question, asker);
  return saidTo(question, withOtherPeriod(reply, { question, last }, words), conversation);
}

const thinkAnew: RememberTurns = (_, think) => think();

/** A remembered answer is given to all alike, so it may depend on the standing and on nothing else of the asker. */
function nobodyAsking(standing: AskerStanding): Asker {
  return { channel: '', chat: '', chatKind: 'private', person: '', standing, words: '' };
}

/** No command has answered. */
function saidAside(reply: Reply, { last }: Conversation, open: Question | null = null): Said {
  const conversation = { last, choices: reply.choices, ...(open === null ? {} : { open }) };
  return { kind: 'said', reply, question: null, conversation };
}

function saidTo(question: Question, reply: Reply, { last }: Conversation): Said {
  const { isQuestion } = COMMANDS[question.command];
  const about = isQuestion ? { question, topic: reply.topic } : last;
  return { kind: 'said', reply, question, conversation: { last: about, choices: reply.choices } };
}
