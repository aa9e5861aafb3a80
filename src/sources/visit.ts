import { filesPutIn } from './folder.ts';

/** One look into a folder, and what is to be read of it. */
export type Visit = {
  /** The files to be read now, in the order in which they are to be. */
  readonly names: readonly string[];
  /** Files left alone because they are still being written. */
  readonly unready: readonly string[];
  /** Whether a file lies there now that does not look as it did; one that is gone has not changed. */
  isChanged(name: string): Promise<boolean>;
  /** To be called when what became of all files is known, with those that could not be opened: they are new again. */
  allRead(but: readonly string[]): void;
};

/** Looks into a folder. Rejects with `SourceUnreadable` when it cannot be looked into. */
export type Look = (folder: string) => Promise<Visit>;

/**
 * Every file, each time, by name: samples come out the same on every machine, whenever they were copied there, and lists
 * tell themselves of what moment they are.
 */
export const everyFile: Look = async (folder) => ({
  names: (await filesPutIn(folder)).map(({ name }) => name).toSorted(),
  unready: [],
  isChanged: async () => false,
  allRead: () => undefined,
});

/** Keeps the last visit for whoever takes the files away after they were read; null = none, or the folder could not be seen. */
export function keepingLast(look: Look): { readonly look: Look; last(): Visit | null } {
  let last: Visit | null = null;
  return {
    async look(folder) {
      last = null;
      last = await look(folder);
      return last;
    },
    last: () => last,
  };
}
