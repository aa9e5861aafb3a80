import type { MentionNeeded, NumberedWords } from '../replies/numbered-words.ts';
import type { Reply } from '../replies/reply.ts';
import type { Capabilities } from './capabilities.ts';
import type { Incoming } from './channel.ts';
import { composePlain, type PlainForm } from './compose-plain.ts';
import { type AttachingDesk, linkedFile, linkedText, type PictureOf } from './linked.ts';
import { choiceLines } from './numbered-choices.ts';
import type { StrongText } from './strong-text.ts';

/** One message: words, a picture in the form its messenger takes, or both. */
export type Letter<Picture> = StrongText & { readonly picture: Picture | null };

/** A reply made ready: its messages in order, and the same without the picture, if the first of them carries one. */
export type Packed<Picture> = {
  readonly letters: readonly Letter<Picture>[];
  readonly fallback: Packed<Picture> | null;
};

/** What a channel of plain text says by itself; `src/replies` has them. */
type PlainWords = NumberedWords & {
  /** First line of an answer that may already have arrived: the mark of the outbox. */
  readonly sentAgain: string;
  /** There is a table that goes with the answer, and it could not be put under an address. */
  readonly fileNotSent: string;
};

/** What making a reply ready needs. */
export type PackingDesk<Picture> = {
  readonly capabilities: Capabilities;
  readonly words: PlainWords;
  readonly attaching: AttachingDesk;
  readonly pictureOf: PictureOf<Picture>;
};

/** Puts what goes along where it can be had, and composes the messages. `chatKind` null = an id does not tell. */
export async function packPlain<Picture>(
  reply: Reply,
  chatKind: Incoming['chatKind'] | null,
  desk: PackingDesk<Picture>,
): Promise<Packed<Picture>> {
  const mention = mentionNeeded(chatKind, desk.capabilities);
  const [picture, ending] = await Promise.all([
    desk.pictureOf(reply, desk.attaching),
    endingOf(reply, mention, desk),
  ]);
  const letters = await lettersOf(reply, { ending, picture }, desk);
  const [head] = letters;
  if (head === undefined || head.picture === null) return { letters, fallback: null };
  const without = await lettersOf(reply, { ending, picture: null }, desk);
  return { letters, fallback: { letters: without, fallback: null } };
}

function mentionNeeded(
  chatKind: Incoming['chatKind'] | null,
  { groupsNeedMention }: Pick<Capabilities, 'groupsNeedMention'>,
): MentionNeeded {
  if (!groupsNeedMention || chatKind === 'private') return 'never';
  return chatKind === 'group' ? 'always' : 'inGroups';
}

type Along<Picture> = { readonly ending: readonly string[]; readonly picture: Picture | null };

async function lettersOf<Picture>(
  reply: Reply,
  { ending, picture }: Along<Picture>,
  { capabilities, words, attaching }: PackingDesk<Picture>,
): Promise<readonly Letter<Picture>[]> {
  const form: PlainForm = {
    capabilities,
    chart: picture !== null,
    ending,
    room: words.sentAgain.length + 1,
    more: words.more,
  };
  const composed = composePlain(reply.blocks, form);
  const whole = composed.left === 0 ? null : await linkedText(reply, attaching);
  const more = (lines: number) => (whole === null ? words.more(lines) : words.moreAt(lines, whole));
  const { messages } = whole === null ? composed : composePlain(reply.blocks, { ...form, more });
  return messages.map(({ text, strong, carriesChart }) => ({
    text,
    strong,
    picture: carriesChart ? picture : null,
  }));
}

async function endingOf<Picture>(
  reply: Reply,
  mention: MentionNeeded,
  { capabilities, words, attaching }: PackingDesk<Picture>,
): Promise<readonly string[]> {
  const file = capabilities.files === 'link' ? await linkedFile(reply, attaching) : null;
  return [
    ...(reply.file === undefined ? [] : [file === null ? words.fileNotSent : words.fileAt(file)]),
    ...choiceLines(reply.choices, capabilities, (count) => words.howToChoose(count, mention)),
  ];
}
