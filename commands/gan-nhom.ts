import type { Agency } from '../src/agencies/agency.ts';
import { endForbidden } from '../src/answers/may-be-sent.ts';
import { namedAgency, type Reception } from '../src/answers/reception.ts';
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
import type { Command } from '../src/dialogue/command.ts';
import { readBinding } from '../src/dialogue/read-binding.ts';
import { bindingHints, bindingReplies } from '../src/replies/binding-reply.ts';
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
          : letIn({ role, agency: null }, asker, reception);
      }
      const named = namedAgency(
        reception,
        name,
        (exact) => `/gan-nhom ${asker.words.slice(0, asker.words.length - name.length)}${exact}`,
      );
      if ('reply' in named) return named.reply;
      return letIn({ role: role ?? 'agency', agency: named.agency }, asker, reception);
    },
  };
}

type As = { readonly role: Role; readonly agency: Agency | null };

/** In a group the keeper binds it at once; in private there is nothing to bind but by code. */
async function letIn({ role, agency }: As, asker: Asker, reception: Reception): Promise<Reply> {
  const { audience, clock } = reception;
  if (asker.chatKind === 'group') {
    const binding = { ...chatOf(asker, clock.now()), role, agency: agency?.id ?? null };
    await audience.bind(binding);
    await endForbidden(binding, reception);
    return bindingReplies.bound({ role, agency }, asker);
  }
  const code = newBindingCode();
  await audience.issue({
    codeHash: codeHashOf(code),
    role,
    agency: agency?.id ?? null,
    issuedBy: `${asker.channel}:${asker.person}`,
    expiresAt: clock.now().add({ minutes: CODE_MINUTES }),
  });
  return bindingHints(reception.botNames).codeIssued(code, { role, agency }, asker.channel);
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
      return bindingReplies.bound({ role, agency: named }, asker);
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
