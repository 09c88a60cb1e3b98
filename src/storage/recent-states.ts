/** A store that remembers the states of conversations in which something is being said. */

import type { ConversationStore, Loaded } from '../ports.ts';

/**
 * How many states are remembered. Range 1..100,000, default 1,000: people answer within minutes, and few shops have
 * more of them talking at once; a state takes some 2 KB, so more only takes room.
 */
const REMEMBERED = 1_000;

/**
 * Gives the state that this process committed last without asking `store` for it. Another process may have committed
 * since; then the next commit is a conflict, and what is loaded after that comes from `store`.
 */
export function withRecentStates<Store extends ConversationStore>(store: Store): Store {
  const recent = new Map<string, Loaded>();

  function remember(conversation: string, loaded: Loaded): void {
    recent.delete(conversation);
    recent.set(conversation, loaded);
    if (recent.size <= REMEMBERED) return;
    for (const oldest of recent.keys()) {
      recent.delete(oldest);
      return;
    }
  }

  return {
    ...store,
    load: async (conversation) => recent.get(conversation) ?? (await store.load(conversation)),
    async commit(change) {
      const { conversation, state, expectedVersion } = change;
      // Whatever becomes of the commit, this state is not the last one any more.
      recent.delete(conversation);
      const committed = await store.commit(change);
      if (committed.kind === 'stored') remember(conversation, { state, version: expectedVersion + 1 });
      return committed;
    },
  };
}
