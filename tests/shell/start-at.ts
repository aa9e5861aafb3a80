/**
 * Loaded before the program (`node --import`): its clock runs on from the moment in START_AT, as a program that starts by the
 * clock of the machine cannot be told another.
 */
const offsetMs = Date.parse(process.env['START_AT'] ?? '') - Date.now();
const nowMs = Date.now.bind(Date);

class ShiftedDate extends Date {
  constructor(...given: readonly []) {
    if (given.length === 0) super(nowMs() + offsetMs);
    else super(...given);
  }

  static override now(): number {
    return nowMs() + offsetMs;
  }
}

Object.defineProperty(globalThis, 'Date', { value: ShiftedDate });
Object.defineProperty(Temporal.Now, 'instant', {
  value: () => Temporal.Instant.fromEpochMilliseconds(nowMs() + offsetMs),
});
