/**
 * No word of a language stands in the code that reads messages: what must be known of one is in `knowledge/language/`.
 *
 * Looked at are the strings, templates and regular expressions of `src/core`. Words in them are none of a language where
 * they are the program's own: names of modules, keys, words of closed unions (they stand in a type or in a list that
 * makes one) and the few names below. Free is what is said to authors and developers, who read English: complaints,
 * descriptions of schemas, and errors that only a fault of the program throws.
 */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from '@swc/core';
import { describe, expect, test } from 'vitest';
import { language, secrets } from './shipped-language.ts';

/** Where authors are spoken to: complaints of what they wrote, and the descriptions of the schemas. */
const FOR_AUTHORS = /^src\/core\/knowledge\//;

/** Names that the program gives itself, of which a word is also one of the language. */
const NAMES: ReadonlySet<string> = new Set([
  // What `typeof` says.
  'string',
  // Stands in a text where a secret stood, in every transcript.
  '[hidden]',
  // Heads of the reader, and what the head for problems says of a message that decides none.
  'offer',
  'reply-',
  'not told',
  // Begins the id of a ticket.
  'case-',
]);

/** Every word of the language that code might be tempted to know. */
const WORDS: ReadonlySet<string> = new Set(
  [
    ...language.negations,
    ...language.functionWords,
    ...Object.values(language.forms).flat(),
    ...language.places.flat(),
    ...language.everyday,
    ...language.mail.sentence,
    ...JSON.stringify([language.mail, secrets.kinds, secrets.never, secrets.talk, secrets.cards])
      .replace(/\\\\[a-zA-Z]|\(\?<[a-z]+>|\{\p{L}+\}/gu, ' ')
      .split(/[^\p{L}]+/u),
  ].filter((word) => /^\p{Ll}{3,}$/u.test(word)),
);

/** A node of a syntax tree: https://swc.rs/docs/usage/core. */
type Node = Readonly<Record<string, unknown>> & { readonly type: string };

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';

/** Everything that stands in a node, in its order. */
const childrenOf = (value: unknown): readonly unknown[] =>
  typeof value === 'object' && value !== null ? Object.values(value) : [];

const parsed = (code: string): unknown => parseSync(code, { syntax: 'typescript', target: 'es2022' });

const paths = readdirSync('src/core', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))
  .map((name) => join('src/core', name));

/** The words of closed unions of all of the core, those of the knowledge model too, and names. */
const tags: ReadonlySet<string> = new Set([
  ...NAMES,
  ...paths.flatMap((path) => [...tagsIn(parsed(readFileSync(path, 'utf8')))]),
]);

/** Types of one word, and everything that is `as const`. */
function* tagsIn(value: unknown, isWithin = false): Generator<string> {
  const type = isNode(value) ? value.type : '';
  const isConstant = isWithin || type === 'TsLiteralType' || type === 'TsConstAssertion';
  if (isNode(value) && isConstant && (type === 'StringLiteral' || type === 'Identifier'))
    yield String(value.value);
  for (const child of childrenOf(value)) yield* tagsIn(child, isConstant);
}

/** Texts that are no names of modules, no types, no keys, no words of unions, and not said to developers. */
function* textsIn(value: unknown): Generator<string> {
  if (isNode(value)) {
    const { type } = value;
    if (/^(?:Import|ExportAll)/.test(type) || (type === 'ExportNamedDeclaration' && value.source !== null))
      return;
    if (/^Ts(?!.*(?:Expression|Assertion)$)/.test(type)) return;
    if (type === 'NewExpression' && isNode(value.callee) && /Error$/.test(String(value.callee.value))) return;
    if (type === 'KeyValueProperty') return yield* textsIn(value.value);
    if (type === 'StringLiteral' && !tags.has(String(value.value))) yield String(value.value);
    if (type === 'TemplateElement' && !tags.has(String(value.raw))) yield String(value.raw);
    if (type === 'RegExpLiteral') yield withoutSyntax(String(value.pattern));
  }
  for (const child of childrenOf(value)) yield* textsIn(child);
}

/** A regular expression without its classes of characters, names of groups and escapes. */
const withoutSyntax = (pattern: string): string =>
  pattern.replace(/\\p\{[^}]*\}|\\[a-zA-Z]|\(\?<[a-zA-Z]+>|\[(?:\\.|[^\]\\])*\]/gu, ' ');

const wordsIn = (text: string): readonly string[] =>
  (text.toLowerCase().match(/\p{L}+/gu) ?? []).filter((word) => WORDS.has(word));

/** The words of the language in a piece of code, with the texts that they stand in. */
const found = (code: string): readonly string[] =>
  [...textsIn(parsed(code))].flatMap((text) => wordsIn(text).map((word) => `${word}: ${text}`));

test.each(paths.filter((path) => !FOR_AUTHORS.test(path)))('%s', (path) => {
  expect(found(readFileSync(path, 'utf8'))).toEqual([]);
});

describe('a word in code is found', () => {
  test.each([
    ['in a pattern', 'const CUE = /pass(?:word|code)/iu;', ['pass', 'word', 'code']],
    ['in a list', "const NO = new Set('never none'.split(' '));", ['never', 'none']],
    ['in a template', 'const told = `is never there`;', ['never', 'there']],
    ['not in an error', "throw new TypeError('this was never checked');", []],
    ['not in the name of a module', "import { x } from './password.ts';", []],
    ['not in a type', "type Says = 'never' | 'none';", []],
    ['not in a group', 'const VALUE = /(?<value>\\d+)/;', []],
  ])('%s', (_title, code, words) => {
    expect(found(code).map((each) => each.split(':')[0])).toEqual(words);
  });
});
