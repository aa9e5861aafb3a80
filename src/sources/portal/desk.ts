import type * as z from 'zod';

import type { Wait } from '../../channels/wait.ts';
import { type Clock, dayOf, ZONE } from '../../clock.ts';
import { type Problem, SourceUnreadable } from '../../errors.ts';
import type { AnswerArchive } from '../../polling/answer-archive.ts';
import { askPortal, type PortalRequest } from './ask-portal.ts';
import type { PortalOptions } from './options.ts';

/** What the portal is asked with. */
export type DeskGiven = {
  readonly options: PortalOptions;
  readonly archive: AnswerArchive;
  readonly clock: Clock;
  /** Pauses between questions. */
  readonly wait: Wait;
};

/** A body read as what was expected, and its bytes. */
type Read<T> = { readonly value: T; readonly bytes: Uint8Array };

/** The one place where the portal is asked during a visit: one question after another. */
export type Desk = {
  /** Throws `SourceUnreadable` when there is no answer, or one that cannot be read. */
  ask<T>(request: PortalRequest, shape: z.ZodType<T>): Promise<Read<T>>;
};

/** So many questions of a day may go wrong without having been turned away. */
const FAILURES_A_DAY = 3;

/**
 * Opens a visit. What was answered today is read from the archive and not asked again, however often the visit is
 * begun anew; once turned away, or after some failures, nothing more is asked until the next day.
 */
export function openDesk({ options, archive, clock, wait }: DeskGiven): Desk {
  const { name: source, url, pauseSeconds, timeoutSeconds, maxMegabytes } = options;
  const limits = { timeoutMs: timeoutSeconds * 1_000, maxBytes: maxMegabytes * 1_000_000 };
  let hasAsked = false;

  const fetchBody = async (request: PortalRequest, key: string): Promise<Uint8Array> => {
    if (hasAsked) await wait(pauseSeconds * 1_000);
    hasAsked = true;
    const answer = await askPortal(url, request, limits);
    await archive.keep({ source, request: key, at: clock.now(), ...answer });
    if (answer.outcome === 'good') return answer.body;
    throw unreadable(answer.problem);
  };

  return {
    async ask(request, shape) {
      const key = `${request.endpoint} ${JSON.stringify(request.body)}`;
      const today = dayOf(clock.now());
      const since = startOf(today);
      const kept = await archive.goodSince(source, { request: key, since });
      if (kept === null)
        await stayAway(archive, { source, since, today, place: placeOf(options, request) });
      const bytes = kept ?? (await fetchBody(request, key));
      return { value: readAs(shape, bytes, placeOf(options, request)), bytes };
    },
  };
}

type Day = {
  readonly source: string;
  readonly since: Temporal.Instant;
  readonly today: Temporal.PlainDate;
  readonly place: string;
};

async function stayAway(
  archive: AnswerArchive,
  { source, since, today, place }: Day,
): Promise<void> {
  const { turnedAway, failed } = await archive.vainSince(source, since);
  if (turnedAway === 0 && failed < FAILURES_A_DAY) return;
  throw unreadable({ code: 'leftAlone', place, detail: today.add({ days: 1 }).toString() });
}

function readAs<T>(shape: z.ZodType<T>, bytes: Uint8Array, place: string): T {
  const read = shape.safeParse(JSON.parse(new TextDecoder().decode(bytes)));
  if (read.success) return read.data;
  const detail = read.error.issues[0]?.path.join('.') ?? '';
  throw unreadable({ code: 'unknownShape', place, detail });
}

function unreadable(problem: Problem): SourceUnreadable {
  return new SourceUnreadable(problem.place, [problem]);
}

function placeOf({ url }: PortalOptions, { endpoint }: PortalRequest): string {
  return `${new URL(url).host} ${endpoint}`;
}

function startOf(day: Temporal.PlainDate): Temporal.Instant {
  return day.toZonedDateTime(ZONE).toInstant();
}
