import { expect, test, vi } from 'vitest';

import type { KeptChoice } from '../../../src/channels/choice-store.ts';
import { choiceKeys } from '../../../src/channels/telegram/choice-keys.ts';
import { keyboardOf } from '../../../src/channels/telegram/keyboard.ts';
import { KeptLog } from '../../doubles/kept-log.ts';
import { choicesInMemory } from './open-telegram.ts';

const CHOICE: KeptChoice = { channel: 'telegram', chat: '1', person: '2', send: '/x' };
const HERE = { chat: '1', owner: '2' };
const longKeys = async () => ['ế'.repeat(22)];
const numberedKeys = async (choices: readonly KeptChoice[]) =>
  choices.map(({ send }) => `key of ${send}`);

const START = Temporal.Instant.from('2023-12-15T01:00:00Z');

/** Keys from a store, and a clock that can be put forward. */
function keys() {
  const choices = choicesInMemory();
  let now = START;
  const keysOf = choiceKeys(choices, { now: () => now });
  return {
    choices,
    keysOf,
    keyOf: async (choice: KeptChoice) => (await keysOf([choice]))[0],
    later: (minutes: number) => {
      now = now.add({ minutes });
    },
  };
}

test('the same button is not stored again within the hour', async () => {
  const { choices, keyOf, later } = keys();
  const key = await keyOf(CHOICE);
  later(59);
  expect(await keyOf({ ...CHOICE })).toBe(key);
  later(1);
  expect(await keyOf(CHOICE)).not.toBe(key);
  expect(choices.kept.size).toBe(2);
});

test('the new buttons of a reply are stored at once, in their order, beside those sent before', async () => {
  const { choices, keysOf, keyOf } = keys();
  const keep = vi.spyOn(choices, 'keep');
  const old = await keyOf({ ...CHOICE, send: 'old' });
  const asked = ['a', 'old', 'b'].map((send) => ({ ...CHOICE, send }));
  const given = await keysOf(asked);
  expect(keep).toHaveBeenCalledTimes(2);
  expect(given[1]).toBe(old);
  expect(given.map((key) => choices.kept.get(key)?.send)).toEqual(['a', 'old', 'b']);
});

test.each([{ chat: '9' }, { person: '9' }, { send: '/y' }])(
  'another button has another key: %j',
  async (other) => {
    const { keyOf } = keys();
    expect(await keyOf(CHOICE)).not.toBe(await keyOf({ ...CHOICE, ...other }));
  },
);

test('only so many buttons are remembered', async () => {
  const { choices, keyOf } = keys();
  for (let button = 0; button <= 5000; button += 1)
    await keyOf({ ...CHOICE, send: String(button) });
  await keyOf({ ...CHOICE, send: '5000' });
  expect(choices.kept.size).toBe(5001);
  await keyOf({ ...CHOICE, send: '0' });
  expect(choices.kept.size).toBe(5002);
});

test('short labels stand two in a row, long ones alone, in their order', async () => {
  const labels = [
    'Cấp xã',
    'Chi nhánh',
    'Quý III/2023',
    'Chi nhánh VPĐKĐĐ Nha Trang',
    'Năm 2022',
    '2021',
  ];
  const choices = labels.map((label) => ({ label, send: label }));
  const keyboard = await keyboardOf(choices, HERE, { keysOf: numberedKeys, log: new KeptLog() });
  expect(keyboard?.inline_keyboard.map((row) => row.map(({ text }) => text))).toEqual([
    ['Cấp xã', 'Chi nhánh'],
    ['Quý III/2023'],
    ['Chi nhánh VPĐKĐĐ Nha Trang'],
    ['Năm 2022', '2021'],
  ]);
  expect(keyboard?.inline_keyboard[0]?.[1]).toMatchObject({ callback_data: 'key of Chi nhánh' });
});

test('a key that does not fit a button leaves the reply without buttons, and is told of', async () => {
  const log = new KeptLog();
  expect(await keyboardOf([{ label: 'x', send: 'x' }], HERE, { keysOf: longKeys, log })).toBeNull();
  expect(log.lines).toMatchObject([{ event: 'telegram.choiceKeyTooLong', fields: { bytes: 66 } }]);
});

test('no choices are no keyboard', async () => {
  expect(await keyboardOf([], HERE, { keysOf: numberedKeys, log: new KeptLog() })).toBeNull();
});
