import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { withNoise } from '../../../src/core/knowledge/parse/written-noise.ts';

describe('the noise of a question in its file', () => {
  it.each([
    [
      'is changed where it stands',
      'id: a\nchoose: one\nnoise: 0.02\nask: b\n',
      'id: a\nchoose: one\nnoise: 0.1\nask: b\n',
      3,
    ],
    [
      'leaves what stands beside it',
      'noise:   0.02  # counted\nchoose: one\n',
      'noise:   0.1  # counted\nchoose: one\n',
      1,
    ],
    [
      'is changed at the end of a file without a line break',
      'choose: one\nnoise: 0.02',
      'choose: one\nnoise: 0.1',
      2,
    ],
    [
      'is added behind "choose"',
      '# c\nchoose: one  # d\n\nask: b',
      '# c\nchoose: one  # d\nnoise: 0.1\n\nask: b',
      3,
    ],
    ['is added at the end', 'id: a\nchoose: one', 'id: a\nchoose: one\nnoise: 0.1', 3],
    [
      'is added with the line ends of the file',
      'choose: one\r\nid: a\r\n',
      'choose: one\r\nnoise: 0.1\r\nid: a\r\n',
      2,
    ],
    [
      'is added as far in as its neighbours',
      '  id: a\n  choose: one\n',
      '  id: a\n  choose: one\n  noise: 0.1\n',
      3,
    ],
    [
      'is added between braces',
      '{ id: a, choose: one, ask: b }\n',
      '{ id: a, choose: one, noise: 0.1, ask: b }\n',
      1,
    ],
    [
      'is not that of an answer',
      'answers:\n  - { id: a, noise: 1 }\nchoose: one\n',
      'answers:\n  - { id: a, noise: 1 }\nchoose: one\nnoise: 0.1\n',
      4,
    ],
  ])('%s', (_title, before, after, line) => {
    expect(withNoise(before, 0.1)).toEqual({ text: after, line });
  });

  it('is all that changes, whatever else stands in the file', () => {
    const entry = fc
      .tuple(
        fc.stringMatching(/^[a-m]{1,6}$/),
        fc.string(),
        fc.constantFrom('', '  # why', '\n', '\n\n# more'),
      )
      .map(([key, value, rest]) => `${key}: ${JSON.stringify(value)}${rest}`);
    const noise = fc.integer({ min: 1, max: 500 }).map((thousandths) => thousandths / 1000);
    fc.assert(
      fc.property(
        fc.uniqueArray(entry, { selector: (text) => text.split(':')[0] ?? '' }),
        fc.uniqueArray(entry, { selector: (text) => text.split(':')[0] ?? '' }),
        fc.option(noise),
        noise,
        fc.constantFrom('\n', '\r\n'),
        (above, below, written, learned, lineEnd) => {
          const own = written === null ? [] : [`noise: ${written}`];
          const renamed = below.map((text) => `z${text}`);
          const lines = [...above, 'choose: one', ...renamed, ...own].join('\n');
          // A single line without an end does not say how lines end in this file.
          const eol = lines.includes('\n') ? lineEnd : '\n';
          const text = lines.replaceAll('\n', eol);
          const after = withNoise(text, learned);
          expect(parse(after.text)).toEqual({ ...parse(text), noise: learned });
          expect(after.text.split(eol)[after.line - 1]).toBe(`noise: ${learned}`);
          const undone =
            written === null
              ? after.text.replace(`${eol}noise: ${learned}`, '')
              : after.text.replace(`noise: ${learned}`, `noise: ${written}`);
          expect(undone).toBe(text);
        },
      ),
      { examples: [[[], [], null, 0.001, '\r\n']] },
    );
  });
});
