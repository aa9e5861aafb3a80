import type { Agency } from '../agencies/agency.ts';
import { withLabelsRead } from '../agencies/labelled-names.ts';
import { placeOfCommune } from '../agencies/place.ts';
import type { Right } from '../asking/commands.ts';
import { rightFor } from '../asking/overdue-now.ts';
import { exactName } from '../asking/question-text.ts';
import { mayUse } from '../audience/rights.ts';
import type { AskerStanding } from '../audience/standing.ts';
import { behindHeadline, type Reply } from '../replies/reply.ts';
import { askText, fullText } from './ask-text.ts';
import { atHome } from './at-home.ts';
import { choose } from './choose.ts';
import { withoutMarkup } from './clean-text.ts';
import type { Conversation } from './conversations.ts';
import type { DialogueReplies } from './dialogue-replies.ts';
import { openQuestionWith } from './open-question.ts';
import type { AgencyMention, Question } from './question.ts';
import { readCommand } from './read-command.ts';
import { readSaidBack } from './said-back.ts';
import { settledByPeriod } from './settle-by-period.ts';
import { type FieldSettled, settledField } from './settle-field.ts';
import {
  type Hearing,
  understandCommand,
  type Understanding,
  understandPlain,
} from './understand.ts';

/** What a message comes to: words of the dialogue's own, a question for its command, or one that is not to be asked here. */
export type Turn = Taken | { readonly kind: 'refused'; readonly right: Right };

function rightOf({ command, slots }: Question): Right {
  return rightFor(command, slots.metric);
}

type Taken =
  | {
      readonly kind: 'said';
      readonly reply: Reply;
      /** What was asked about the question; null when nothing was. */
      readonly open: Question | null;
    }
  | {
      readonly kind: 'question';
      readonly question: Question;
      /** What follows the command, as typed. */
      readonly words: string;
    };

/** What a message is taken with. */
export type Room = {
  readonly hear: Hearing;
  readonly standing: AskerStanding;
  readonly words: DialogueReplies;
  readonly today: Temporal.PlainDate;
};

/** Takes one message in a conversation: an answer to open choices, a command, or a plain question. */
export function takeTurn(text: string, conversation: Conversation, room: Room): Turn {
  const read = withLabelsRead(text, room.hear.directory, exactName);
  const turn = taken(read, conversation, room);
  // Even what is not understood tells something: agencies, examples. A stranger is only told how to be let in.
  const right = turn.kind === 'question' ? rightOf(turn.question) : 'figures';
  return mayUse(right, room.standing) ? turn : { kind: 'refused', right };
}

function taken(text: string, { choices, open }: Conversation, room: Room): Taken {
  const { words } = room;
  const read = readCommand(text === '' ? '/tro-giup' : text);
  if (read !== null && 'command' in read) {
    return settle(
      understandCommand(read.command, withoutMarkup(read.rest), room.hear),
      read.rest,
      room,
    );
  }
  if (read !== null) {
    const nearest = read.nearest.map((command) => ({
      command,
      send: `/${command} ${read.rest}`.trim(),
    }));
    return said(words.unknownCommand(read.unknownCommand, nearest));
  }
  const chosen = choose(text, choices);
  switch (chosen.kind) {
    case 'chosen':
      return taken(chosen.choice.send, { last: null, choices: [] }, room);
    case 'outOfRange':
      return said(words.chooseAgain(choices), open);
    case 'none':
      return goneOn(text, open, room) ?? plainly(text, room);
  }
}

/** What was said adds to the question that is open. */
function goneOn(text: string, open: Question | undefined, room: Room): Taken | null {
  const question = open === undefined ? null : openQuestionWith(text, open, room.hear);
  if (question === null) return null;
  const turn = settleQuestion(question, text, room);
  return turn.kind === 'said' ? { ...turn, reply: withAdded(turn.reply, text, room) } : turn;
}

function withAdded(reply: Reply, typed: string, { words }: Room): Reply {
  return behindHeadline(reply, [words.added(typed)]);
}

function plainly(text: string, room: Room): Taken {
  const answer = readSaidBack(text);
  return answer === null
    ? settle(understandPlain(withoutMarkup(text), room.hear), text, room)
    : settle(understandCommand(answer.command, answer.rest, room.hear), answer.rest, room);
}

function settle(understood: Understanding, typed: string, room: Room): Taken {
  const { words, hear } = room;
  switch (understood.kind) {
    case 'whyWhat':
      return said(words.whyWhat());
    case 'reportWhat':
      return said(words.reportWhat());
    case 'notUnderstood':
      return said(words.notUnderstood(agencyAbout(hear)));
    case 'question':
      return settleQuestion(
        atHome(understood.question, hear.context.home, hear.directory),
        typed,
        room,
      );
  }
}

function settleQuestion(asked: Question, typed: string, room: Room): Taken {
  const settled = settledField(settledByPeriod(asked, room.today), room.hear);
  if (settled.kind === 'choose') return said(askWhichField(settled, room), asked);
  const { question } = settled;
  const doubt = question.slots.agencies.find(({ finding }) => finding.kind !== 'found');
  return doubt === undefined
    ? { kind: 'question', question, words: typed }
    : said(askWhich(doubt, question, room), asked);
}

function said(reply: Reply, open: Question | null = null): Taken {
  return { kind: 'said', reply, open };
}

function askWhich(mention: AgencyMention, question: Question, { words, hear }: Room): Reply {
  const { finding, text } = mention;
  const choice = (agency: Agency) => ({
    agency,
    place: placeOfCommune(hear.directory, agency),
    send: askText(question, agency),
  });
  if (finding.kind === 'ask') return words.whichAgency(text, finding.candidates.map(choice));
  return words.unknownAgency(text, finding.kind === 'unknown' ? finding.nearest.map(choice) : []);
}

function askWhichField(
  { words: typed, choices }: Extract<FieldSettled, { readonly kind: 'choose' }>,
  { words, hear }: Room,
): Reply {
  return words.whichField(
    typed,
    choices.map(({ agency, field, question }) => ({
      agency,
      place: placeOfCommune(hear.directory, agency),
      field,
      send: fullText(question),
    })),
  );
}

/** The agency that examples should be about: the last one, or the chat's own. */
function agencyAbout({ last, context, directory }: Hearing): Agency | null {
  const id = last?.topic.agency ?? context.home;
  return id !== null && directory.has(id) ? directory.get(id) : null;
}
