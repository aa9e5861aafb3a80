import { randomUUID } from 'node:crypto';

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

/** A good answer: as it came, and the JSON in it. */
type Answered = { readonly body: Uint8Array; readonly value: unknown };

/** A body read as what was expected, and its bytes. */
type Read<T> = { readonly value: T; readonly bytes: Uint8Array };

/** The one place where the portal is asked during a visit: one question after another. */
export type Desk = {
  /** Throws `SourceUnreadable` when there is no answer, or one that cannot be read. */
  ask<T>(request: PortalRequest, shape: z.ZodType<T>): Promise<Read<T>>;
};

/** So many questions of a day may go wrong without having been turned away. */
const FAILURES_A_DAY = 3;
/** A question is open for its time limit, and no longer than this beside it. */
const LEASE_MARGIN_MS = 60_000;

/** How long a visit waits for its turn at a host that others are asking. */
const MOST_WAITED_MS = 3_600_000;

/**
 * Opens a visit. What was answered today is read from the archive and not asked again, however often the visit is
 * begun anew and whoever asked; once turned away, or after some failures, nothing more is asked until the next day. That
 * holds for a host, whatever sources and processes ask it, and they do so one at a time.
 */
export function openDesk({ options, archive, clock, wait }: DeskGiven): Desk {
  const { name: source, url, pauseSeconds, timeoutSeconds, maxMegabytes } = options;
  const limits = { timeoutMs: timeoutSeconds * 1_000, maxBytes: maxMegabytes * 1_000_000 };
  const pauseMs = pauseSeconds * 1_000;
  const visit = { source, host: new URL(url).host, holder: randomUUID() };
  let owesPause = false;

  /** The body of today's answer, or null where the question is ours to put. Waits for whoever is asking. */
  const takeTurn = async (key: string, place: string): Promise<Uint8Array | null> => {
    const leaseMs = limits.timeoutMs + LEASE_MARGIN_MS;
    for (let waitedMs = 0; ;) {
      const now = clock.now();
      const since = startOf(dayOf(now));
      const question = { ...visit, request: key, now, since };
      const taken = await archive.take({ ...question, leaseMs, mostFailures: FAILURES_A_DAY });
      if (taken.kind === 'known') return taken.body;
      if (taken.kind === 'taken') return null;
      if (taken.kind === 'leftAlone' || waitedMs >= MOST_WAITED_MS) throw leftAlone(place, now);
      const ms = Math.max(1_000, Math.ceil(taken.ms));
      await wait(ms);
      waitedMs += ms;
    }
  };
  const fetchAnswer = async (request: PortalRequest, key: string): Promise<Answered> => {
    owesPause = true;
    const answer = await askPortal(url, request, limits);
    await archive.keep({
      ...visit,
      request: key,
      at: clock.now(),
      pauseMs: 2 * pauseMs,
      ...answer,
    });
    if (answer.outcome === 'good') return answer;
    throw unreadable(answer.problem);
  };

  return {
    async ask(request, shape) {
      const key = `${request.endpoint} ${JSON.stringify(request.body)}`;
      const place = placeOf(options, request);
      // Before the turn is taken, which others wait for.
      if (owesPause) await wait(pauseMs);
      owesPause = false;
      const known = await takeTurn(key, place);
      const answer = known === null ? await fetchAnswer(request, key) : again(known);
      return { value: readAs(shape, answer.value, place), bytes: answer.body };
    },
  };
}

/** What was kept was JSON when it came. */
function again(body: Uint8Array): Answered {
  const value: unknown = JSON.parse(new TextDecoder().decode(body));
  return { body, value };
}

function leftAlone(place: string, now: Temporal.Instant): SourceUnreadable {
  const detail = dayOf(now).add({ days: 1 }).toString();
  return unreadable({ code: 'leftAlone', place, detail });
}

function readAs<T>(shape: z.ZodType<T>, value: unknown, place: string): T {
  const read = shape.safeParse(value);
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
