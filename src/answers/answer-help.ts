import type { Asker } from '../audience/asker.ts';
import { mayUse } from '../audience/rights.ts';
import { type HelpFor, strangerReply } from '../replies/help-reply.ts';
import type { Reply } from '../replies/reply.ts';
import type { Reception } from './reception.ts';

/** Help for a chat by `help`; those who may ask nothing yet are told how to be let in. */
export function answerHelp(
  { channel, chatKind, person, standing }: Asker,
  { directory, botNames = {} }: Pick<Reception, 'directory' | 'botNames'>,
  help: (who: HelpFor) => Reply,
): Reply {
  const { agency } = standing;
  const home = agency !== null && directory.has(agency) ? directory.get(agency) : null;
  const who = {
    province: directory.province,
    home,
    standing,
    place: { channel, chatKind },
    botNames,
  };
  return mayUse('figures', standing) ? help(who) : strangerReply(who, `${channel}:${person}`);
}
