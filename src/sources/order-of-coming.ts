/** A file of a folder, by the two times its system keeps, in milliseconds. */
export type DatedFile = {
  readonly name: string;
  /** When what is in it was written; a copy may bear the time of its original. */
  readonly writtenMs: number;
  /** When it came to lie there as it is: written, copied or moved. */
  readonly cameMs: number;
};

/** Files that came so soon after each other were put there in one go. */
const IN_ONE_GO_MS = 60_000;

/**
 * The names of files in the order in which they count: of two versions the one put there last is in force, as it would
 * be had each been read when it came. So it is also after a restart that reads all of them again. Of files that came in
 * one go the order of copying says nothing: they count by when they were written, then by name.
 */
export function inOrderOfComing(files: readonly DatedFile[]): readonly string[] {
  const byComing = files.toSorted((a, b) => cameAt(a) - cameAt(b));
  const gos: DatedFile[][] = [];
  let last = Number.NEGATIVE_INFINITY;
  for (const file of byComing) {
    const together = cameAt(file) - last <= IN_ONE_GO_MS ? gos.at(-1) : undefined;
    if (together === undefined) gos.push([file]);
    else together.push(file);
    last = cameAt(file);
  }
  return gos.flatMap((go) => go.toSorted(byWriting)).map(({ name }) => name);
}

/** Not every system tells when a file came; it never was before it was written, but for clocks that go wrong. */
function cameAt({ writtenMs, cameMs }: DatedFile): number {
  return Math.max(writtenMs, cameMs);
}

function byWriting(a: DatedFile, b: DatedFile): number {
  return a.writtenMs - b.writtenMs || (a.name < b.name ? -1 : 1);
}
