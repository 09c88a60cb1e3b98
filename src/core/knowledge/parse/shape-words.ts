/** Words for values and places. */

import type { z } from 'zod';
import type { Where } from '../complaint.ts';

/** Longest piece of an author's text that a message repeats, in characters. */
const SHOWN_LENGTH = 60;

/** The beginning of a long text. */
export function shorten(text: string): string {
  return text.length > SHOWN_LENGTH ? `${text.slice(0, SHOWN_LENGTH)}…` : text;
}

/** `"takes"`; an entry of a list by its number, counted from 1. */
export function nameOfPlace(where: Where): string {
  const last = where.at(-1);
  if (last === undefined) return 'the file';
  return typeof last === 'number'
    ? `entry ${last + 1} of ${nameOfPlace(where.slice(0, -1))}`
    : `"${shorten(last)}"`;
}

/** What kind of thing a value is. */
export function kindOfValue(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'string') return 'text';
  if (typeof value === 'number') return 'a number';
  return typeof value === 'boolean' ? 'true or false' : 'lines of "name: value"';
}

/** The value at a place; undefined where there is none. */
export function valueAt(data: unknown, where: Where): unknown {
  return where.reduce<unknown>((around, step) => {
    if (typeof around !== 'object' || around === null || !Object.hasOwn(around, step)) return undefined;
    return Reflect.get(around, step);
  }, data);
}

/** The rule that a schema states in our own words; null where it only has the library's. */
export function ruleOf(issues: readonly z.core.$ZodIssue[]): string | null {
  return issues.find(({ message }) => !/^(Invalid|Too) /.test(message))?.message ?? null;
}

/** `is empty`, `is -1, but must be at least 0`. */
export function tooSmall({ minimum, inclusive }: z.core.$ZodIssueTooSmall, value: unknown): string {
  if (typeof value === 'number')
    return `is ${value}, but must be ${inclusive === false ? 'above' : 'at least'} ${minimum}`;
  if (!Array.isArray(value)) return 'is empty';
  return value.length === 0 ? 'is an empty list' : `needs at least ${minimum} entries, not ${value.length}`;
}

/** `is 95, but must be at most 1`. */
export function tooBig({ maximum }: z.core.$ZodIssueTooBig, value: unknown): string {
  if (typeof value === 'number') return `is ${value}, but must be at most ${maximum}`;
  if (Array.isArray(value)) return `has ${value.length} entries, but may have at most ${maximum}`;
  return `has ${String(value).length} characters, but may have at most ${maximum}`;
}
