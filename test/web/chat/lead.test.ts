import { describe, expect, it } from 'vitest';
import { paragraphs, splitLead, splitTerm } from '../../../src/web/chat/lead.ts';

describe('the text of a reply', () => {
  it('gives its first sentence as the title, without the full stop, and the rest as what it means', () => {
    expect(splitLead('The key is not home. It is read only there. A hair short is not enough.')).toEqual({
      before: [],
      title: 'The key is not home',
      meaning: 'It is read only there. A hair short is not enough.',
    });
  });

  it('keeps what is said before the point apart', () => {
    expect(splitLead('No problem.\n\nThe seal switch is ON. It protects C01.').before).toEqual([
      'No problem.',
    ]);
  });

  it('is all title where it is one sentence', () => {
    expect(splitLead('Did that help?')).toEqual({ before: [], title: 'Did that help?', meaning: '' });
  });

  it.each([
    ['C04 is shown, e.g. while weighing. Then stop.', 'C04 is shown, e.g. while weighing'],
    ['Version 2.5 is needed. Update it.', 'Version 2.5 is needed'],
    ['Press “X”. “Z” comes.', 'Press “X”'],
    ['¿Qué pasa? ¡Nada!', '¿Qué pasa?'],
    ['Wait … Then go on.', 'Wait …'],
    ['Did that help? ("The key is not home")', 'Did that help?'],
  ])('ends a sentence where a reader would: %s', (text, title) => {
    expect(splitLead(text).title).toBe(title);
  });

  it('has no small print where the first sentence is too long for a title', () => {
    const long = `${'words '.repeat(40)}end. More.`;
    expect(splitLead(long)).toEqual({ before: [], title: long, meaning: '' });
  });

  it('has paragraphs where blank lines stand, none of them empty', () => {
    expect(paragraphs('One.\n \n\nTwo,\nstill two.\n\n')).toEqual(['One.', 'Two,\nstill two.']);
    expect(paragraphs('  ')).toEqual([]);
  });
});

describe('a line of a hand-over', () => {
  it('is a term and its words', () => {
    expect(splitTerm('Known: “C04”: seen')).toEqual({ term: 'Known', words: '“C04”: seen' });
  });

  it('is words alone where nothing names them', () => {
    expect(splitTerm('Ring at 10:30')).toEqual({ term: null, words: 'Ring at 10:30' });
  });
});
