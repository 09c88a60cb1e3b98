/** Examples of secrets that are masked otherwise than they say, and secrets where none may stand. */

import { type Id, type KnowledgeBase, NO_ARTICLE, type Secrets, TALKED } from '../core/knowledge/model.ts';
import type { Finding } from '../core/knowledge/parse.ts';
import { redact, type SecretReader, secretReaderOf } from '../core/language/clean/redact.ts';
import { HIDDEN } from '../core/language/tokens.ts';

const PATH = 'language/secrets.yaml';

/** Complains of secrets that would be shown, and of words that would be masked though they are none. */
export function wronglyMaskedExamples(secrets: Secrets): Finding[] {
  const reader = secretReaderOf(secrets);
  return secrets.kinds.flatMap(({ kind, masked, stays }, index) => [
    ...masked.flatMap((line, at) => shown(reader, kind, line, ['kinds', index, 'masked', at])),
    ...stays.flatMap((line, at) => maskedTooMuch(reader, kind, line, ['kinds', index, 'stays', at])),
  ]);
}

/** What is masked in an example stands in brackets. */
const MARKED = /\[([^[\]]+)\]/g;

/** What masking makes of a line; one that begins with `TALKED` is said after a secret was spoken of. */
const masking = (reader: SecretReader, line: string): string =>
  redact(reader, saidOf(line), line.startsWith(TALKED)).text;

const saidOf = (line: string): string => line.replace(TALKED, '').trimStart();

function shown(reader: SecretReader, kind: string, line: string, where: Finding['where']): Finding[] {
  const wanted = saidOf(line.replace(MARKED, HIDDEN));
  const becomes = masking(reader, line.replace(MARKED, '$1'));
  if (becomes === wanted) return [];
  return [
    {
      code: 'SECRET_SHOWN',
      path: PATH,
      where,
      point: 'value',
      message: `"${kind}": the example should become "${wanted}", but becomes "${becomes}"`,
      suggestion:
        'put into "says" what is said around the secret there, or look for what keeps it in "unless"',
    },
  ];
}

function maskedTooMuch(reader: SecretReader, kind: string, line: string, where: Finding['where']): Finding[] {
  const becomes = masking(reader, line);
  if (becomes === saidOf(line)) return [];
  return [
    {
      code: 'MASKED_TOO_MUCH',
      path: PATH,
      where,
      point: 'value',
      message: `"${kind}": the example should stay as it is, but becomes "${becomes}"`,
      suggestion: 'put into "unless" what tells it from a secret, or take a word out of "says"',
    },
  ];
}

/** Complains of secrets in articles, which everybody reads, and in the examples of what they answer. */
export function secretsOfArticles({ articles, examples, secrets }: KnowledgeBase): Finding[] {
  const reader = secretReaderOf(secrets);
  const hides = (text: string): boolean => redact(reader, text).secrets > 0;
  const lineOf = new Map<Id, number>();
  return [
    ...articles.flatMap(({ id, asks, says, differs }) =>
      [
        ...asks.map((text, at) => ({ text, where: ['asks', at] })),
        { text: says, where: ['says'] },
        ...differs.map((other, at) => ({ text: other.says, where: ['differs', at, 'says'] })),
      ]
        .filter(({ text }) => hides(text))
        .map(({ where }) => secretIn(`answers/${id}.yaml`, where)),
    ),
    ...examples.articles.flatMap(({ article, says }) => {
      const name = article ?? NO_ARTICLE;
      const line = lineOf.get(name) ?? 0;
      lineOf.set(name, line + 1);
      return hides(says) ? [secretIn(`examples/answers/${name}.jsonl`, [line, 'says'])] : [];
    }),
  ];
}

const secretIn = (path: string, where: Finding['where']): Finding => ({
  code: 'SECRET_IN_TEXT',
  path,
  where,
  point: 'value',
  message: 'something here looks like a PIN, a password, a token or the number of a card',
  suggestion: 'leave it out, or write [hidden] in its place',
});
