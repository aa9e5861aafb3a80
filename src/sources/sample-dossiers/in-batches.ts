/** The same things in lists of at most `size`, each made only when it is asked for. */
export function* inBatches<Thing>(things: Iterable<Thing>, size: number): Generator<Thing[]> {
  let batch: Thing[] = [];
  for (const thing of things) {
    batch.push(thing);
    if (batch.length < size) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
