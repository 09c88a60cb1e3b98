import { describe, expect, it } from 'vitest';
import { chooseTexts } from '../../../src/web/texts/choose.ts';
import { en } from '../../../src/web/texts/en.ts';
import { fill } from '../../../src/web/texts/texts.ts';

const languages = ['de', 'en', 'es', 'fr', 'nl'];
const placeholders = (text: string): readonly string[] => (text.match(/\{\w+\}/g) ?? []).sort();

describe('the words of the screens', () => {
  it.each(languages)('in %s are all there, with the same values to fill in', (language) => {
    const { texts } = chooseTexts([language]);
    for (const [name, text] of Object.entries(texts)) {
      expect(text.trim(), name).toBe(text);
      expect(text, name).not.toBe('');
      expect(placeholders(text), name).toEqual(
        placeholders(Object.entries(en).find(([key]) => key === name)![1]),
      );
    }
  });

  it.each(languages)('in %s tell the length of one pasted line as well as that of forty', (language) => {
    expect(chooseTexts([language]).texts.length).not.toMatch(/\{lines\} \p{L}/u);
  });

  it('are in the first language that is spoken here', () => {
    expect(chooseTexts([null, 'pt-BR', 'de-AT', 'fr']).language).toBe('de');
    expect(chooseTexts(['NL']).language).toBe('nl');
    expect(chooseTexts(['pt', 'constructor']).language).toBe('en');
    expect(chooseTexts([]).language).toBe('en');
  });

  it('are replaced one by one by those of the page', () => {
    const { texts } = chooseTexts(['de'], { send: 'Ab damit', close: ' ', toString: 'no', unknown: 'x' });
    expect(texts.send).toBe('Ab damit');
    expect(texts.close).toBe('Schließen');
    expect(texts).not.toHaveProperty('unknown');
  });

  it('take values where they name them', () => {
    expect(fill('{done} of {all}, {other}', { done: 2, all: 5 })).toBe('2 of 5, {other}');
  });
});
