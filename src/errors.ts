/** One thing that is wrong with something from outside: a stable code, where it stands, and the value or numbers found. */
export type Problem = {
  readonly code: string;
  /** As exact as it can be said: "figures.csv, dòng 12, cột received" or "sources[0].schedule". */
  readonly place: string;
  readonly detail: string;
};

/** A file or answer of a source could not be taken in; nothing of it was stored. */
export class SourceUnreadable extends Error {
  override readonly name = 'SourceUnreadable';
  readonly origin: string;
  readonly problems: readonly Problem[];

  constructor(origin: string, problems: readonly Problem[], options?: ErrorOptions) {
    super(
      `${origin}: ${problems.map(({ place, code }) => `${place} ${code}`).join('; ')}`,
      options,
    );
    this.origin = origin;
    this.problems = problems;
  }
}

/** Configuration or environment is wrong; every problem is listed. */
export class ConfigurationInvalid extends Error {
  override readonly name = 'ConfigurationInvalid';
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map(({ place, code, detail }) => `${place}: ${code} ${detail}`).join('; '));
    this.problems = problems;
  }
}

/** The store cannot be used as it is (corrupt, newer, read-only); the file was not touched. */
export class StoreUnusable extends Error {
  override readonly name = 'StoreUnusable';
  readonly file: string;
  readonly reason: 'corrupt' | 'newerVersion' | 'notWritable' | 'changedMigration';

  constructor(file: string, reason: StoreUnusable['reason'], options?: ErrorOptions) {
    super(`${file}: ${reason}`, options);
    this.file = file;
    this.reason = reason;
  }
}

/** An agency id that the directory does not have: a fault of data or code, never of a person. */
export class UnknownAgencyId extends Error {
  override readonly name = 'UnknownAgencyId';
}
