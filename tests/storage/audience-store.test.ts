import { audienceStore } from '../../src/storage/audience-store.ts';
import { openStorage } from '../../src/storage/open.ts';
import { describeAudienceStore } from '../contracts/audience-store-contract.ts';

describeAudienceStore('SQLite', () => {
  const storage = openStorage(':memory:');
  return { ...audienceStore(storage), [Symbol.dispose]: () => storage.close() };
});
