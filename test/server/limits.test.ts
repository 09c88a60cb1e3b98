import { describe, expect, it } from 'vitest';
import { createLimits, DEFAULT_RATES } from '../../src/channels/direct-line/limits.ts';

const granted = { kind: 'granted' };
const refused = (retryAfterMs: number) => ({ kind: 'refused', retryAfterMs });

/** How many of so many are granted at one moment. */
const grantedOf = (count: number, ask: (index: number) => { kind: string }): number =>
  Array.from({ length: count }, (_, index) => ask(index)).filter(({ kind }) => kind === 'granted').length;

describe('conversations that one address opens', () => {
  it('are thirty at once and one each two seconds, out of ten thousand', () => {
    const limits = createLimits();
    expect(grantedOf(10_000, () => limits.opening('till', 0))).toBe(30);
    expect(limits.opening('till', 500)).toEqual(refused(1_500));
    expect(limits.opening('till', 1_999)).toEqual(refused(1));
    expect(limits.opening('till', 2_000)).toEqual(granted);
    expect(limits.opening('till', 2_000)).toEqual(refused(2_000));
  });

  it('leave those of another address alone', () => {
    const limits = createLimits();
    grantedOf(10_000, () => limits.opening('stranger', 0));
    expect(limits.opening('till', 0)).toEqual(granted);
  });

  it('are thirty again after a minute of quiet, and not more after a day', () => {
    const limits = createLimits();
    expect(grantedOf(100, () => limits.opening('till', 0))).toBe(30);
    expect(grantedOf(100, () => limits.opening('till', 60_000))).toBe(30);
    expect(grantedOf(100, () => limits.opening('till', 86_400_000))).toBe(30);
  });

  it('are counted on where the clock is set back', () => {
    const limits = createLimits({ opening: { burst: 1, perSecond: 1 } });
    expect(limits.opening('till', 10_000)).toEqual(granted);
    expect(limits.opening('till', 0)).toEqual(refused(1_000));
    expect(limits.opening('till', 1_000)).toEqual(granted);
  });

  it('may be none', () => {
    const limits = createLimits({ opening: { burst: 1, perSecond: 0 } });
    limits.opening('till', 0);
    expect(limits.opening('till', 1e12)).toEqual(refused(3_600_000));
  });
});

describe('messages', () => {
  it('of one conversation are twenty at once and two a second', () => {
    const limits = createLimits();
    expect(grantedOf(1_000, () => limits.message('till', 'one', 0))).toBe(20);
    expect(grantedOf(1_000, () => limits.message('till', 'one', 1_000))).toBe(2);
  });

  it('of one address are three hundred at once and a hundred a second, in however many conversations', () => {
    const limits = createLimits();
    expect(grantedOf(10_000, (index) => limits.message('till', `${index}`, 0))).toBe(300);
    expect(grantedOf(10_000, (index) => limits.message('till', `later ${index}`, 1_000))).toBe(100);
    expect(limits.message('elsewhere', 'another', 0)).toEqual(granted);
  });

  it('that one conversation has too many take nothing from the others of its address', () => {
    const limits = createLimits();
    grantedOf(100_000, () => limits.message('shop', 'flood', 0));
    expect(grantedOf(300, (index) => limits.message('shop', `${index}`, 0))).toBe(280);
  });
});

describe('reading', () => {
  it('is counted apart from speaking, of a conversation and of its address', () => {
    const limits = createLimits();
    expect(grantedOf(10_000, () => limits.read('till', 'one', 0))).toBe(60);
    expect(grantedOf(10_000, () => limits.read('till', 'one', 1_000))).toBe(15);
    expect(grantedOf(10_000, (index) => limits.read('shop', `${index}`, 0))).toBe(1_000);
    expect(limits.message('shop', 'one', 0)).toEqual(granted);
  });
});

describe('streams', () => {
  it('have so many places, and one more when one is closed', () => {
    const limits = createLimits({ conversationSockets: 2, addressSockets: 3 });
    const first = limits.socket('till', 'one');
    expect(limits.socket('till', 'one').kind).toBe('granted');
    expect(limits.socket('till', 'one')).toEqual(refused(5_000));
    expect(limits.socket('till', 'two').kind).toBe('granted');
    expect(limits.socket('till', 'three').kind).toBe('refused');
    expect(limits.socket('elsewhere', 'three').kind).toBe('granted');
    if (first.kind === 'granted') {
      first.release();
      first.release();
    }
    expect(limits.socket('till', 'three').kind).toBe('granted');
    expect(limits.socket('till', 'one').kind).toBe('refused');
  });
});

describe('what is remembered', () => {
  it('is bounded, however many addresses come', () => {
    const limits = createLimits({ ...DEFAULT_RATES, remembered: 2, opening: { burst: 1, perSecond: 1 } });
    limits.opening('a', 0);
    limits.opening('b', 0);
    expect(limits.opening('a', 0).kind).toBe('refused');
    limits.opening('c', 0);
    expect(limits.opening('a', 0).kind).toBe('refused');
    expect(limits.opening('b', 0)).toEqual(granted);
  });
});
