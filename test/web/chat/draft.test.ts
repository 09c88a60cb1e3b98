import { describe, expect, it } from 'vitest';
import { READ_LIMIT } from '../../../src/core/language/normalise.ts';
import { DRAFT_LIMIT, measureDraft, numberedChoice } from '../../../src/web/chat/draft.ts';
import { offerOf } from '../../../src/web/chat/live.ts';
import { question } from './lines.ts';

describe('a draft', () => {
  it('may be as long as the bot reads, and no longer', () => {
    expect(DRAFT_LIMIT).toBe(READ_LIMIT);
    expect(measureDraft('x'.repeat(DRAFT_LIMIT)).over).toBe(0);
    expect(measureDraft('x'.repeat(DRAFT_LIMIT + 7)).over).toBe(7);
  });

  it('tells how long it is once it is a ticket and no sentence', () => {
    const ticket = Array.from({ length: 40 }, (_, line) => `line ${line}`).join('\n');
    expect(measureDraft(ticket)).toMatchObject({ lines: 40, isLong: true });
    expect(measureDraft('it says supervisor error').isLong).toBe(false);
  });
});

describe('a typed number', () => {
  const offer = offerOf(question('q').reply);

  it('is the answer of that number on the screen', () => {
    expect(numberedChoice(' 2\n', offer)?.id).toBe('off');
  });

  it('is a message like any other where nothing has that number', () => {
    expect(numberedChoice('3', offer)).toBeNull();
    expect(numberedChoice('0', offer)).toBeNull();
    expect(numberedChoice('2 times', offer)).toBeNull();
    expect(numberedChoice('1', null)).toBeNull();
  });
});
