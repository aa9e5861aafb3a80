/** Something to be fetched by its address; the ending of its name tells what it is: "bieu-do.png". */
export type Published = { readonly name: string; readonly bytes: Uint8Array };

/** Where it is to be had, and until when. Whoever has the address has what is there: it is told to nobody else. */
export type PublicAddress = { readonly url: string; readonly until: Temporal.Instant };

/** Puts something under a public address that nobody can guess, for at least so many minutes. */
export type Publish = (what: Published, minutes: number) => Promise<PublicAddress>;
