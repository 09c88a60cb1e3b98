/** What a schema finds wrong, said in plain words. */

import type { z } from 'zod';
import type { FileKind } from '../authored.ts';
import type { Code } from '../codes.ts';
import type { Finding, Where } from '../complaint.ts';
import { didYouMean, type Speller } from '../spelling.ts';
import { expectedAt, helpAt, keysAt, wordsAt } from './expected.ts';

type Issue = z.core.$ZodIssue;

/** The file that is read, for every message about it. */
interface Reading {
  readonly kind: FileKind;
  readonly path: string;
  readonly data: unknown;
  readonly spell: Speller;
}

/** Turns what a schema found into findings about places of the file. */
export function shapeFindings(reading: Reading, issues: readonly Issue[]): Finding[] {
  return issues.flatMap((issue) => findings(reading, issue, []));
}

function findings(reading: Reading, issue: Issue, above: Where): Finding[] {
  const where: Where = [...above, ...issue.path.filter((step) => typeof step !== 'symbol')];
  const one = (
    code: Code,
    message: string,
    suggestion: string | null,
    point: 'key' | 'value' = 'value',
  ): Finding[] => [{ code, path: reading.path, where, point, message, suggestion }];
  const value = valueAt(reading.data, where);
  const name = nameOfPlace(where);
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => unknownKey(reading, where, key));
    case 'invalid_union':
      return unionFindings(reading, issue.errors, where);
    case 'invalid_type':
    case 'invalid_value':
      return [wrongValue(reading, where, value)];
    case 'invalid_key': {
      const key = where.at(-1);
      return one('BAD_ID', `"${shorten(String(key))}" cannot be a name here`, idRule(issue.issues), 'key');
    }
    case 'invalid_format':
      return one(
        codeOfFormat(issue.message),
        `"${shorten(String(value))}" cannot stand here`,
        customOr(issue.message, expectedAt(reading.kind, where)),
      );
    case 'too_small':
      return one(
        isNumber(value) ? 'OUT_OF_RANGE' : 'TOO_SHORT',
        `${name} ${tooSmall(issue.minimum, value)}`,
        helpAt(reading.kind, where),
      );
    case 'too_big':
      return one(
        isNumber(value) ? 'OUT_OF_RANGE' : 'TOO_LONG',
        `${name} ${tooBig(issue.maximum, value)}`,
        helpAt(reading.kind, where),
      );
    case 'not_multiple_of':
    case 'invalid_element':
    case 'custom':
      return one('WRONG_TYPE', `${name} must be ${expectedAt(reading.kind, where)}`, null);
  }
}

/** A key that means nothing here. */
function unknownKey(reading: Reading, where: Where, key: string): Finding {
  const words = keysAt(reading.kind, where);
  const otherwise = words.length === 0 ? null : `what may stand here: ${words.slice(0, 20).join(', ')}`;
  return {
    code: 'UNKNOWN_KEY',
    path: reading.path,
    where: [...where, key],
    point: 'key',
    message: `"${shorten(key)}" means nothing here`,
    suggestion: didYouMean(reading.spell(key, words), otherwise),
  };
}

/** Nothing, or the wrong kind of thing, or a word that is none of those allowed. */
function wrongValue(reading: Reading, where: Where, value: unknown): Finding {
  const { kind, path } = reading;
  const expected = expectedAt(kind, where);
  const name = nameOfPlace(where);
  if (value === undefined) {
    const missing = `${name} is missing`;
    return {
      code: 'MISSING_KEY',
      path,
      where,
      point: 'key',
      message: missing,
      suggestion: helpAt(kind, where) ?? `add ${expected}`,
    };
  }
  const words = wordsAt(kind, where);
  if (typeof value === 'string' && words.length > 0) {
    const near = reading.spell(value, words);
    const suggestion = didYouMean(near, `it must be ${expected}`);
    return {
      code: 'UNKNOWN_WORD',
      path,
      where,
      point: 'value',
      message: `"${shorten(value)}" is no word for ${name}`,
      suggestion,
    };
  }
  const quoted =
    isScalar(value) && /\btext\b/.test(expected) ? `write it in quotes: "${String(value)}"` : null;
  const message = `${name} must be ${expected}, not ${kindOfValue(value)}`;
  return { code: 'WRONG_TYPE', path, where, point: 'value', message, suggestion: quoted };
}

/** Of several things that may stand here: what is wrong with the one that was probably meant. */
function unionFindings(reading: Reading, branches: readonly (readonly Issue[])[], where: Where): Finding[] {
  const meant = branches
    .filter((issues) => issues.some((issue) => issue.path.length > 0 || isDetail(issue)))
    .sort((a, b) => blame(a) - blame(b))[0];
  if (meant === undefined) return [wrongValue(reading, where, valueAt(reading.data, where))];
  return meant.flatMap((issue) => findings(reading, issue, where));
}

/** An issue that says more than "this is another kind of thing". */
function isDetail(issue: Issue): boolean {
  return issue.code !== 'invalid_type' && issue.code !== 'invalid_value';
}

/** How far a value is from a branch: what is wrong at its top weighs most. */
function blame(issues: readonly Issue[]): number {
  return issues.reduce(
    (sum, issue) => sum + (issue.path.length === 0 && !isDetail(issue) ? 100 : 10 / (1 + issue.path.length)),
    0,
  );
}

function codeOfFormat(message: string): Code {
  return message.startsWith('an id ') ? 'BAD_ID' : 'BAD_TEXT';
}

/** The rule that a schema states itself; otherwise what is expected. */
function customOr(message: string, expected: string): string {
  return message.startsWith('Invalid') ? `it must be ${expected}` : message;
}

function idRule(issues: readonly Issue[]): string | null {
  const rule = issues.find((issue) => !issue.message.startsWith('Invalid'));
  return rule?.message ?? null;
}

function tooSmall(minimum: number | bigint, value: unknown): string {
  if (isNumber(value)) return `is ${value}, but must be at least ${minimum}`;
  if (Array.isArray(value))
    return value.length === 0
      ? 'is an empty list'
      : `has ${value.length} entries, but needs at least ${minimum}`;
  return 'is empty';
}

function tooBig(maximum: number | bigint, value: unknown): string {
  if (isNumber(value)) return `is ${value}, but must be at most ${maximum}`;
  if (Array.isArray(value)) return `has ${value.length} entries, but may have at most ${maximum}`;
  return `has ${String(value).length} characters, but may have at most ${maximum}`;
}

/** The value at a place; undefined where there is none. */
function valueAt(data: unknown, where: Where): unknown {
  return where.reduce<unknown>((around, step) => {
    if (Array.isArray(around)) return typeof step === 'number' ? around[step] : undefined;
    return isMap(around) && Object.hasOwn(around, step) ? around[step] : undefined;
  }, data);
}

function isMap(value: unknown): value is Record<string | number, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isScalar(value: unknown): value is number | boolean {
  return typeof value === 'number' || typeof value === 'boolean';
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number';
}

function kindOfValue(value: unknown): string {
  if (value === null) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'string') return 'text';
  if (typeof value === 'number') return 'a number';
  return typeof value === 'boolean' ? 'true or false' : 'lines of "name: value"';
}

/** `"takes"`; an entry of a list by its number, counted from 1. */
function nameOfPlace(where: Where): string {
  const last = where.at(-1);
  if (last === undefined) return 'the file';
  return typeof last === 'number' ? `entry ${last + 1} of ${nameOfPlace(where.slice(0, -1))}` : `"${last}"`;
}

/** Longest piece of an author's text that a message repeats, in characters. */
const SHOWN_LENGTH = 60;

function shorten(text: string): string {
  return text.length > SHOWN_LENGTH ? `${text.slice(0, SHOWN_LENGTH)}…` : text;
}
