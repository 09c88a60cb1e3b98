import { expect, test } from 'vitest';
import type { Fact } from '../../../src/core/conversation.ts';
import { factsLine } from '../../../src/core/dialogue/fact-words.ts';
import { voiceFor } from '../../../src/core/dialogue/voice.ts';
import { foreignBase } from '../../foreign-base.ts';

const { prepared } = await foreignBase();
const voice = voiceFor(prepared.dialogue, { role: null, locale: 'en-GB' });

const message = 'no coffee and the grinder hums loudly';
const said = (answer: string, words: string, turn = 1, denied = false): Fact => {
  const start = message.indexOf(words);
  return {
    question: 'noise',
    answer,
    about: 'check',
    known: 'said',
    denied,
    turn,
    quote: { text: words, start, end: start + words.length },
  };
};
const chosen = (answer: string): Fact => ({
  question: 'noise',
  answer,
  about: 'check',
  known: 'chosen',
  denied: false,
  turn: 2,
  quote: null,
});

test.each<[title: string, facts: Fact[], line: string]>([
  ['words that were said are quoted', [said('hum', 'grinder hums')], '“grinder hums”'],
  ['a button is named by its label', [chosen('silence')], 'Nothing at all'],
  [
    'quotes that share words become one',
    [said('hum', 'the grinder hums'), said('hum', 'grinder hums loudly')],
    '“the grinder hums loudly”',
  ],
  [
    'a quote within another is not said again',
    [said('hum', 'hums'), said('hum', 'grinder hums')],
    '“grinder hums”',
  ],
  [
    'quotes of different messages stay apart',
    [said('hum', 'grinder hums', 1), said('hum', 'hums loudly', 2)],
    '“grinder hums”, “hums loudly”',
  ],
  ['a denial is told in its own words', [said('hum', 'no hum', 1, true)], '“no hum”'],
  ['a denial that was picked is told as one', [{ ...chosen('hum'), denied: true }], 'not A hum'],
  ['the same label is said once', [chosen('hum'), chosen('hum')], 'A hum'],
  ['that a device has no such thing tells nothing here', [chosen('not-here')], ''],
])('%s', (_title, facts, line) => {
  expect(factsLine(voice, facts)).toBe(line);
});
