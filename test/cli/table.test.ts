import { describe, expect, it } from 'vitest';
import { alignedText, markdownText } from '../../src/cli/table.ts';

const rows = [
  ['fruit', 'weight', 'taste'],
  ['apple', '9 g', 'sweet'],
  ['fig', '1,250 g', 'sweeter'],
];

describe('a table', () => {
  it('has words to the left, figures to the right, and no blanks at the end of a line', () => {
    expect(alignedText(rows, [0, 2])).toBe(
      ['  fruit   weight  taste', '  apple      9 g  sweet', '  fig    1,250 g  sweeter', ''].join('\n'),
    );
  });

  it('is Markdown where that is wanted', () => {
    expect(markdownText(rows)).toBe(
      [
        '| fruit | weight | taste |',
        '|---|--:|--:|',
        '| apple | 9 g | sweet |',
        '| fig | 1,250 g | sweeter |',
        '',
      ].join('\n'),
    );
  });

  it('of nothing is nothing', () => expect(alignedText([])).toBe(''));
});
