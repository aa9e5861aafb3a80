/** Numbers from 0 to below 1, the same for the same seed. */
export type Random = () => number;

/** A generator (mulberry32) for a text: every agency has its own, so that one alone has the dossiers it has among all. */
export function seededRandom(seed: string): Random {
  let state = hashOf(seed);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A whole number from 0 to below `count`. */
export function below(count: number, random: Random): number {
  return Math.floor(random() * count);
}

/** One of some things. RangeError when there are none. */
export function oneOf<Thing>(things: readonly Thing[], random: Random): Thing {
  const thing = things[below(things.length, random)];
  if (thing === undefined) throw new RangeError('nothing to choose from');
  return thing;
}

/** A way to choose by weight: what weighs twice as much comes twice as often. */
export function weighted<Thing>(
  things: readonly Thing[],
  weightOf: (thing: Thing) => number,
): (random: Random) => Thing {
  const wheel = things.flatMap((thing) => Array<Thing>(weightOf(thing)).fill(thing));
  return (random) => oneOf(wheel, random);
}

/** FNV-1a, 32 bits. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const character of text) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  }
  return hash;
}
