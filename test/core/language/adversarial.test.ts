import { expect, test } from 'vitest';
import { adversarialTexts } from './adversarial-text.ts';
import { hearShipped, shippedSlice } from './phenomena/golden.ts';

const phrases = shippedSlice.facts.answers.flatMap((answer) => answer.phrases);
const count = process.env.KEYTURN_LONG === '1' ? 10_000 : 600;

test(`of ${count} random and mutated texts none throws, and quotes are where they say`, () => {
  for (const text of adversarialTexts(count, 1, phrases)) {
    const heard = hearShipped(text);
    for (const { quote } of heard.facts)
      expect(heard.text.slice(quote?.start, quote?.end), text.slice(0, 200)).toBe(quote?.text);
  }
});
