import type { Agency, AgencyId, Directory } from '../agencies/agency.ts';
import type { AgencyReader } from '../agencies/find-agency.ts';
import { type CommandName, COMMANDS } from '../asking/commands.ts';
import type { Asker } from '../audience/asker.ts';
import type { Answer, Incoming } from '../channels/channel.ts';
import type { Clock } from '../clock.ts';
import { faultText, type Log, silentLog } from '../log.ts';
import type { Reply } from '../replies/reply.ts';
import { askText } from './ask-text.ts';
import { atHome } from './at-home.ts';
import { choose } from './choose.ts';
import { cleanText, withoutMention } from './clean-text.ts';
import type { Command } from './command.ts';
import { type Conversation, conversations } from './conversations.ts';
import type { DialogueReplies } from './dialogue-replies.ts';
import { nameWords } from './name-words.ts';
import type { AgencyMention, Question } from './question.ts';
import { isSlashCommand, readCommand } from './read-command.ts';
import type { Heard, RememberTurns } from './remember-turns.ts';
import {
  type Hearing,
  understandCommand,
  type Understanding,
  understandPlain,
} from './understand.ts';

/** What the dialogue is made of. */
export type DialogueParts = {
  readonly commands: Readonly<Record<CommandName, Command>>;
  readonly finder: AgencyReader;
  readonly directory: Directory;
  readonly clock: Clock;
  readonly words: DialogueReplies;
  /** The agency a chat is bound to; null = none. */
  readonly homeOf?: (message: Incoming) => AgencyId | null;
  /** What remembers answers, to give them again; without it every message is thought about. */
  readonly remember?: RememberTurns;
  readonly log?: Log;
};

/** No question is longer; documents pasted by mistake are not read. */
const LONGEST_TEXT = 1000;

/** A reply, and what the conversation is about after it. */
type Turn = { readonly reply: Reply; readonly last: Conversation['last'] };

/**
 * Turns messages into questions, lets the commands answer them, and keeps each person's conversation for 15 minutes.
 * Never rejects: what breaks is logged as `dialogue.failed` and answered with an apology.
 */
export function createDialogue(parts: DialogueParts): Answer {
  const talks = conversations(parts.clock);
  const { log = silentLog, homeOf = () => null, remember = thinkAnew, words } = parts;
  const hear = hearingFor(parts);
  return async (message) => {
    try {
      const text = withoutMention(cleanText(message.text));
      if (message.chatKind === 'group' && !message.addressed && !isSlashCommand(text)) return null;
      if (message.text.length > LONGEST_TEXT) return words.tooLong(LONGEST_TEXT);
      const conversation = talks.recall(message);
      const heard = { text, conversation, home: homeOf(message) };
      const said = await remember(heard, async () => {
        const room = { parts, hear: hear(heard), asker: askerOf(message, heard.home) };
        const { reply, last } = await turn(text, conversation, room);
        return { reply, conversation: { last, choices: reply.choices } };
      });
      talks.remember(message, said.conversation);
      return said.reply;
    } catch (cause) {
      log.error('dialogue.failed', { channel: message.channel, why: faultText(cause) });
      return words.failed();
    }
  };
}

type Room = { readonly parts: DialogueParts; readonly hear: Hearing; readonly asker: Asker };

const thinkAnew: RememberTurns = (_, say) => say();

function hearingFor({ finder, directory }: DialogueParts) {
  const names = nameWords(directory);
  return ({ conversation: { last }, home }: Heard): Hearing => ({
    directory,
    finder,
    names,
    last,
    context: { home },
  });
}

function askerOf(message: Incoming, agency: AgencyId | null): Asker {
  const { text, addressed: _, ...where } = message;
  return { ...where, standing: { role: 'guest', agency, isKeeper: false }, words: text };
}

/** One message in a conversation: an answer to open choices, a command, or a plain question. */
async function turn(text: string, conversation: Conversation, room: Room): Promise<Turn> {
  const { words } = room.parts;
  const { last, choices } = conversation;
  const read = readCommand(text === '' ? '/tro-giup' : text);
  if (read !== null && 'command' in read) {
    const asker = { ...room.asker, words: read.rest };
    return settle(understandCommand(read.command, read.rest, room.hear), last, { ...room, asker });
  }
  if (read !== null) {
    const nearest = read.nearest.map((command) => ({
      command,
      send: `/${command} ${read.rest}`.trim(),
    }));
    return { reply: words.unknownCommand(read.unknownCommand, nearest), last };
  }
  const chosen = choose(text, choices);
  switch (chosen.kind) {
    case 'chosen':
      return turn(chosen.choice.send, { last, choices: [] }, room);
    case 'outOfRange':
      return { reply: words.chooseAgain(choices), last };
    case 'none':
      return settle(understandPlain(text, room.hear), last, room);
  }
}

async function settle(
  understood: Understanding,
  last: Conversation['last'],
  room: Room,
): Promise<Turn> {
  const { words } = room.parts;
  switch (understood.kind) {
    case 'impossiblePeriod':
      return { reply: words.impossiblePeriod(understood.text), last };
    case 'notUnderstood':
      return { reply: words.notUnderstood(agencyAbout(room.hear)), last };
    case 'question':
      return answer(understood.question, last, room);
  }
}

async function answer(read: Question, last: Conversation['last'], room: Room): Promise<Turn> {
  const { commands, words, directory } = room.parts;
  const question = atHome(read, room.hear.context.home, directory);
  const open = question.slots.agencies.find(({ finding }) => finding.kind !== 'found');
  if (open !== undefined) return { reply: askWhich(open, question, words), last };
  const reply = await commands[question.command].answer(question, room.asker);
  const { isQuestion } = COMMANDS[question.command];
  return { reply, last: isQuestion ? { question, topic: reply.topic } : last };
}

function askWhich(mention: AgencyMention, question: Question, words: DialogueReplies): Reply {
  const { finding, text } = mention;
  const choice = (agency: Agency) => ({ agency, send: askText(question, agency) });
  if (finding.kind === 'ask') return words.whichAgency(text, finding.candidates.map(choice));
  return words.unknownAgency(text, finding.kind === 'unknown' ? finding.nearest.map(choice) : []);
}

/** The agency that examples should be about: the last one, or the chat's own. */
function agencyAbout({ last, context, directory }: Hearing): Agency | null {
  const id = last?.topic.agency ?? context.home;
  return id !== null && directory.has(id) ? directory.get(id) : null;
}
