import { describe, expect, it } from 'vitest';
import type { StorageLike } from '../../../src/web/chat/connection/parts.ts';
import { keepTicks, readTicks, type Ticks, withTick } from '../../../src/web/chat/ticks.ts';

/** A storage of one page, empty at first. */
function storage(): StorageLike {
  const kept = new Map<string, string>();
  return {
    get length() {
      return kept.size;
    },
    key: (index) => [...kept.keys()][index] ?? null,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  };
}

/** A storage that a browser's settings have closed. */
const closed: StorageLike = {
  length: 0,
  key: () => null,
  getItem() {
    throw new Error('denied');
  },
  setItem() {
    throw new Error('denied');
  },
  removeItem() {},
};

describe('ticks', () => {
  it('are of one step of one reply, and can be taken back', () => {
    const one = withTick({}, 'reply', 'open', true);
    const two = withTick(one, 'other', 'open', true);
    expect(two).toEqual({ reply: ['open'], other: ['open'] });
    expect(withTick(two, 'reply', 'open', false)).toEqual({ reply: [], other: ['open'] });
  });

  it('do not double', () => {
    expect(withTick({ reply: ['open'] }, 'reply', 'open', true)).toEqual({ reply: ['open'] });
  });

  it('are forgotten of replies long past', () => {
    let ticks: Ticks = {};
    for (let reply = 0; reply < 50; reply++) ticks = withTick(ticks, `reply-${reply}`, 'open', true);
    expect(Object.keys(ticks)).toHaveLength(20);
    expect(ticks['reply-49']).toEqual(['open']);
  });

  it('outlive a reload', () => {
    const page = storage();
    keepTicks(page, 'ticks', { reply: ['open'] });
    expect(readTicks(page, 'ticks')).toEqual({ reply: ['open'] });
  });

  it.each(['[', 'null', '7', '{"reply":"open"}', '{"reply":[1,null]}'])(
    'are none where %s is stored',
    (text) => {
      const page = storage();
      page.setItem('ticks', text);
      expect(Object.values(readTicks(page, 'ticks')).flat()).toEqual([]);
    },
  );

  it('go on without a storage', () => {
    expect(() => keepTicks(closed, 'ticks', { reply: ['open'] })).not.toThrow();
    expect(readTicks(closed, 'ticks')).toEqual({});
    expect(readTicks(null, 'ticks')).toEqual({});
  });
});
