import { COMMAND_NAMES, type CommandName, COMMANDS } from '../asking/commands.ts';
import { editDistance } from '../vietnamese/edit-distance.ts';
import { foldJoined } from '../vietnamese/fold.ts';

/** What a message that starts with a slash says. `rest` is everything after the command's name. */
export type CommandRead =
  | { readonly command: CommandName; readonly rest: string }
  | {
      /** The word after the slash, as typed. */
      readonly unknownCommand: string;
      /** Best first, at most three. */
      readonly nearest: readonly CommandName[];
      readonly rest: string;
    };

/** The full-width and fraction slashes come from other keyboards. */
const SLASH = /^[/\uFF0F\u2044]\s*/u;
const MAX_NAME_WORDS = 4;
const FURTHEST = 3;

/** "/tre han", "/tre-han" and "/trehan" are one word once the joints are gone. */
const BY_KEY: ReadonlyMap<string, CommandName> = new Map(
  COMMAND_NAMES.flatMap((name) => keysOf(name).map((key) => [key, name] as const)),
);

/** Whether a message is meant as a command: a slash and a letter at the start. */
export function isSlashCommand(text: string): boolean {
  return /^[/\uFF0F\u2044]\s*\p{L}/u.test(text.trim().normalize('NFC'));
}

/**
 * Reads "/tre-han Nha Trang" in every spelling: with or without marks, hyphen, underscore or space ("/trễ hạn"),
 * any case, with "@bot". Without a slash at the start it is no command: null.
 */
export function readCommand(text: string): CommandRead | null {
  const trimmed = text.trim().normalize('NFC');
  if (!SLASH.test(trimmed)) return null;
  const body = trimmed.replace(SLASH, '');
  return readByJoinedWords(body) ?? unknown(body);
}

/** The longest name wins. */
function readByJoinedWords(body: string): CommandRead | null {
  const parts = Array.from(body.matchAll(/[\p{L}\p{M}\p{N}]+/gu)).slice(0, MAX_NAME_WORDS);
  for (let length = parts.length; length > 0; length -= 1) {
    const used = parts.slice(0, length);
    const end = (used.at(-1)?.index ?? 0) + (used.at(-1)?.[0].length ?? 0);
    if (!/^[\p{L}\p{M}\p{N}_\- ]+$/u.test(body.slice(0, end))) continue;
    const command = BY_KEY.get(foldJoined(body.slice(0, end)));
    if (command !== undefined) return { command, rest: afterName(body.slice(end)) };
  }
  return null;
}

function unknown(body: string): CommandRead {
  const typed = /^[^\s@]*/u.exec(body)?.[0] ?? '';
  return {
    unknownCommand: typed,
    nearest: nearestCommands(body),
    rest: afterName(body.slice(typed.length)),
  };
}

/**
 * The commands whose name is at most a few letters from what was typed ("/tre-ham", "/xephang1").
 *
 * @internal Exported for tests.
 */
export function nearestCommands(typed: string): readonly CommandName[] {
  const words = (/^[^@]*/u.exec(typed)?.[0] ?? '').split(/\s+/u).slice(0, 2);
  const tries = [foldJoined(words[0] ?? ''), foldJoined(words.join(''))].filter(
    (key) => key !== '',
  );
  return COMMAND_NAMES.map((name) => ({ name, away: distance(name, tries) }))
    .filter(({ away }) => away <= FURTHEST)
    .sort((left, right) => left.away - right.away)
    .slice(0, 3)
    .map(({ name }) => name);
}

/** Short names may differ by a third of their letters, no more: "/abc" is near to nothing. */
function distance(command: CommandName, tries: readonly string[]): number {
  const distances = keysOf(command).flatMap((key) =>
    tries
      .filter((typed) => typed.length <= 40)
      .map((typed) => (beginsAlike(key, typed) ? 1 : editDistance(key, typed)))
      .filter((away) => away <= Math.max(1, Math.floor(key.length / 3))),
  );
  return Math.min(Number.POSITIVE_INFINITY, ...distances);
}

/** "/tre" and "/trehannhatrang" both begin like "/tre-han". */
function beginsAlike(key: string, typed: string): boolean {
  return (typed.length >= 3 && key.startsWith(typed)) || (key.length >= 5 && typed.startsWith(key));
}

function keysOf(command: CommandName): readonly string[] {
  return [command, ...COMMANDS[command].aliases].map(foldJoined);
}

/** Drops the "@bot" that Telegram puts behind the name, and the joints before the arguments. */
function afterName(text: string): string {
  return text
    .replace(/^\s?@[\p{L}\p{N}_]+/u, '')
    .replace(/^[\s:,_-]+/u, '')
    .trim();
}
