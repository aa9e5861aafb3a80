import { describe, expect, test } from 'vitest';

import type { Address, Answer, Channel, Incoming } from '../../src/channels/channel.ts';
import type { ChoiceListStore } from '../../src/channels/choice-store.ts';
import { type Reply, textReply } from '../../src/replies/reply.ts';
import type { KeptLog } from '../doubles/kept-log.ts';

/** A channel without buttons, and a group with two people in it. */
type NumberedRoom = AsyncDisposable & {
  readonly channel: Channel;
  /** The group. */
  readonly here: Address;
  readonly log: KeptLog;
  /** What its events begin with. */
  readonly events: string;
  /** Somebody writes to the bot in the group; with the next message that is out there. */
  ask(text: string, from?: 'An' | 'Bình'): Promise<string>;
  /** The same, not waiting for an answer. */
  say(text: string): Promise<void>;
  /** The messenger does not take the next message: for now, or for good. */
  refusesOnce(how: 'later' | 'never'): void;
  /** The clock goes on. */
  later(ms: number): void;
};

/** Opens the channel for an app that answers like this; `lists` instead of a store that works. */
export type OpenNumbered = (app: {
  readonly answer: Answer;
  readonly lists?: ChoiceListStore;
}) => Promise<NumberedRoom>;

/** Offers two choices to every question but those it offers. */
export const offering = async ({ text }: Incoming): Promise<Reply> =>
  text.startsWith('/')
    ? textReply([{ kind: 'text', line: [`answer to ${text}`] }])
    : textReply(
        [{ kind: 'headline', line: ['Cơ quan nào?'] }],
        [
          { label: 'Cấp xã', send: '/cap-xa' },
          { label: 'Chi nhánh', send: '/chi-nhanh' },
        ],
      );

/** Sent by itself, with one choice. */
export const LIST = textReply(
  [{ kind: 'headline', line: ['Danh sách'] }],
  [{ label: 'Đã nhận', send: '/da-nhan' }],
);
const WARNING = textReply([{ kind: 'text', line: ['Cảnh báo'] }]);

const PUSHES: readonly (readonly [string, (room: NumberedRoom) => Promise<unknown>])[] = [
  ['is only made ready', async ({ channel, here }) => channel.prepare?.(here, LIST)],
  [
    'the messenger did not take',
    async (room) => {
      room.refusesOnce('later');
      await room.channel.deliver(room.here, LIST);
    },
  ],
  ['has no choices', async ({ channel, here }) => channel.deliver(here, WARNING)],
];

const BROKEN: ChoiceListStore = {
  keep: () => Promise.reject(new Error('disk full')),
  latest: async () => [],
  forgetBefore: async () => 0,
};

/** What choices by number owe the people who answer them. */
export function describeNumbered(name: string, open: OpenNumbered): void {
  describe(`choices by number in ${name}`, () => {
    test.each(PUSHES)('are those of the answer, not of a push that %s', async (_case, push) => {
      await using room = await open({ answer: offering });
      await room.ask('?');
      room.later(1000);
      await push(room);
      expect(await room.ask('1')).toBe('answer to /cap-xa');
    });

    test('are those of the push that came last', async () => {
      await using room = await open({ answer: offering });
      await room.ask('?');
      room.later(1000);
      await room.channel.deliver(room.here, LIST);
      expect(await room.ask('1')).toBe('answer to /da-nhan');
    });

    test('of an answer that did not get through do not count', async () => {
      await using room = await open({ answer: offering });
      await room.channel.deliver(room.here, LIST);
      room.later(1000);
      room.refusesOnce('never');
      await room.say('?');
      await room.log.line(`${room.events}.answerNotDelivered`);
      expect(await room.ask('1')).toBe('answer to /da-nhan');
    });

    test('of what was sent to a group by itself are answered by anyone there', async () => {
      await using room = await open({ answer: offering });
      await room.channel.deliver(room.here, LIST);
      expect(await room.ask('1', 'Bình')).toBe('answer to /da-nhan');
    });

    test('that cannot be kept hold up no message', async () => {
      await using room = await open({ answer: offering, lists: BROKEN });
      expect(await room.channel.deliver(room.here, LIST)).toMatchObject({ kind: 'delivered' });
      expect(await room.ask('?')).toContain('Cơ quan nào?');
      await room.log.line(`${room.events}.choicesNotKept`);
    });
  });
}
