import type { Agency } from '../src/agencies/agency.ts';
import { endForbidden } from '../src/answers/may-be-sent.ts';
import { namedAgency, type Reception } from '../src/answers/reception.ts';
import { exactName } from '../src/asking/question-text.ts';
import type { Asker } from '../src/audience/asker.ts';
import {
  bindingCodeIn,
  CODE_MINUTES,
  codeHashOf,
  newBindingCode,
} from '../src/audience/binding-code.ts';
import { chatNames } from '../src/audience/chat-name.ts';
import { mayHearOfOtherChats, mayUse } from '../src/audience/rights.ts';
import type { Role } from '../src/audience/standing.ts';
import type { Binding } from '../src/audience/store.ts';
import { dayOf } from '../src/clock.ts';
import type { Command } from '../src/dialogue/command.ts';
import { readBinding } from '../src/dialogue/read-binding.ts';
import { noLonger } from '../src/queries/no-longer.ts';
import { bindingHints, bindingReplies, type ToBind } from '../src/replies/binding-reply.ts';
import type { Reply } from '../src/replies/reply.ts';

/** Lets chats in: a keeper binds the group they stand in or issues a code for another; anyone may type such a code. */
export function ganNhom(reception: Reception): Command {
  const hints = bindingHints(reception.botNames);
  return {
    async answer(_, asker) {
      const code = bindingCodeIn(asker.words);
      if (code !== null) return redeemed(code, asker, reception);
      if (!mayUse('keeping', asker.standing)) return hints.codeExpected(asker);
      const { unbind, role, name } = readBinding(asker.words);
      if (unbind) return letGo(asker, reception);
      if (name === '') {
        return role === null
          ? toldBindings(asker, reception)
          : letIn({ role, agency: null, again: null }, asker, reception);
      }
      const again = (exact: string) =>
        `/gan-nhom ${asker.words.slice(0, asker.words.length - name.length)}${exact}`;
      const named = namedAgency(reception, name, again);
      if ('reply' in named) return named.reply;
      const { agency } = named;
      return letIn({ role: role ?? 'agency', agency, again }, asker, reception);
    },
  };
}

type As = {
  readonly role: Role;
  readonly agency: Agency | null;
  /** Says the same of another agency. */
  readonly again: ((exact: string) => string) | null;
};

/** In a group the keeper binds it at once; in private there is nothing to bind but by code. */
async function letIn(as: As, asker: Asker, reception: Reception): Promise<Reply> {
  const { role, agency } = as;
  const { audience, clock } = reception;
  if (asker.chatKind === 'group') {
    const binding = { ...chatOf(asker, clock.now()), role, agency: agency?.id ?? null };
    await audience.bind(binding);
    await endForbidden(binding, reception);
    return bindingReplies.bound(toBind(as, reception), asker);
  }
  const code = newBindingCode();
  await audience.issue({
    codeHash: codeHashOf(code),
    role,
    agency: agency?.id ?? null,
    issuedBy: `${asker.channel}:${asker.person}`,
    expiresAt: clock.now().add({ minutes: CODE_MINUTES }),
  });
  return bindingHints(reception.botNames).codeIssued(code, toBind(as, reception), asker.channel);
}

function toBind({ role, agency, again }: As, { directory, clock }: Reception): ToBind {
  const gone = agency === null ? null : noLonger(directory, agency, dayOf(clock.now()));
  return { role, agency, gone, again: again === null ? null : (one) => again(exactName(one)) };
}

async function redeemed(code: string, asker: Asker, reception: Reception): Promise<Reply> {
  const { audience, directory, clock } = reception;
  const outcome = await audience.redeem(codeHashOf(code), chatOf(asker, clock.now()));
  switch (outcome.kind) {
    case 'wrongCode':
      return bindingReplies.wrongCode();
    case 'tooManyTries':
      return bindingReplies.tooManyTries();
    case 'bound': {
      const { role, agency } = outcome.binding;
      await endForbidden(outcome.binding, reception);
      const named = agency === null ? null : directory.get(agency);
      const as = { role, agency: named, again: null };
      return bindingReplies.bound(toBind(as, reception), asker);
    }
  }
}

/** Puts the chat out; what it was sent ends too, or it would come again with the next binding. */
async function letGo(asker: Asker, { audience }: Reception): Promise<Reply> {
  const { channel, chat } = asker;
  const was = await audience.unbind(channel, chat);
  await audience.unsubscribe(channel, chat);
  return bindingReplies.unbound(was, asker);
}

async function toldBindings(
  asker: Asker,
  { audience, directory, botNames }: Reception,
): Promise<Reply> {
  const hints = bindingHints(botNames);
  const told = (binding: Binding) => {
    const { role, agency } = binding;
    return {
      name: chatNames([binding])(binding),
      role,
      agency: agency === null || !directory.has(agency) ? null : directory.get(agency),
    };
  };
  if (!mayHearOfOtherChats(asker)) {
    const own = await audience.bindingOf(asker.channel, asker.chat);
    return hints.thisChat(own === null ? null : told(own), asker);
  }
  const chats = (await audience.bindings()).map(told);
  return hints.bindings(chats, asker);
}

function chatOf(
  { channel, chat, chatTitle, person }: Asker,
  boundAt: Temporal.Instant,
): Omit<Binding, 'role' | 'agency'> {
  return { channel, chat, title: chatTitle ?? null, boundAt, boundBy: `${channel}:${person}` };
}
