import type { Agency } from './agency.ts';

/**
 * How telling a spelling is. `full`: a name as written in the directory. `typed`: with the word for its type
 * ("phường Lộc Thọ", "chi nhánh Cam Lâm"). `initial`: with a one-letter type ("P. Lộc Thọ"). `bare`: the place
 * alone. `alias`: an abbreviation or another name.
 */
export type SpellingKind = 'full' | 'typed' | 'initial' | 'bare' | 'alias';

/** One way people write the name of an agency. */
export type Spelling = {
  readonly text: string;
  readonly kind: SpellingKind;
  readonly agency: Agency;
};
