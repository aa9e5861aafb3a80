import type { MentionNeeded } from '../../replies/numbered-words.ts';
import type { Reply } from '../../replies/reply.ts';
import { CAPABILITIES } from '../capabilities.ts';
import { composePlain, type PlainForm } from '../compose-plain.ts';
import { choiceLines, type Spoken } from '../numbered-choices.ts';
import type { PublicAddress } from '../publish.ts';
import { type AttachingDesk, chartLink, fileLink, wholeTextLink } from './attach.ts';
import type { Letter } from './send-once.ts';
import type { ZaloBotOptions } from './settings.ts';

/** What making a reply ready needs. */
export type PackingDesk = AttachingDesk & {
  readonly options: Pick<ZaloBotOptions, 'words'>;
};

/** Who is written to, and whether what they answer has to name the bot. */
export type Addressee = Spoken & { readonly mention: MentionNeeded };

/** A reply made ready: its messages in order, and the same without the picture, if it has one. */
export type Packed = { readonly letters: readonly Letter[]; readonly fallback: Packed | null };

const FORM = CAPABILITIES['zalo-bot'];

/** Puts picture and file under links and composes the messages. */
export async function packReply(reply: Reply, to: Addressee, desk: PackingDesk): Promise<Packed> {
  const [chart, file] = await Promise.all([chartLink(reply, desk), fileLink(reply, desk)]);
  const ending = endingOf(reply, { to, file }, desk);
  const withoutChart: Packed = {
    letters: await lettersOf(reply, { ending, photoUrl: null }, desk),
    fallback: null,
  };
  if (chart === null) return withoutChart;
  const letters = await lettersOf(reply, { ending, photoUrl: chart.url }, desk);
  return { letters, fallback: withoutChart };
}

type Along = { readonly ending: readonly string[]; readonly photoUrl: string | null };

async function lettersOf(
  reply: Reply,
  { ending, photoUrl }: Along,
  desk: PackingDesk,
): Promise<readonly Letter[]> {
  const { words } = desk.options;
  const form: PlainForm = {
    capabilities: FORM,
    chart: photoUrl !== null,
    ending,
    room: words.sentAgain.length + 1,
    more: words.more,
  };
  const composed = composePlain(reply.blocks, form);
  const whole = composed.left === 0 ? null : await wholeTextLink(reply, desk);
  const more = (lines: number) => (whole === null ? words.more(lines) : words.moreAt(lines, whole));
  const { messages } = whole === null ? composed : composePlain(reply.blocks, { ...form, more });
  return messages.map(({ text, strong, carriesChart }) => ({
    text,
    strong,
    photoUrl: carriesChart ? photoUrl : null,
  }));
}

function endingOf(
  { choices, file: asked }: Reply,
  { to, file }: { readonly to: Addressee; readonly file: PublicAddress | null },
  { options: { words } }: PackingDesk,
): readonly string[] {
  return [
    ...(asked === undefined ? [] : [file === null ? words.fileNotSent : words.fileAt(file)]),
    ...choiceLines(choices, FORM, (count) => words.howToChoose(count, to.mention)),
  ];
}
