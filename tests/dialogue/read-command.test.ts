import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { COMMAND_NAMES, COMMANDS } from '../../src/asking/commands.ts';
import { isSlashCommand, nearestCommands, readCommand } from '../../src/dialogue/read-command.ts';
import { anyText } from './any-text.ts';

/** The names as they are spoken. */
const SPOKEN: Readonly<Record<string, string>> = {
  'tre-han': 'trễ hạn',
  'dung-han': 'đúng hạn',
  'ho-so': 'hồ sơ',
  'truc-tuyen': 'trực tuyến',
  'so-hoa': 'số hóa',
  'xep-hang': 'xếp hạng',
  'dien-bien': 'diễn biến',
  'tong-quan': 'tổng quan',
  'cong-thuc': 'công thức',
};

function spellingsOf(name: string): readonly string[] {
  const spoken = SPOKEN[name];
  const marked =
    spoken === undefined ? [] : [spoken, spoken.replaceAll(' ', '-'), spoken.normalize('NFD')];
  const plain = ['-', '_', '', ' '].map((joint) => name.replaceAll('-', joint));
  const all = [...plain, ...marked];
  return [...all, ...all.map((one) => one.toUpperCase()), ...all.map((one) => `${one}@DungHenBot`)];
}

function read(text: string): string | null {
  const result = readCommand(text);
  if (result === null) return null;
  return 'command' in result ? `${result.command}|${result.rest}` : `?${result.unknownCommand}`;
}

describe('every spelling of every command', () => {
  const spellings = COMMAND_NAMES.flatMap((command) =>
    [command, ...COMMANDS[command].aliases].flatMap((name) =>
      spellingsOf(name).map((spelling) => [spelling, command] as const),
    ),
  );

  test.each(spellings)('/%s is /%s', (spelling, name) => {
    expect(read(`/${spelling}`)).toBe(`${name}|`);
    expect(read(`/${spelling} Nha Trang`)).toBe(`${name}|Nha Trang`);
    expect(read(` /${spelling}  quý 3/2023 `)).toBe(`${name}|quý 3/2023`);
  });
});

test.each([
  ['/tre-han: Nha Trang', 'tre-han|Nha Trang'],
  ['/ tre-han Nha Trang', 'tre-han|Nha Trang'],
  ['/tre-han, Nha Trang', 'tre-han|Nha Trang'],
  ['/so-hoa Ninh Hòa', 'so-hoa|Ninh Hòa'],
  ['/ho so Nha Trang', 'ho-so|Nha Trang'],
  ['tre-han Nha Trang', null],
  ['xin /tre-han', null],
  ['', null],
  ['/', '?'],
  ['/tre-ham', '?tre-ham'],
  ['/tre', '?tre'],
  ['/123', '?123'],
])('%s', (text, expected) => {
  expect(read(text)).toBe(expected);
});

test.each([
  ['tre-ham', ['tre-han']],
  ['trehannhatrang', ['tre-han']],
  ['xep-hag huyện', ['xep-hang']],
  ['dunghang', ['dung-han']],
  ['so-sanhh', ['so-sanh']],
  ['weather', []],
  ['a', []],
])('/%s is near to %j', (typed, expected) => {
  expect(nearestCommands(typed)).toEqual(expected);
});

test('only a slash before a letter is a command in a group', () => {
  expect(['/tre-han', ' /trễ hạn', '／tre-han'].map(isSlashCommand)).toEqual([true, true, true]);
  expect(['/', '/ 5', '1/2', 'và/hoặc', ''].map(isSlashCommand)).toEqual([
    false,
    false,
    false,
    false,
    false,
  ]);
});

test('the arguments of a known command are never lost', () => {
  const names = fc.constantFrom(...COMMAND_NAMES);
  const argument = fc.stringMatching(/^[A-Z][a-z]{3,12}( [A-Z][a-z]{2,12}){0,3}$/u);
  fc.assert(
    fc.property(names, argument, (name, rest) => {
      expect(read(`/${name} ${rest}`)).toBe(`${name}|${rest}`);
    }),
  );
});

test('anything typed behind a slash is read without failing', () => {
  fc.assert(
    fc.property(anyText(200), (text) => {
      expect(readCommand(`/${text}`)).not.toBeNull();
    }),
  );
});
