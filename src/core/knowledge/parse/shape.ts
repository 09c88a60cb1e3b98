/** What a schema finds wrong, said in plain words at its place. */

import type { z } from 'zod';
import type { Code } from '../codes.ts';
import type { Finding, Where } from '../complaint.ts';
import { expectedAt, helpAt } from './expected.ts';
import { nameOfPlace, ruleOf, shorten, tooBig, tooSmall, valueAt } from './shape-words.ts';
import { type Reading, unknownKey, wrongValue } from './wrong-value.ts';

type Issue = z.core.$ZodIssue;

/** Turns what a schema found into findings about places of the file. */
export function shapeFindings(reading: Reading, issues: readonly Issue[]): Finding[] {
  return issues.flatMap((issue) => findings(reading, issue, []));
}

/** `above`: where the part stands that the issue is about; its path goes on from there. */
function findings(reading: Reading, issue: Issue, above: Where): Finding[] {
  const { kind, path } = reading;
  const where: Where = [...above, ...issue.path.filter((step) => typeof step !== 'symbol')];
  const value = valueAt(reading.data, where);
  const say = (code: Code, message: string, suggestion: string | null): Finding[] => [
    { code, path, where, point: issue.code === 'invalid_key' ? 'key' : 'value', message, suggestion },
  ];
  const size = (shortOrLong: Code): Code => (typeof value === 'number' ? 'OUT_OF_RANGE' : shortOrLong);
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => unknownKey(reading, where, key));
    case 'invalid_union':
      return unionFindings(reading, issue.errors, where);
    case 'invalid_type':
    case 'invalid_value':
      return [wrongValue(reading, where, value)];
    case 'invalid_key':
      return say('BAD_ID', `"${shorten(String(where.at(-1)))}" cannot be a name here`, ruleOf(issue.issues));
    case 'invalid_format':
      return say(
        issue.message.startsWith('an id ') ? 'BAD_ID' : 'BAD_TEXT',
        `"${shorten(String(value))}" cannot stand here`,
        ruleOf([issue]) ?? `it must be ${expectedAt(kind, where)}`,
      );
    case 'too_small':
      return say(size('TOO_SHORT'), `${nameOfPlace(where)} ${tooSmall(issue, value)}`, helpAt(kind, where));
    case 'too_big':
      return say(size('TOO_LONG'), `${nameOfPlace(where)} ${tooBig(issue, value)}`, helpAt(kind, where));
    case 'custom':
      return say('BAD_TEXT', `${nameOfPlace(where)} cannot stand here`, issue.message);
    case 'not_multiple_of':
    case 'invalid_element':
      return say('WRONG_TYPE', `${nameOfPlace(where)} must be ${expectedAt(kind, where)}`, null);
  }
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
