import { dossierStore } from '../../src/storage/dossier-store.ts';
import { openStorage } from '../../src/storage/open.ts';
import { describeDossierStore } from '../contracts/dossier-store-contract.ts';

describeDossierStore('memory', async () => {
  const storage = openStorage(':memory:');
  return {
    store: dossierStore(storage),
    [Symbol.asyncDispose]: async () => storage.close(),
  };
});
