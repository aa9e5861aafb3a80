import type { Answer } from '../../../src/channels/channel.ts';
import type { Choice } from '../../../src/replies/reply.ts';
import { describeChannel, type OpenChannel, type Shown } from '../../contracts/channel-contract.ts';
import { openZaloOa, says } from './open-zalo-oa.ts';

/** Asked last: as answers of a chat keep their order, everything before it is out when it is answered. */
const LAST = 'is that all?';

const CHOICE = /^(\d+)\. (.+)$/gmu;

const open: OpenChannel = async ({ answer, draw }) => {
  let choices: readonly Choice[] = [];
  const watched: Answer = async (message) => {
    // Numbers mean what was offered last, so the last answer offers it again.
    if (message.text === LAST) return says(LAST, choices);
    const reply = await answer(message);
    choices = reply?.choices ?? [];
    return reply;
  };
  // A long reply is to be shown whole, so its rest lies under an address that the person opens.
  const published: string[] = [];
  const bot = await openZaloOa({
    answer: watched,
    draw,
    publish: async ({ bytes }) => {
      const at = published.push(Buffer.from(bytes).toString()) - 1;
      return { url: `https://bot.example.vn/f/${String(at)}`, until: bot.time.now() };
    },
  });
  const { zalo } = bot;
  let offered: readonly (readonly [string, string])[] = [];

  async function say(text: string): Promise<Shown> {
    const before = zalo.sent.length;
    await zalo.says(text);
    await zalo.says(LAST);
    await zalo.until(() => zalo.sent.slice(before).some((sent) => sent.text.startsWith(LAST)));
    const messages = zalo.sent.slice(before, -1);
    const texts = messages.map((sent) => sent.text).flatMap(withWhatIsLinked);
    const numbered = texts.join('\n').matchAll(CHOICE);
    offered = Array.from(numbered, ([, number = '', label = '']) => [number, label] as const);
    return {
      texts,
      charts: messages.flatMap(({ image }) => (image === null ? [] : [image])),
      choices: offered.map(([, label]) => label),
    };
  }

  function withWhatIsLinked(text: string): readonly string[] {
    const at = /\/f\/(\d+)/u.exec(text)?.[1];
    return at === undefined ? [text] : [published[Number(at)] ?? '', text];
  }

  return {
    say,
    choose: (label) => say(offered.find(([, shown]) => shown === label)?.[0] ?? ''),
    [Symbol.asyncDispose]: () => bot[Symbol.asyncDispose](),
  };
};

describeChannel('zalo-oa', open);
