import type { Agency } from '../agencies/agency.ts';
import { existsDuring, type Span } from '../agencies/existence.ts';
import { meantToday } from '../agencies/meant-today.ts';
import { placeNameOf } from '../agencies/type-words.ts';
import { COMMANDS } from '../asking/commands.ts';
import type { PeriodAsked, PossiblePeriod } from '../calendar/period.ts';
import { resolvePeriod } from '../calendar/resolve-period.ts';
import { fold } from '../vietnamese/fold.ts';
import type { AgencyMention, Question, Slots } from './question.ts';

/**
 * "UBND xã Ninh Sơn năm 2023" means the one of that name that existed then, whichever the words alone would mean; where
 * several did, only these are asked about. Periods that only the figures can tell ("quý 3") decide nothing. Single dossiers
 * are asked about as they are today, and so is who has them.
 */
export function settledByPeriod(question: Question, today: Temporal.PlainDate): Question {
  const { slots, understood } = question;
  const isGoneOn = understood?.agencyFromConversation === true;
  const isOfNow = COMMANDS[question.command].right === 'dossiers';
  const agencies = slots.agencies.map((mention, at) => {
    const spans = spansFor(slots, at, today);
    // Who was talked about stays the same in another period.
    const isSettled = isGoneOn && mention.finding.kind === 'found';
    if (isSettled) return mention;
    if (spans !== null) return settled(mention, spans);
    return isOfNow ? { ...mention, finding: meantToday(mention.finding, today) } : mention;
  });
  return { ...question, slots: { ...slots, agencies } };
}

/** The days asked about the agency at a place; null where any of them, or all, are left to the figures. */
function spansFor(
  { periods, isPaired }: Slots,
  at: number,
  today: Temporal.PlainDate,
): readonly Span[] | null {
  const asked = isPaired ? periods.slice(at, at + 1) : periods;
  const sure = asked.filter(saysItsYear);
  const areSure = sure.length > 0 && sure.length === asked.length;
  return areSure ? sure.map((one) => resolvePeriod(one, { today, year: today.year })) : null;
}

function saysItsYear(asked: PeriodAsked): asked is PossiblePeriod {
  if (asked.kind === 'impossible') return false;
  if (asked.kind === 'year' || asked.kind === 'range') return true;
  if (asked.kind === 'years') return asked.span !== null;
  if (asked.kind === 'relative') return asked.unit !== 'period' && asked.unit !== 'samePeriod';
  return asked.year !== null || asked.yearOffset !== undefined;
}

function settled(mention: AgencyMention, spans: readonly Span[]): AgencyMention {
  const { finding, text } = mention;
  const readings = readingsOf(mention);
  const existed = readings.filter((agency) => spans.some((span) => existsDuring(agency, span)));
  const [only, ...more] = existed;
  if (only === undefined || existed.length === readings.length) return mention;
  if (finding.kind === 'ask') {
    if (!areNamesakes(readings, text)) return mention;
    if (more.length > 0) return { text, finding: { kind: 'ask', candidates: existed } };
  }
  const isMeantAnyway = finding.kind === 'found' && existed.includes(finding.agency);
  if (isMeantAnyway || more.length > 0) return mention;
  const others = readings.filter((agency) => agency !== only);
  return { text, finding: { kind: 'found', agency: only, by: 'period', others } };
}

function readingsOf({ finding }: AgencyMention): readonly Agency[] {
  switch (finding.kind) {
    case 'found':
      return [finding.agency, ...finding.others];
    case 'ask':
      return finding.candidates;
    case 'unknown':
      return [];
  }
}

/** Bearing one name: another name that is merely near ("Binh Lộc": Bình Lộc, Ninh Lộc) is no matter of the period. */
function areNamesakes(agencies: readonly Agency[], text: string): boolean {
  const places = new Set(agencies.map(({ name }) => fold(placeNameOf(name)?.place ?? name)));
  const typed = fold(text);
  return (
    places.size === 1 || agencies.every(({ aliases }) => aliases.some((one) => fold(one) === typed))
  );
}
