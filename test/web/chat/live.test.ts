import { describe, expect, it } from 'vitest';
import type { Line } from '../../../src/web/chat/connection/snapshot.ts';
import { liveLine, offerOf } from '../../../src/web/chat/live.ts';
import { answer, confirm, handover, pressed, question, remedy, said, words } from './lines.ts';

const live = (...lines: readonly Line[]): string | null => liveLine(lines)?.id ?? null;

describe('the buttons that can be pressed', () => {
  it('are those of the last reply that has any', () => {
    expect(live(question('first'), pressed('On'), question('second'))).toBe('second');
    expect(live(question('first'), pressed('On'), remedy('second'))).toBe('second');
    expect(live(question('first'), said('well'), confirm('second'))).toBe('second');
    expect(live(handover('over', true))).toBe('over');
  });

  it('go as soon as one was pressed, sent or waiting', () => {
    expect(live(question('q'), pressed('On'))).toBeNull();
    expect(live(question('q'), pressed('On', 'waiting'))).toBeNull();
    expect(live(question('q'), pressed('On'), words('thanks'))).toBeNull();
  });

  it('wait while a message waits for its answer, and come back after a digression', () => {
    expect(live(question('q'), said('are you human?'))).toBeNull();
    expect(live(question('q'), said('are you human?'), words('no'))).toBe('q');
    expect(live(question('q'), said('is it safe?'), answer('a'))).toBe('q');
  });

  it('stay where a message was refused: it was never said', () => {
    expect(live(question('q'), said('far too long', 'refused'))).toBe('q');
    expect(live(question('q'), pressed('On', 'refused'))).toBe('q');
  });

  it.each([
    ['starting over', words('anew', 'restart')],
    ['the end', words('bye', 'closing')],
    ['a hand-over', handover('over')],
  ])('are gone after %s', (_, line) => {
    expect(live(question('q'), said('well'), line)).toBeNull();
  });

  it('are none before anything was said', () => {
    expect(live()).toBeNull();
    expect(live(words('welcome'))).toBeNull();
  });
});

describe('what a reply offers', () => {
  it('belongs to its question, and says its words where it belongs to nothing', () => {
    expect(offerOf(question('q').reply)?.of).toEqual({ kind: 'question', id: 'lamp', turn: 2 });
    expect(offerOf(confirm('q').reply)?.of).toEqual({ kind: 'confirm', id: 'lamp', turn: 2 });
    expect(offerOf(handover('over', true).reply)?.of).toBeNull();
    expect(offerOf(words('hello').reply)).toBeNull();
  });
});
