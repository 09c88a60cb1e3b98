import { deserialize, serialize } from 'node:v8';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { newConversation } from '../../../src/core/conversation.ts';
import { READ_LIMIT } from '../../../src/core/language/normalise.ts';
import { understand } from '../../../src/core/language/understand.ts';
import { factsOf, hear, shown, slice } from './read.ts';

describe('whatever is written', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom(
      'the seal is broken',
      'not the key',
      ' pin is 4711 ',
      '{"code":1004}',
      '\n',
      '\r\n',
      '\u0000',
      '\u202e',
      '<b>',
      '> ',
      'From: a\n',
      '```',
      ', ',
      '. ',
      '? ',
      'key ',
      "won't ",
      'OP-909',
      '\ud800',
      '🙂',
      'ß',
      'İ',
      '"',
    ),
  );
  const message = fc.array(piece, { maxLength: 25 }).map((pieces) => pieces.join(''));

  test('nothing is thrown, quotes are where they say, and reading again gives the same', () => {
    fc.assert(
      fc.property(message, fc.boolean(), (text, pending) => {
        const ours = pending ? shown : null;
        const heard = hear(text, ours);
        for (const { quote } of heard.facts) {
          expect(quote).not.toBeNull();
          expect(heard.text.slice(quote!.start, quote!.end)).toBe(quote!.text);
          expect(quote!.text.length).toBeGreaterThan(0);
        }
        expect(hear(text, ours)).toEqual(heard);
        expect(heard.text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202a-\u202e\u200b]/);
      }),
      { numRuns: 500 },
    );
  });

  test('what was heard of a masked text is the same', () => {
    fc.assert(
      fc.property(message, (text) => {
        const once = hear(text);
        if (once.cut) return;
        expect(hear(once.text).text).toBe(once.text);
      }),
    );
  });
});

describe('what enters is made harmless', () => {
  test.each([
    ['control characters', 'the\u0000 seal\u0007 is broken', ['seal=broken']],
    ['marks of direction and zero widths', '\u202ethe se\u200bal is broken\u202c', ['seal=broken']],
    ['HTML', '<b>the seal</b> is <i class="x">broken</i>', ['seal=broken']],
    ['Markdown', '**the seal** is _broken_', ['seal=broken']],
    ['Windows line ends', 'E01\r\nthe seal is broken\r\n', ['screen=e01', 'seal=broken']],
    ['typographic apostrophes', 'the key won’t turn', ['key=stuck']],
    ['accents', 'thé séal is broken', ['seal=broken']],
    ['full width blanks', 'the\u3000seal\u00a0is broken', ['seal=broken']],
  ])('%s', (_title, text, facts) => {
    expect(factsOf(hear(text))).toEqual(facts);
  });

  test('a long message is cut and says so', () => {
    const heard = hear(`the seal is broken ${'x '.repeat(READ_LIMIT)}`);
    expect([heard.cut, heard.text.length <= READ_LIMIT, factsOf(heard)]).toEqual([
      true,
      true,
      ['seal=broken'],
    ]);
    expect(hear('short').cut).toBe(false);
  });

  test('no secret reaches what is heard', () => {
    const heard = hear('my pin is 4711 and the password: hunter2, the seal is broken');
    expect(JSON.stringify(heard)).not.toMatch(/4711|hunter2/);
    expect([heard.secrets, factsOf(heard)]).toEqual([2, ['seal=broken']]);
  });
});

test('the slice is plain data: stored and read again it reads the same', () => {
  const copy = deserialize(serialize(slice));
  for (const text of ['op 909, the seal is bust', 'error code 1004', 'get me an agent', 'suprevisor']) {
    const turn = { kind: 'said', id: 't1', at: 0, text, messageId: null, attachments: 0 } as const;
    expect(understand(copy, newConversation(), turn)).toEqual(hear(text));
  }
  expect(structuredClone(slice)).toEqual(slice);
});
