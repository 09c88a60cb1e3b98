import { expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { readKnowledge } from '../../../src/core/knowledge/parse.ts';
import { filesOf, soundBase } from '../../broken-knowledge/case.ts';

const SECRETS = 'language/secrets.yaml';
const HEAD = '# yaml-language-server: $schema=../schema/secrets.schema.json';

/** Complaints of the sound base with another phrase for what is said around a PIN. */
function complaintsWith(phrase: string, looks = 'number'): readonly string[] {
  const texts = soundBase();
  const base = parse(texts.get(SECRETS) ?? '');
  const [kind] = base.kinds;
  base.kinds = [{ ...kind, says: [phrase], looks }];
  const { complaints } = readKnowledge(filesOf(texts.set(SECRETS, `${HEAD}\n${stringify(base)}`)));
  return complaints.map(({ code, message, suggestion }) => `${code} ${message}: ${suggestion}`);
}

test.each([
  ['a phrase is fine', 'my pin is §', []],
  ['so is one with a list of words', '{pin} is §', []],
  ['a list that there is not', '{pinn} is §', ['BAD_PATTERN there is no list "pinn": did you mean "pin"?']],
  [
    'a phrase without the secret',
    'my pin is it',
    ['BAD_PATTERN the phrase has no place for the secret: write § where it stands'],
  ],
  [
    'a phrase whose brackets do not close',
    '(my pin is §',
    [
      'BAD_PATTERN the pattern is not a regular expression (unterminated group): ask a developer for help with it',
    ],
  ],
])('%s', (_title, phrase, complaints) => {
  expect(complaintsWith(phrase)).toEqual(complaints);
});

test('a look that there is not is complained of', () => {
  expect(complaintsWith('my pin is §', 'numbr')).toEqual(['UNKNOWN_WORD "numbr": did you mean "number"?']);
});

test('a base that tells secrets in no language is none', () => {
  const texts = soundBase();
  texts.delete(SECRETS);
  const { kb, complaints } = readKnowledge(filesOf(texts));
  expect(kb).toBeNull();
  expect(complaints.map(({ code, path }) => [code, path])).toEqual([['MISSING_FILE', SECRETS]]);
});
