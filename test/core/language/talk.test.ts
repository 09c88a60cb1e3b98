import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { learnTalk, likelySpeech } from '../../../src/core/language/talk.ts';
import { base } from './base.ts';
import { asked, hear, shown } from './read.ts';

const talk = learnTalk(base);

describe('a message that is like no example', () => {
  it.each(['xqzv', 'kkjw ppfh zzt', '漢字', '🍲🍲🍲', '????', ''])(
    'is no act of speech where it is nonsense: %j',
    (text) => {
      expect(likelySpeech(talk, text)).toBe(null);
    },
  );

  it('is never an act of speech where it is long', () => {
    expect(likelySpeech(talk, 'thank you '.repeat(40))).toBe(null);
  });

  it('is none where no word of it is known, whatever it is made of', () => {
    const unknownWord = fc.string({ unit: fc.constantFrom(...'qxzjvk'), minLength: 5, maxLength: 9 });
    fc.assert(
      fc.property(fc.array(unknownWord, { maxLength: 6 }), (words) => {
        expect(likelySpeech(talk, words.join(' '))).toBe(null);
      }),
    );
  });

  it('tells of the case where it is like what tells of cases', () => {
    for (const { answers } of base.questions)
      for (const { phrases } of answers)
        for (const phrase of phrases)
          expect(['greeting', 'thanks', 'restart']).not.toContain(likelySpeech(talk, phrase));
  });
});

describe('what may follow from a guess depends on what the bot waits for', () => {
  it.each(['I need it fixed', 'make it work', 'that worked yesterday', 'when will it be fixed'])(
    '%s: nothing is taken for done',
    (text) => {
      expect(hear(text, shown).outcome).toBe(null);
    },
  );

  it.each(['that did the trick', 'no change at all', 'nope'])(
    '%s: there is no outcome before a remedy',
    (text) => {
      expect(hear(text).outcome).toBe(null);
      expect(hear(text, asked('seal-switch')).outcome).toBe(null);
    },
  );

  it.each(['I need it fixed', 'I need this working', 'all the way round to the start', 'somebody turned it'])(
    '%s: nobody is fetched, and nothing is dropped or taken back',
    (text) => {
      expect(['human', 'back', 'restart']).not.toContain(hear(text, shown).act);
      expect(['human', 'back', 'restart']).not.toContain(hear(text, asked('seal-switch')).act);
    },
  );
});
