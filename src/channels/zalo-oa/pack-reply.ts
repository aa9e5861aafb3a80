import { UNCONFIRMED } from '#zalo-api-wrapper';

import { faultText } from '../../log.ts';
import type { Reply } from '../../replies/reply.ts';
import { CAPABILITIES } from '../capabilities.ts';
import { composePlain, type PlainForm } from '../compose-plain.ts';
import { numbered } from '../numbered-choices.ts';
import { plainText } from '../plain-text.ts';
import type { PublicAddress, Published } from '../publish.ts';
import type { Patience, ZaloOaDeps, ZaloOaOptions, ZaloOaWords } from './settings.ts';

/** One message: words, a picture, or both where Zalo takes them together. */
export type Letter = { readonly text: string; readonly picture: Uint8Array | null };

/** What making a reply ready needs. */
export type PackingDesk = {
  readonly options: Pick<ZaloOaOptions, 'words' | 'fileMinutes' | 'unconfirmed'>;
  readonly deps: Pick<ZaloOaDeps, 'draw' | 'makeFile' | 'publish' | 'wait' | 'log'>;
  readonly patience: Pick<Patience, 'chartMs'>;
};

const FORM = CAPABILITIES['zalo-oa'];

/**
 * The messages of a reply, in order. Of files Zalo takes PDF and Word only (messengers.md B2), so a table goes under an
 * address; without a public address the reply says that there is one.
 */
export async function packReply(reply: Reply, desk: PackingDesk): Promise<readonly Letter[]> {
  const [picture, fileLine] = await Promise.all([pictureOf(reply, desk), fileLineOf(reply, desk)]);
  const { words, unconfirmed } = desk.options;
  // Should Zalo take the picture and drop the words beside it, nobody would know: off until seen.
  const isBeside = unconfirmed.textBesideImage ?? UNCONFIRMED.textBesideImage;
  const form: PlainForm = {
    capabilities: { ...FORM, captionLimit: isBeside ? FORM.textLimit : FORM.captionLimit },
    chart: picture !== null,
    ending: [...(fileLine === null ? [] : [fileLine]), ...choiceLines(reply, words)],
    room: words.sentAgain.length + 1,
    more: words.more,
  };
  const composed = composePlain(reply.blocks, form);
  const whole = composed.left === 0 ? null : await wholeTextAt(reply, desk);
  const { messages } =
    whole === null
      ? composed
      : composePlain(reply.blocks, { ...form, more: (lines) => words.moreAt(lines, whole) });
  return messages.map(({ text, carriesChart }) => ({
    text,
    picture: carriesChart ? picture : null,
  }));
}

async function pictureOf({ chart }: Reply, desk: PackingDesk): Promise<Uint8Array | null> {
  return chart === null ? null : inTime('chart', desk.deps.draw(chart), desk);
}

async function fileLineOf({ file }: Reply, desk: PackingDesk): Promise<string | null> {
  const { makeFile } = desk.deps;
  const { words } = desk.options;
  if (file === undefined || makeFile === undefined) return null;
  const at = await published('file', desk, async () => ({
    name: file.name,
    bytes: await makeFile(file),
  }));
  return at === null ? words.fileNotSent : words.fileAt(at);
}

function wholeTextAt({ blocks }: Reply, desk: PackingDesk): Promise<PublicAddress | null> {
  const [text = ''] = plainText(blocks, { limit: Infinity, tableWidth: 0 });
  return published('text', desk, async () => ({
    name: 'tra-loi.txt',
    bytes: new TextEncoder().encode(text),
  }));
}

/** Null = nothing is put under addresses here, or not now. */
async function published(
  what: 'file' | 'text',
  desk: PackingDesk,
  make: () => Promise<Published>,
): Promise<PublicAddress | null> {
  const { publish } = desk.deps;
  const { fileMinutes } = desk.options;
  if (publish === undefined || fileMinutes === null) return null;
  return inTime(
    what,
    make().then((made) => publish(made, fileMinutes)),
    desk,
  );
}

/** Text never waits long for what goes along with it, nor fails with it. */
async function inTime<Made>(
  what: 'chart' | 'file' | 'text',
  making: Promise<Made>,
  { deps: { wait, log }, patience: { chartMs } }: PackingDesk,
): Promise<Made | null> {
  const done = new AbortController();
  const tooLate = wait(chartMs, done.signal).then(() => null);
  try {
    const made = await Promise.race([making, tooLate]);
    if (made === null) log.warn('zaloOa.attachmentTooLate', { what, chartMs });
    return made;
  } catch (error) {
    log.warn('zaloOa.attachmentFailed', { what, why: faultText(error) });
    return null;
  } finally {
    done.abort();
  }
}

function choiceLines({ choices }: Reply, words: ZaloOaWords): readonly string[] {
  if (choices.length === 0) return [];
  return [...numbered(choices), words.howToChoose(choices.length, 'never')];
}
