import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MAX_FILE_BYTES, MAX_FILES } from '../../../src/core/knowledge/files.ts';
import { type KnowledgeFile, readKnowledge } from '../../../src/core/knowledge/parse.ts';
import { filesOf, soundBase } from '../../broken-knowledge/case.ts';

const STEP = 'steps/check-plug.yaml';
const sound = soundBase();
const stepText = sound.get(STEP)!;
const bytesOf = (text: string) => new TextEncoder().encode(text);

/** The sound base with other bytes for one step. */
function withStep(bytes: Uint8Array): KnowledgeFile[] {
  return [...filesOf(sound).filter(({ path }) => path !== STEP), { path: STEP, bytes }];
}

/** What is said of that step: code, line and column. */
function saidOf(bytes: Uint8Array): string[] {
  const { complaints } = readKnowledge(withStep(bytes));
  return complaints
    .filter(({ path }) => path === STEP)
    .map(({ code, line, col }) => `${code} ${line}:${col}`);
}

/** The text with something put in before a word of it. */
function withBytesBefore(word: string, bytes: readonly number[]): Uint8Array {
  const [head = '', tail = ''] = stepText.split(word);
  return Uint8Array.from([...bytesOf(head), ...bytes, ...bytesOf(word + tail)]);
}

describe('bytes', () => {
  test.each([
    { what: 'a byte order mark', bytes: [0xef, 0xbb, 0xbf, ...bytesOf(stepText)], said: [] },
    { what: 'the line ends of Windows', bytes: [...bytesOf(stepText.replaceAll('\n', '\r\n'))], said: [] },
    {
      what: 'letters beyond ASCII',
      bytes: [...bytesOf(stepText.replace('home', 'ganz hinein: ä → 🔌'.replace(':', '')))],
      said: [],
    },
    { what: 'Latin-1', bytes: [...withBytesBefore('plug home', [0xe9])], said: ['BAD_ENCODING 8:14'] },
    {
      what: 'half a character at the end',
      bytes: [...bytesOf(stepText), 0xe2, 0x82],
      said: ['BAD_ENCODING 10:1'],
    },
    {
      what: 'UTF-16',
      bytes: [0xff, 0xfe, ...[...bytesOf(stepText)].flatMap((byte) => [byte, 0])],
      said: ['BAD_ENCODING 1:1'],
    },
    { what: 'NUL', bytes: [...withBytesBefore('plug home', [0])], said: ['HIDDEN_CHARACTER 8:14'] },
    {
      what: 'a mark that turns the text around',
      bytes: [...withBytesBefore('plug home', [0xe2, 0x80, 0xae])],
      said: ['HIDDEN_CHARACTER 8:14'],
    },
  ])('$what', ({ bytes, said }) => {
    expect(saidOf(Uint8Array.from(bytes))).toEqual(said);
  });

  test('a file of more than a mebibyte is refused unread', () => {
    expect(saidOf(new Uint8Array(MAX_FILE_BYTES + 1).fill(0x23))).toEqual(['FILE_TOO_BIG 1:1']);
  });
});

describe('what is hostile ends with a complaint', () => {
  test.each([
    {
      what: 'a billion laughs',
      text: [
        'a0: &a0 [x, x]',
        ...Array.from({ length: 40 }, (_, i) => `a${i + 1}: &a${i + 1} [*a${i}, *a${i}]`),
      ].join('\n'),
      code: 'ALIAS',
    },
    // How deep the stack reaches decides which of the two is met first.
    { what: 'brackets without an end', text: '['.repeat(20_000), code: 'BAD_YAML', or: 'TOO_DEEP' },
    { what: 'brackets with an end', text: `do: ${'['.repeat(5000)}${']'.repeat(5000)}`, code: 'TOO_DEEP' },
    {
      what: 'lists deeper than any of ours',
      text: `do: ${'['.repeat(60)}${']'.repeat(60)}`,
      code: 'TOO_DEEP',
    },
    { what: 'one key many times', text: 'do: x\n'.repeat(2000), code: 'DUPLICATE_KEY' },
    {
      what: 'many unknown keys',
      text: Array.from({ length: 5000 }, (_, i) => `k${i}: x`).join('\n'),
      code: 'UNKNOWN_KEY',
    },
    {
      what: 'the prototype of all objects',
      text: '__proto__: { do: x }\nconstructor: { prototype: x }',
      code: 'UNKNOWN_KEY',
    },
  ])('$what', ({ text, code, or = code }) => {
    const said = saidOf(bytesOf(text)).map((complaint) => complaint.split(' ')[0]);
    expect([code, or].some((each) => said.includes(each))).toBe(true);
    expect(({} as Record<string, unknown>).do).toBeUndefined();
  });

  test('more files than any base has', () => {
    const file = { path: STEP, bytes: new Uint8Array() };
    const { kb, complaints } = readKnowledge(new Array(MAX_FILES + 1).fill(file));
    expect(kb).toBeNull();
    expect(complaints.map(({ code }) => code)).toEqual(['TOO_MANY_FILES']);
  });
});

test('words that were switches in older YAML stay words', () => {
  const text = sound
    .get('questions/shines.yaml')!
    .replaceAll("'yes'", 'on')
    .replaceAll("'no'", 'off')
    .replaceAll(/ says: (on|off),/g, '');
  const files = new Map(sound).set('questions/shines.yaml', text);
  for (const path of ['problems/lamp/bulb-dead.yaml', 'problems/shared/no-power.yaml']) {
    files.set(path, sound.get(path)!.replace("shines: { 'no': always }", 'shines: { off: always }'));
  }
  const { kb, complaints } = readKnowledge(filesOf(files));
  expect(complaints).toEqual([]);
  expect(kb!.questions.find(({ id }) => id === 'shines')!.answers.map(({ id }) => id)).toEqual(['on', 'off']);
});

test('golden conversations are read with the base', () => {
  const { conversations } = readKnowledge(filesOf(sound));
  expect(conversations).toHaveLength(1);
  expect(conversations[0]).toMatchObject({ path: 'conversations/dark.yaml', role: 'owner' });
  expect(conversations[0]!.turns[2]).toEqual({ kind: 'chooses', choice: 'no' });
  expect(conversations[0]!.turns[3]).toEqual({
    kind: 'bot',
    question: null,
    remedy: 'no-power',
    refusal: null,
    answer: null,
    kinds: [],
    shows: ['check-plug'],
    mentions: [],
  });
});

test('the order of the files changes nothing', () => {
  const files = filesOf(sound);
  expect(readKnowledge(files.toReversed())).toEqual(readKnowledge(files));
});

test('whatever the bytes are, reading them ends, and every complaint has a place in a file', () => {
  const anyText = fc.array(
    fc.constantFrom(
      'a',
      ': ',
      '- ',
      '\n',
      '  ',
      '[',
      ']',
      '{',
      '}',
      ',',
      '"',
      "'",
      '&a ',
      '*a ',
      '!t ',
      '#',
      '|',
      '>',
      '%',
      '---',
      '\t',
      '?',
      'é',
      '\u0000',
    ),
    { maxLength: 60 },
  );
  fc.assert(
    fc.property(
      fc.oneof(
        anyText.map((parts) => bytesOf(parts.join(''))),
        fc.uint8Array({ maxLength: 60 }),
      ),
      (bytes) => {
        const { kb, complaints } = readKnowledge(withStep(bytes));
        expect(kb).toBeNull();
        for (const { path, line, col } of complaints) {
          expect(path).not.toBe('');
          expect(line).toBeGreaterThanOrEqual(1);
          expect(col).toBeGreaterThanOrEqual(1);
        }
      },
    ),
    { numRuns: 150 },
  );
});
