import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import { type Outcome, World } from './model-world.ts';

/** The world judges every step itself; the model only counts processes. */
type Model = { running: number };

/** One step, told by its words when a run fails. */
class Step implements fc.AsyncCommand<Model, World> {
  readonly #words: string;
  readonly #act: (world: World, model: Model) => Promise<void> | void;

  constructor(words: string, act: (world: World, model: Model) => Promise<void> | void) {
    this.#words = words;
    this.#act = act;
  }

  check = () => true;

  async run(model: Model, world: World): Promise<void> {
    await this.#act(world, model);
    await world.time.pass(0);
    if (world.wrongs.length > 0) throw new Error(world.wrongs.join('; '));
  }

  toString = () => this.#words;
}

const group = fc.nat(2);
const outcome: fc.Arbitrary<Outcome> = fc.oneof(
  fc.record({
    arrives: fc.constant(true),
    answer: fc.constantFrom('receipt', 'lost', 'none'),
  }),
  fc.record({
    arrives: fc.constant(false),
    answer: fc.constantFrom('lost', 'none', 'later', 'flood', 'never'),
  }),
);

const put = fc
  .tuple(group, fc.nat(4), fc.constantFrom(0, 0, 0, 5_000, 3_600_000))
  .map(
    ([to, number, inMs]) =>
      new Step(`put ${String(number)}/${String(to)} in ${String(inMs)}`, (world) =>
        world.put(to, number, inMs),
      ),
  );
const meet = fc
  .array(outcome, { minLength: 1, maxLength: 4 })
  .map(
    (next) =>
      new Step(`next ${JSON.stringify(next)}`, (world) => void world.outcomes.push(...next)),
  );
const start = fc.constant(
  new Step('start', (world, model) => {
    if (model.running >= 2) return;
    model.running += 1;
    world.start();
  }),
);
const crash = fc.constant(
  new Step('crash', (world, model) => {
    model.running = 0;
    world.crash();
  }),
);
const pass = fc
  .constantFrom(1_000, 30_000, 160_000, 3_600_000)
  .map((ms) => new Step(`pass ${String(ms)}`, (world) => world.time.pass(ms)));
const jump = fc
  .constantFrom(-7_200_000, -1_000, 200_000, 3_600_000)
  .map((ms) => new Step(`jump ${String(ms)}`, (world) => world.time.jump(ms)));
const move = group.map((which) => new Step(`move ${String(which)}`, (world) => world.move(which)));

const life = fc.commands([put, put, put, meet, meet, start, crash, pass, jump, move], {
  maxCommands: 40,
  size: '+1',
});

test('whatever happens, nothing is lost, overtaken, or repeated without the mark', async () => {
  await fc.assert(
    fc.asyncProperty(life, async (steps) => {
      const world = new World();
      await fc.asyncModelRun(() => ({ model: { running: 0 }, real: world }), steps);
      await world.calmDown();
      expect(world.wrongs).toEqual([]);
      for (const [text, { finished, seen }] of world.fates) {
        expect([text, finished]).toEqual([text, true]);
        expect(seen.filter((how) => how === 'plain').length).toBeLessThanOrEqual(1);
        expect(seen.length).toBeLessThanOrEqual(2);
      }
    }),
    { numRuns: 40 },
  );
}, 60_000);
