import { deserialize, serialize } from 'node:v8';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Document, type DocumentIndex, indexDocuments } from '../../../src/core/search/documents.ts';
import { searchDocuments } from '../../../src/core/search/search.ts';
import { documentReader } from '../../bench/document-reader.ts';

const document = (id: string, text: string, title = ''): Document => ({ id, fields: { title, text } });

const made = (documents: readonly Document[], fields: Readonly<Record<string, number>>) => {
  const reader = documentReader(documents);
  return { index: indexDocuments(documents, fields, reader), reader };
};
type Made = ReturnType<typeof made>;
const search = ({ index, reader }: Made, text: string) => searchDocuments(index, text, reader);

const articles = made(
  [
    document('dark', 'There is no display at all when the till is switched on.', 'No display'),
    document('shown', 'The display shows the total, and the display is bright.', 'Display'),
    document('c04', 'The scale shows C-04 and beeps.'),
    document('c05', 'The scale shows C-05 and beeps.'),
    document('e01', 'An e01 on the reader, model OP-909.'),
    document('connect', 'How to connect the printer to the network, and how to connect it again.'),
    document('refund', 'Refunded amounts are not on the receipt.', 'Refunds'),
    document('not', 'It does not print a receipt.'),
    document('naïve', 'Der Drucker im Café zeigt ein Menü.'),
  ],
  { title: 2, text: 1 },
);
const found = (text: string) => search(articles, text).map(({ id }) => id);

describe('documents are found by what they say', () => {
  test.each([
    ['"no display" is not "display"', 'no display', 'dark'],
    ['"display" is not "no display"', 'display bright', 'shown'],
    ['"not" is a word', 'receipt not printed', 'not'],
    ['a code with its hyphen', 'C-04', 'c04'],
    ['a code without its hyphen', 'C04', 'c04'],
    ['a code in small letters', 'it says c05', 'c05'],
    ['a word with a digit', 'E01', 'e01'],
    ['a model in other letters', 'op-909', 'e01'],
    ['another ending', 'refund', 'refund'],
    ['a letter dropped', 'conect', 'connect'],
    ['a letter too many', 'prinnter', 'connect'],
    ['two letters swapped', 'nework', 'connect'],
    ['two mistakes in a long word', 'conecction netwrk', 'connect'],
    ['a letter for another', 'dispkay bright', 'shown'],
    ['a code in two words', 'scale c 04', 'c04'],
    ['a model in two words', 'op 909', 'e01'],
    ['accents left out', 'cafe', 'naïve'],
    ['accents put in', 'Menü', 'naïve'],
    ['a word among words that nobody knows', 'zzyzx qwrtl beeps C-05', 'c05'],
    ['the title counts', 'refunds', 'refund'],
  ])('%s', (_title, text, id) => {
    expect(found(text)[0]).toBe(id);
  });

  test('a near code is another code', () => {
    expect(found('C06')).toEqual([]);
  });
  test('words that nobody knows find nothing', () => {
    expect(found('zzyzx qwrtlpm')).toEqual([]);
  });
  test('words side by side count more than the same words apart', () => {
    const apart = made(
      [document('apart', 'top of the list goes up'), document('beside', 'the list goes top up of')],
      { text: 1 },
    );
    expect(search(apart, 'top up').map(({ id }) => id)).toEqual(['beside', 'apart']);
  });
  test('no phrase goes from one text into the next', () => {
    const texts = made(
      [
        { id: 'two texts', fields: { said: ['list top', 'up goes'] } },
        { id: 'one text', fields: { said: ['list', 'top up goes'] } },
      ],
      { said: 1 },
    );
    expect(search(texts, 'top up').map(({ id }) => id)).toEqual(['one text', 'two texts']);
  });
  test('a result tells the terms by which it was found', () => {
    const [first] = search(articles, 'conect the printers');
    expect(first?.terms).toEqual(['connect', 'printer', 'the']);
  });
  test('a field of boost 0 is not searched', () => {
    const untitled = made([document('one', 'text', 'title')], { title: 0, text: 1 });
    expect(search(untitled, 'title')).toEqual([]);
  });
  test('saying a thing again changes nothing', () => {
    expect(search(articles, 'no display. no display')).toEqual(search(articles, 'no display'));
  });
  test('nothing is found where nothing is indexed', () => {
    expect(search(made([], { text: 1 }), 'display')).toEqual([]);
    expect(search(made([document('empty', '')], { text: 1 }), 'display')).toEqual([]);
  });
});

describe('any text is a safe query', () => {
  test.each([
    ['the syntax of other searches', 'title:display +no -yes display~99 disp* ^2 "no display"'],
    ['a lone wildcard', '*'],
    ['names of properties', '__proto__ constructor toString hasOwnProperty'],
    ['half of a surrogate pair', 'display \ud800'],
    ['a very long word', 'a'.repeat(100_000)],
    ['very many words', 'display no '.repeat(50_000)],
    ['very many unknown words', Array.from({ length: 20_000 }, (_, n) => `xq${n.toString(36)}z`).join(' ')],
    ['nothing', ''],
  ])('%s', (_title, text) => {
    expect(() => search(articles, text)).not.toThrow();
  });
  test('1,000 random texts', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) =>
        search(articles, text).every(({ score }) => score > 0 && Number.isFinite(score)),
      ),
      { numRuns: 1_000 },
    );
  });
  test('any text is a safe document, too', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' })), (texts) => {
        const all = texts.map((text, number) => document(`${number}`, text));
        search(made(all, { text: 1 }), texts.join(' '));
      }),
    );
  });
});

test.each([
  ['structuredClone', structuredClone(articles.index)],
  ['v8', deserialize(serialize(articles.index)) as DocumentIndex],
])('an index that went through %s finds the same', (_way, copy) => {
  for (const text of ['no display', 'conect', 'C04 beeps', 'not on the receipt'])
    expect(searchDocuments(copy, text, articles.reader)).toEqual(search(articles, text));
});
