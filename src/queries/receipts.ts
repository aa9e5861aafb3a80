import type { Agency, AgencyId, Directory } from '../agencies/agency.ts';
import { belongingTo } from '../agencies/members.ts';
import type { AcknowledgementStore } from '../audience/acknowledgements.ts';
import { chatRef } from '../audience/chat-name.ts';
import type { AudienceStore, MorningSubscription } from '../audience/store.ts';
import { dayOf } from '../clock.ts';
import { uniqueBy } from '../unique-by.ts';

/** Whose own groups were sent a list to acknowledge today, and whose of them have not said anything. */
export type Receipts = {
  /** Who has most overdue first. */
  readonly sent: readonly Agency[];
  /** In the same order. */
  readonly open: readonly Agency[];
};

/** What tells about receipts. */
export type ReceiptKnowledge = {
  readonly directory: Directory;
  readonly audience: Pick<AudienceStore, 'subscriptions' | 'bindings'>;
  readonly acknowledgements: Pick<AcknowledgementStore, 'acknowledgedOn'>;
  /** Whether today's list of a subscription went out. */
  readonly wasSent: (
    subscription: MorningSubscription,
    day: Temporal.PlainDate,
  ) => Promise<boolean>;
};

/** Of which agency and what belongs to it. */
export type ReceiptsAsked = {
  readonly agency: Agency;
  /** How many are overdue, of each that has something due: nobody acknowledges that nothing is. */
  readonly due: ReadonlyMap<AgencyId, number>;
  readonly now: Temporal.Instant;
};

/** Who has been sent a list today and who has acknowledged it: of an agency with several groups, one is enough. */
export async function askReceipts(
  knowledge: ReceiptKnowledge,
  { agency, due, now }: ReceiptsAsked,
): Promise<Receipts> {
  const { directory, audience, acknowledgements, wasSent } = knowledge;
  const day = dayOf(now);
  const isOwn = await ownGroups(audience);
  const below = (id: AgencyId) => [id, ...belongingTo(directory, id).map((each) => each.id)];
  const scope = new Set(below(agency.id));
  const owing = (await audience.subscriptions('morningList')).filter(
    ({ channel, address, agency: id }) =>
      scope.has(id) &&
      isOwn({ channel, chat: address.chat, agency: id }) &&
      below(id).some((each) => due.has(each)),
  );
  const sent: MorningSubscription[] = [];
  for (const each of owing) if (await wasSent(each, day)) sent.push(each);
  const said = (await acknowledgements.acknowledgedOn(day)).filter(isOwn);
  const hasSaid = new Set(said.map((each) => each.agency));
  const overdue = ({ id }: Agency) =>
    below(id).reduce((sum, each) => sum + (due.get(each) ?? 0), 0);
  const agencies = uniqueBy(sent, (each) => each.agency)
    .map((each) => directory.get(each.agency))
    .toSorted((a, b) => overdue(b) - overdue(a) || a.name.localeCompare(b.name, 'vi'));
  return { sent: agencies, open: agencies.filter(({ id }) => !hasSaid.has(id)) };
}

type InChat = { readonly channel: string; readonly chat: string; readonly agency: AgencyId };

/** Tells whether a chat is the agency's own group: leaders who read its list too do not acknowledge for it. */
async function ownGroups(
  audience: Pick<AudienceStore, 'bindings'>,
): Promise<(chat: InChat) => boolean> {
  const owners = new Map(
    (await audience.bindings())
      .filter(({ role }) => role === 'agency')
      .map(({ channel, chat, agency }) => [chatRef(channel, chat), agency]),
  );
  return ({ channel, chat, agency }) => owners.get(chatRef(channel, chat)) === agency;
}
