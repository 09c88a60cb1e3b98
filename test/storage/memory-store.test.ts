import { createMemoryStore } from '../../src/storage/memory-store.ts';
import { storeContract } from './store-contract.ts';

storeContract('memory', () => {
  const store = createMemoryStore();
  return { open: () => store, dispose: () => {} };
});
