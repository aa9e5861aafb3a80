import { type Answer } from '../../../src/channels/channel.ts';
import { describeChannel, type OpenChannel, type Shown } from '../../contracts/channel-contract.ts';
import { openTelegram, says } from './open-telegram.ts';

/** Asked last: as answers of a chat keep their order, everything before it is out when it is answered. */
const LAST = 'is that all?';

const open: OpenChannel = async ({ answer, draw }) => {
  let answered: (() => void) | null = null;
  const watched: Answer = async (message) => {
    if (message.text === LAST) return says(LAST);
    answered?.();
    return answer(message);
  };
  const bot = await openTelegram({ answer: watched, draw });
  const { telegram } = bot;

  async function shownAfter(act: () => void): Promise<Shown> {
    const before = telegram.sent.length;
    const taken = new Promise<void>((resolve) => {
      answered = resolve;
    });
    act();
    await taken;
    telegram.says(LAST);
    await telegram.until(() => telegram.sent.slice(before).some(({ text }) => text === LAST));
    const messages = telegram.sent.slice(before, -1);
    return {
      texts: messages.map(({ text }) => text),
      charts: messages.flatMap(({ photo }) => photo ?? []),
      choices: messages.flatMap(({ buttons }) => buttons.map(({ text }) => text)),
    };
  }

  return {
    say: (text) => shownAfter(() => telegram.says(text)),
    choose: (label) => {
      const on = telegram.sent.findLast(({ buttons }) => buttons.length > 0);
      return shownAfter(() => telegram.presses(label, on === undefined ? {} : { on }));
    },
    [Symbol.asyncDispose]: () => bot[Symbol.asyncDispose](),
  };
};

describeChannel('telegram', open);
