import { describe } from 'vitest';

import type { DossierStore } from '../../src/dossiers/store.ts';
import { describeModel } from './dossier-store-model.ts';
import { describeTaking } from './dossier-store-taking.ts';

/** An empty store that goes away at the end of the block that opened it. */
type OpenedDossiers = AsyncDisposable & { readonly store: DossierStore };
export type OpenDossiers = () => Promise<OpenedDossiers>;

/** What every `DossierStore` does, whatever it keeps its rows in. */
export function describeDossierStore(name: string, open: OpenDossiers): void {
  describe(`dossiers in ${name}`, () => {
    describeTaking(open);
    describeModel(open);
  });
}
