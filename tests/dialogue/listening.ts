import { readFileSync } from 'node:fs';

import { AgencyId } from '../../src/agencies/agency.ts';
import { agencyFinder } from '../../src/agencies/find-agency.ts';
import { readDirectory } from '../../src/agencies/read-directory.ts';
import type { PeriodAsked, PossiblePeriod } from '../../src/calendar/period.ts';
import { periodKey } from '../../src/calendar/periods.ts';
import { resolvePeriod } from '../../src/calendar/resolve-period.ts';
import type { Incoming } from '../../src/channels/channel.ts';
import type { Clock } from '../../src/clock.ts';
import type { Command } from '../../src/dialogue/command.ts';
import type { DialogueReplies } from '../../src/dialogue/dialogue-replies.ts';
import { createDialogue, type DialogueParts } from '../../src/dialogue/dialogue.ts';
import { indexFields } from '../../src/dialogue/field-index.ts';
import { nameWords } from '../../src/dialogue/name-words.ts';
import type { AgencyMention, Question } from '../../src/dialogue/question.ts';
import type { Choice, Reply } from '../../src/replies/reply.ts';
import { plain, textReply } from '../../src/replies/reply.ts';

export const directory = readDirectory(readFileSync('fixtures/agencies/khanh-hoa.yaml', 'utf8'));
const finder = agencyFinder(directory);
/** The fields that the official figures of this repository tell of. */
const knownFields = indexFields(
  [
    ['tp-nha-trang', 'Đất đai'],
    ['tp-nha-trang', 'Quản lý hoạt động xây dựng'],
    ['tp-nha-trang', 'Thành lập và hoạt động hộ kinh doanh'],
    ['so-khdt', 'Lĩnh vực đăng ký thành lập và hoạt động doanh nghiệp'],
    ['so-khdt', 'Lĩnh vực Đầu tư tại Việt Nam'],
  ].map(([agency, field = '']) => ({ agency: AgencyId.parse(agency), field })),
);
export const lookup = {
  directory,
  finder,
  names: nameWords(directory),
  context: { home: null },
  fields: { index: knownFields, about: null, isTalk: false },
};

/** What every command says: the question, noted down; it is about 2023 unless another period was asked for. */
export const noting: Command = {
  answer: (question) => Promise.resolve({ ...said(noted(question)), topic: topicOf(question) }),
};

/** All commands, each of them `command`. */
export function everyCommand(command: Command = noting): DialogueParts['commands'] {
  return {
    'tre-han': command,
    'tong-quan': command,
    'xep-hang': command,
    'so-sanh': command,
    'dien-bien': command,
    'ho-so': command,
    'dung-han': command,
    'truc-tuyen': command,
    'thanh-toan': command,
    'buu-chinh': command,
    'so-hoa': command,
    'hai-long': command,
    'chi-so': command,
    'linh-vuc': command,
    'bieu-do': command,
    'doi-chieu': command,
    nguon: command,
    'cong-thuc': command,
    'sap-den-han': command,
    'qua-han': command,
    'da-nhan': command,
    'nhac-lai': command,
    'da-trinh': command,
    'dang-ky': command,
    lich: command,
    huy: command,
    'canh-bao': command,
    'gan-nhom': command,
    'kiem-chung': command,
    'chua-gui': command,
    'trang-thai': command,
    nap: command,
    'bao-cao': command,
    'tro-giup': command,
    start: command,
  };
}

/** What the dialogue says by itself, as codes. */
const codes: DialogueReplies = {
  whichAgency: (mention, candidates) => offering(`which ${mention}`, candidates),
  whichField: (words, choices) =>
    said(
      `field ${words}`,
      choices.map(({ agency, field, send }) => ({
        label: field === null ? agency.id : `${field} of ${agency.id}`,
        send,
      })),
    ),
  unknownAgency: (text, nearest) => offering(`unknown ${text}`, nearest),
  added: (typed) => ({ kind: 'note', line: [`added ${typed}`] }),
  unknownCommand: (typed, nearest) =>
    said(
      `unknownCommand ${typed}`,
      nearest.map(({ command, send }) => ({ label: command, send })),
    ),
  whyWhat: () => said('whyWhat'),
  reportWhat: () => said('reportWhat'),
  notUnderstood: (about) => said(about === null ? 'notUnderstood' : `notUnderstood ${about.id}`),
  chooseAgain: (choices) => said(`chooseAgain ${String(choices.length)}`, choices),
  otherPeriod: (now, before) => ({ kind: 'note', line: [`otherPeriod ${now} after ${before}`] }),
  tooLong: (limit) => said(`tooLong ${String(limit)}`),
  refused: (right, { role }) => said(`refused ${right} ${role ?? 'stranger'}`),
  failed: () => said('failed'),
};

/** A dialogue with noting commands; `hear` gives what was noted, null for silence. */
export function listening(parts: Partial<DialogueParts> = {}) {
  const answer = createDialogue({
    commands: everyCommand(),
    finder,
    directory,
    clock: clockAt('2026-11-21T08:00:00+07:00'),
    words: codes,
    fields: () => Promise.resolve(knownFields),
    standingOf: () => Promise.resolve({ role: 'staff', agency: null, isKeeper: false }),
    ...parts,
  });
  async function hear(text: string, from: Partial<Incoming> = {}): Promise<string | null> {
    const reply = await replyTo(text, from);
    return reply === null ? null : textOf(reply);
  }
  function replyTo(text: string, from: Partial<Incoming> = {}): Promise<Reply | null> {
    return answer({
      channel: 'console',
      chat: 'room',
      chatKind: 'private',
      person: 'lan',
      addressed: true,
      ...from,
      text,
    });
  }
  return { hear, replyTo };
}

/** The headline, and the choices behind it: "which Vạn Thắng [a, b]". */
function textOf({ blocks, choices }: Reply): string {
  const [block] = blocks;
  const headline = block?.kind === 'headline' ? plain(block.line) : '';
  return choices.length === 0
    ? headline
    : `${headline} [${choices.map(({ label }) => label).join(', ')}]`;
}

/** A clock wound by hand. */
export function clockAt(start: string): Clock & { wind(minutes: number): void } {
  let now = Temporal.Instant.from(start);
  return {
    now: () => now,
    wind(minutes) {
      now = now.add({ minutes });
    },
  };
}

/** A question in one line: command, agencies, metric, periods, then what else was said. "-" is nothing. */
export function noted({ command, slots }: Question): string {
  const { agencies, metric, periods, order, top, chart, field } = slots;
  return [
    command,
    listed(agencies.map(mentionNoted)),
    metric ?? '-',
    listed(periods.map(periodNoted)),
    slots.isPaired ? 'paired' : '',
    amongNoted(slots),
    order ?? '',
    slots.by === null || slots.by === 'rate' ? '' : `by-${slots.by}`,
    ...basisNoted(slots),
    onlyNoted(slots),
    slots.asks ?? '',
    top === null ? '' : `top${String(top)}`,
    chart ?? '',
    fieldNoted(field),
    ...leftNoted(slots),
  ]
    .filter((part) => part !== '')
    .join(' ');
}

function basisNoted({ formula, forecast }: Question['slots']): readonly string[] {
  return [formula ?? '', forecast ? 'forecast' : ''];
}

function leftNoted({ dueWhen, rest }: Question['slots']): readonly string[] {
  return [dueWhen === undefined ? '' : `when:${dueWhen}`, rest === '' ? '' : `(${rest})`];
}

function fieldNoted(field: Question['slots']['field']): string {
  return field === null ? '' : `[${field.text}]`;
}

function amongNoted({ among }: Question['slots']): string {
  if (among === null) return '';
  const type = among.type === null ? '' : `[${among.type}]`;
  return `${among.level}${type}@${among.within ?? 'all'}`;
}

/** ">100" is above 1%, ">=100" from 1% on, "<=0" none at all, ">100hs" more than 100 dossiers. */
function onlyNoted({ only }: Question['slots']): string {
  if (only === null || typeof only === 'string') return only ?? '';
  return only.bounds
    .map(({ side, inclusive, threshold }) => {
      const sign = `${side === 'above' ? '>' : '<'}${inclusive ? '=' : ''}`;
      return `${sign}${String(threshold)}${only.of === 'number' ? 'hs' : ''}`;
    })
    .join('&');
}

/** "2023", "Q3", "Q3/2023", "M10/2023", "-1year", "!quý_5" for what cannot be; a part without a year may be of this (+0) or last year (-1). */
function periodNoted(asked: PeriodAsked): string {
  return asked.kind === 'impossible' ? `!${asked.text.replaceAll(' ', '_')}` : possibleNoted(asked);
}

function possibleNoted(asked: PossiblePeriod): string {
  switch (asked.kind) {
    case 'year':
      return String(asked.year);
    case 'range':
      return `${asked.from.toString()}..${asked.to.toString()}`;
    case 'years':
      return asked.span === null ? 'years' : `${String(asked.span.from)}to${String(asked.span.to)}`;
    case 'relative':
      return `${String(asked.offset)}${asked.unit}`;
    case 'half':
      return `H${String(asked.number)}${yearNoted(asked)}`;
    case 'quarter':
      return `Q${String(asked.number)}${yearNoted(asked)}`;
    case 'month':
      return `M${String(asked.number)}${yearNoted(asked)}`;
    case 'nineMonths':
      return `9M${yearNoted(asked)}`;
  }
}

function yearNoted({ year, yearOffset }: { year: number | null; yearOffset?: 0 | -1 }): string {
  if (year !== null) return `/${String(year)}`;
  return yearOffset === undefined ? '' : `/${String(yearOffset)}`;
}

function mentionNoted({ finding, text }: AgencyMention): string {
  return finding.kind === 'found' ? finding.agency.id : `${finding.kind}:${text}`;
}

function listed(parts: readonly string[]): string {
  return parts.length === 0 ? '-' : parts.join('+');
}

function topicOf({ slots }: Question): Reply['topic'] {
  const [mention] = slots.agencies;
  const [asked] = slots.periods;
  const today = Temporal.PlainDate.from('2026-11-21');
  const isNone = asked === undefined || asked.kind === 'impossible';
  const period = isNone ? null : resolvePeriod(asked, { today, year: 2023 });
  return {
    agency: mention?.finding.kind === 'found' ? mention.finding.agency.id : null,
    period: periodKey(period ?? resolvePeriod({ kind: 'year', year: 2023 }, { today, year: 2023 })),
    metric: slots.metric,
  };
}

function offering(
  text: string,
  choices: readonly { readonly agency: { readonly id: string }; readonly send: string }[],
): Reply {
  return said(
    text,
    choices.map(({ agency, send }) => ({ label: agency.id, send })),
  );
}

function said(text: string, choices: readonly Choice[] = []): Reply {
  return textReply([{ kind: 'headline', line: [text] }], choices);
}
