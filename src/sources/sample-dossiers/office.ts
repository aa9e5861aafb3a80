import type { Dossier } from '../../dossiers/dossier.ts';
import type { Procedure, SampleState } from './catalogue.ts';
import type { Maker } from './make-dossier.ts';
import type { Placed } from './place-in-time.ts';
import { below, oneOf, type Random } from './seeded-random.ts';

/** Where a dossier was handed in and where it stands now. */
type Whereabouts = Pick<Dossier, 'receptionPlace' | 'handlingUnit' | 'desk' | 'step'>;
type Where = Omit<Whereabouts, 'receptionPlace'>;

/** Where dossiers of an agency stand: at the counter first, then with the unit of the procedure, at the counter again. */
export function officeOf({ agency, catalogue, profile, random }: Maker) {
  const { reception, steps } = catalogue;
  const counter = reception.desk.replace('{agency}', agency.name);
  const atCounter = (step: string | null): Where => ({
    handlingUnit: counter,
    desk: reception.officer,
    step,
  });

  const where = (state: SampleState, { used }: Placed, { unit: key }: Procedure): Where => {
    if (state === 'received') return atCounter(reception.step);
    if (state === 'done') return atCounter(steps.at(-1) ?? null);
    const unit = profile.units[key];
    if (unit === undefined) throw new RangeError(`no unit ${key}`);
    if (state === 'returned' || state === 'withdrawn') {
      return { handlingUnit: unit.name, desk: null, step: null };
    }
    const desk = `${unit.desk} ${String(1 + below(unit.desks, random))}`;
    return { handlingUnit: unit.name, desk, step: stepAt(used, steps.slice(0, -1), random) };
  };

  return (state: SampleState, placed: Placed, procedure: Procedure): Whereabouts => ({
    receptionPlace: random() < 0.05 ? reception.elsewhere : counter,
    ...where(state, placed, procedure),
  });
}

/** The more of the time is used up, the farther it is; what is late may hang anywhere but at the beginning. */
function stepAt(used: number, steps: readonly string[], random: Random): string {
  const late = steps.slice(1);
  if (used >= 1 && late.length > 0) return oneOf(late, random);
  return steps[Math.floor(used * steps.length)] ?? oneOf(steps, random);
}
