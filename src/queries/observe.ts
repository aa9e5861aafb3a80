import { setImmediate as nextTurn } from 'node:timers/promises';

import type { Agency, AgencyId } from '../agencies/agency.ts';
import { judgedLevel } from '../agencies/judged-level.ts';
import type { Observation, OpenDossiers, PeriodFigures } from '../alerts/observation.ts';
import type { AlertRules } from '../alerts/rules.ts';
import { parsePeriodKey } from '../calendar/periods.ts';
import { addWorkingDays } from '../calendar/working-days.ts';
import { dayOf, ZONE } from '../clock.ts';
import type { TakenList } from '../dossiers/store.ts';
import { rateBy } from '../figures/rate.ts';
import { reportedOnly } from '../snapshots/reported.ts';
import { isHardToBelieve } from '../snapshots/severity.ts';
import type { Reading } from '../snapshots/store.ts';
import { atOneMoment } from './at-one-moment.ts';
import { type Believed, currentFigures, type Today } from './current-figures.ts';
import { doubtsAbout } from './doubts.ts';
import type { DueKnowledge } from './due-knowledge.ts';
import type { Knowledge } from './knowledge.ts';
import { askForecasts } from './overdue-forecast.ts';
import { usualPending } from './usual-pending.ts';

/** What alerts are decided from. */
export type ObservedKnowledge = {
  readonly knowledge: Knowledge;
  readonly due: DueKnowledge;
  readonly isBelieved: Believed;
};

type Seeing = ObservedKnowledge & {
  readonly now: Temporal.Instant;
  readonly today: Today;
  readonly rules: AlertRules;
};

/**
 * What is believed of agencies now, for all rules. Those that are no more, or of which nothing is believed, are left out.
 * Rates are those reported: what lists of dossiers tell is told by the rules on dossiers and forecasts.
 */
export async function observe(
  asked: ObservedKnowledge,
  agencies: readonly AgencyId[],
  rules: AlertRules,
): Promise<readonly Observation[]> {
  const room = { ...asked, knowledge: onReported(asked.knowledge) };
  const now = room.knowledge.clock.now();
  const today = { day: dayOf(now), calendar: room.due.calendar };
  const seeing = { ...room, due: atOneMoment(room.due, now), now, today, rules };
  const figures = await currentFigures(room.knowledge, agencies, seeing);
  const longOverdue = await longOverdueOf(seeing);
  const observed: Observation[] = [];
  for (const id of agencies) {
    // Stores answer at once: people who ask meanwhile are answered in between.
    await nextTurn();
    const agency = room.knowledge.directory.get(id);
    const reading = figures.get(id) ?? null;
    const figuresOfNow = reading === null ? null : await periodFigures(agency, reading, seeing);
    const own = {
      agency: id,
      // What its own past makes hard to believe alerts nobody; what it says of others does.
      figures: figuresOfNow?.doubts.some(isHardToBelieve) === true ? null : figuresOfNow,
      dossiers: await openDossiers(id, longOverdue, seeing),
    };
    if (own.figures !== null || own.dossiers !== null) observed.push(own);
  }
  return observed;
}

function onReported(knowledge: Knowledge): Knowledge {
  return { ...knowledge, snapshots: reportedOnly(knowledge.snapshots) };
}

async function periodFigures(
  agency: Agency,
  reading: Reading,
  { knowledge, today }: Seeing,
): Promise<PeriodFigures> {
  const { snapshot, figure } = reading;
  const period = parsePeriodKey(snapshot.period);
  const { counts } = figure;
  const level = judgedLevel(agency);
  const { year } = period.to;
  const target = knowledge.targets.targetOf({ metric: 'online', level, year });
  const online = rateBy('ONLINE_OVER_RECEIVED_NEW', counts);
  return {
    period,
    counts,
    snapshot,
    limits: knowledge.targets.limitsOn({ subject: 'overdue', level, year }),
    online: target === null || online.kind !== 'rate' ? null : { rate: online.fraction, target },
    usualPending: await usualPending(knowledge, reading, today),
    doubts: (await doubtsAbout(knowledge, [{ agency, snapshot }])).map(({ finding }) => finding),
  };
}

async function openDossiers(
  agency: AgencyId,
  longOverdue: ReadonlyMap<AgencyId, number>,
  { knowledge, due, isBelieved, now, today }: Seeing,
): Promise<OpenDossiers | null> {
  const [list] = await due.dossiers.lists(agency);
  if (list === undefined || !isFresh(list, today) || !(await isBelieved(list.source))) return null;
  return {
    list,
    longOverdue: longOverdue.get(agency) ?? 0,
    forecasts: await askForecasts({ knowledge, dossiers: due.dossiers, now, today }, agency),
  };
}

/** A list of the working day before still says what is late; an older one no longer does. */
function isFresh({ asOf }: TakenList, { day, calendar }: Today): boolean {
  const before = addWorkingDays(day, -1, calendar);
  return Temporal.PlainDate.compare(dayOf(asOf), before) >= 0;
}

/** How many dossiers of each agency are late by more working days than the rule allows. */
async function longOverdueOf({
  due,
  rules: { longOverdueDays },
  today: { day, calendar },
}: Seeing): Promise<ReadonlyMap<AgencyId, number>> {
  if (longOverdueDays === null) return new Map();
  // What fell due on days off counts with the working day before them, like everywhere.
  const before = addWorkingDays(day, -longOverdueDays, calendar).toZonedDateTime(ZONE).toInstant();
  return due.dossiers.countDue({ before });
}
