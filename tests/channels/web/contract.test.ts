import * as z from 'zod';

import { plainText } from '../../../src/channels/plain-text.ts';
import { describeChannel, type OpenChannel, type Shown } from '../../contracts/channel-contract.ts';
import { EventReader } from './read-events.ts';
import { firstChats, startPage, visit } from './running-page.ts';

const Line = z.array(z.union([z.string(), z.object({ strong: z.string() })]));
const Block = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['headline', 'text', 'warning', 'note', 'source']), line: Line }),
  z.object({ kind: z.literal('list'), items: z.array(Line) }),
  z.object({
    kind: z.literal('table'),
    header: z.array(z.string()),
    rows: z.array(z.array(z.string())),
  }),
]);
const Answered = z.object({
  from: z.literal('bot'),
  blocks: z.array(Block),
  choices: z.array(z.object({ label: z.string(), send: z.string() })),
  chart: z.object({ url: z.string() }).nullable(),
});
const Listed = z.object({ messages: z.array(z.looseObject({ from: z.string() })) });

const open: OpenChannel = async ({ answer, draw }) => {
  const page = await startPage({ answer, draw });
  const visitor = await visit(page);
  const { own } = await firstChats(visitor);
  let offered: z.infer<typeof Answered>['choices'] = [];

  async function say(text: string): Promise<Shown> {
    const before = (await messages()).length;
    const events = new EventReader(await visitor.get(`/api/events?chat=${own}`));
    await visitor.post('/api/messages', { chat: own, text });
    // it says whether an answer is being made, and at last that none is
    while ((await events.nextOf('answering')).data.includes('false')) continue;
    while (!(await events.nextOf('answering')).data.includes('false')) continue;
    await events.end();
    const answers = (await messages())
      .slice(before)
      .filter(({ from }) => from === 'bot')
      .map((message) => Answered.parse(message));
    offered = answers.flatMap(({ choices }) => choices);
    return {
      texts: answers.flatMap(({ blocks }) =>
        plainText(blocks, { limit: Infinity, tableWidth: 100 }),
      ),
      charts: (await Promise.all(answers.map(pictureIn))).flat(),
      choices: offered.map(({ label }) => label),
    };
  }

  async function messages() {
    const response = await visitor.get(`/api/messages?chat=${own}`);
    return Listed.parse(await response.json()).messages;
  }

  async function pictureIn({ chart }: z.infer<typeof Answered>): Promise<readonly Uint8Array[]> {
    if (chart === null) return [];
    const response = await visitor.get(chart.url);
    const bytes = await response.bytes();
    return response.ok ? [bytes] : [];
  }

  return {
    say,
    choose: (label) => say(offered.find((choice) => choice.label === label)?.send ?? ''),
    [Symbol.asyncDispose]: () => page[Symbol.asyncDispose](),
  };
};

describeChannel('web', open);
