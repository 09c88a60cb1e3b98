import { expect, test } from 'vitest';
import { readKnowledge } from '../../../src/core/knowledge/parse.ts';
import { filesOf, soundBase } from '../../broken-knowledge/case.ts';

const SECRETS = 'language/secrets.yaml';

/** Complaints of the sound base with another pattern for what says that a password is told. */
function complaintsWith(pattern: string): readonly string[] {
  const texts = soundBase();
  const text = texts.get(SECRETS) ?? '';
  expect(text).toContain('- is|was\n');
  const { complaints } = readKnowledge(
    filesOf(texts.set(SECRETS, text.replace('- is|was', `- '${pattern}'`))),
  );
  return complaints.map(({ code, message, suggestion }) => `${code} ${message}: ${suggestion}`);
}

test.each([
  ['a pattern is fine', 'is|was|are', []],
  ['so is one with a part', '{cue} is', []],
  ['a part that there is not', '{cues} is', ['BAD_PATTERN there is no part "cues": did you mean "cue"?']],
  [
    'a pattern that is none',
    '(is',
    [
      'BAD_PATTERN the pattern is not a regular expression (unterminated group): ask a developer for help with it',
    ],
  ],
])('%s', (_title, pattern, complaints) => {
  expect(complaintsWith(pattern)).toEqual(complaints);
});

test('a base that tells secrets in no language is none', () => {
  const texts = soundBase();
  texts.delete(SECRETS);
  const { kb, complaints } = readKnowledge(filesOf(texts));
  expect(kb).toBeNull();
  expect(complaints.map(({ code, path }) => [code, path])).toEqual([['MISSING_FILE', SECRETS]]);
});
