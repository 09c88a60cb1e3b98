import { describe, expect, it } from 'vitest';
import { createKept } from '../../../src/web/chat/connection/kept.ts';
import { pageStorage } from '../../../src/web/chat/page-storage.ts';

describe('a storage that the page around the chat keeps', () => {
  it('has what the page kept of an earlier one', () => {
    let kept: string | null = null;
    const before = pageStorage(null, (text) => {
      kept = text;
    });
    before.setItem('a', '1');
    before.setItem('b', '2');
    before.setItem('a', '3');
    before.removeItem('b');
    const after = pageStorage(kept, () => undefined);
    expect([after.length, after.key(0), after.key(1)]).toEqual([1, 'a', null]);
    expect([after.getItem('a'), after.getItem('b')]).toEqual(['3', null]);
  });

  it('gives the page something to keep only where something changed', () => {
    const given: string[] = [];
    const storage = pageStorage(null, (text) => given.push(text));
    storage.removeItem('a');
    storage.setItem('a', '1');
    expect(given).toEqual(['[["a","1"]]']);
  });

  it('gives the page nothing that was typed and not sent: it may hold a PIN', () => {
    const given: string[] = [];
    const storage = pageStorage(null, (text) => given.push(text));
    const kept = createKept(storage, 'keyturn/till');
    kept.keepUnsent({ id: 'm1', at: 1, person: null, text: 'my PIN is 4821', pressed: null });
    kept.setResume({ conversationId: 'c', credential: 'r' });
    expect(kept.unsent(null, 0)).toHaveLength(1);
    expect(given).toHaveLength(1);
    expect(given.join()).not.toContain('4821');
  });

  it.each(['', 'no JSON', '{"a":1}', '[["a"]]', '[[1,2]]', 'null'])(
    'is empty where the page kept something else: %s',
    (kept) => {
      expect(pageStorage(kept, () => undefined).length).toBe(0);
    },
  );
});
