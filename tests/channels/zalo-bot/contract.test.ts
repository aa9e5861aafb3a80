import type { Answer } from '../../../src/channels/channel.ts';
import { describeChannel, type OpenChannel, type Shown } from '../../contracts/channel-contract.ts';
import type { SentMessage } from '../../doubles/zalo-bot/bot-platform.ts';
import { BINH } from '../../doubles/zalo-bot/chats.ts';
import { openZaloBot, says } from './open-zalo-bot.ts';

/** Asked last: as answers of a chat keep their order, everything before it is out when it is answered. */
const LAST = 'is that all?';

/** What this channel adds to the words of a reply: part numbers, numbered choices, where the whole answer is. */
const PART = /\n\(\d+\/\d+\)$/u;
const NUMBERED = /^\d+\. (.*)$/gmu;
const WHOLE = /… còn [\d.]+ dòng nữa, xem đủ \(đến \d\d:\d\d\): (\S+)/u;

const open: OpenChannel = async ({ answer, draw }) => {
  let answered: (() => void) | null = null;
  const watched: Answer = async (message) => {
    if (message.text === LAST) return says(LAST);
    answered?.();
    return answer(message);
  };
  const bot = await openZaloBot({ answer: watched, draw });
  const { zalo } = bot;

  /** A message as a person sees it who follows the link where the whole answer is. */
  async function read({ text }: SentMessage): Promise<string> {
    const shown = text.replace(PART, '');
    const url = WHOLE.exec(shown)?.[1];
    if (url === undefined) return shown;
    const whole = await bot.open(url);
    return shown.replace(WHOLE, await whole.text());
  }

  async function say(text: string): Promise<Shown> {
    const before = zalo.sent.length;
    const taken = new Promise<void>((resolve) => {
      answered = resolve;
    });
    zalo.says(text);
    await taken;
    // by somebody else: an answer of one's own takes the choices of the one before away
    zalo.says(LAST, { from: BINH });
    await zalo.until(() => zalo.sent.slice(before).some(({ text: sent }) => sent === LAST));
    const messages = zalo.sent.slice(before, -1);
    const texts = await Promise.all(messages.map(read));
    return {
      texts,
      charts: messages.flatMap(({ fetched }) => fetched.map(({ bytes }) => bytes)),
      choices: texts.flatMap((shown) =>
        Array.from(shown.matchAll(NUMBERED), ([, label = '']) => label),
      ),
    };
  }

  let offered: readonly string[] = [];
  return {
    async say(text) {
      const shown = await say(text);
      offered = shown.choices;
      return shown;
    },
    choose: (label) => say(String(offered.indexOf(label) + 1)),
    [Symbol.asyncDispose]: () => bot[Symbol.asyncDispose](),
  };
};

describeChannel('zalo-bot', open);
