/** Tells whether something that came from outside has the shape that it should. */

import type { ChoiceOf, Reply } from '../../../core/conversation.ts';

/** A record of which nothing is known. */
export type Fields = Readonly<Record<string, unknown>>;

/** Lists are none. */
export function isRecord(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** None where it is no record. */
export const fieldsOf = (value: unknown): Fields => (isRecord(value) ? value : {});

/** What a JSON text holds; null where it is none. */
export function parsed(text: string | null): unknown {
  try {
    return text === null ? null : JSON.parse(text);
  } catch {
    return null;
  }
}

/** True for strings. */
export const isText = (value: unknown): value is string => typeof value === 'string';

/** Tells records in which these are texts. */
export const hasTexts =
  <Name extends string>(...names: readonly Name[]) =>
  (value: unknown): value is Fields & Readonly<Record<Name, string>> =>
    isRecord(value) && names.every((name) => isText(value[name]));

const listOf =
  (isOne: (item: unknown) => boolean) =>
  (value: unknown): boolean =>
    Array.isArray(value) && value.every(isOne);

const isNamed = hasTexts('kind', 'id');

/** True for what a choice can belong to. */
export function isChoiceOf(value: unknown): value is ChoiceOf {
  return isNamed(value) && typeof value.turn === 'number';
}

const choices = listOf(hasTexts('id', 'label'));
const texts = listOf(isText);
const steps = listOf(hasTexts('id', 'by', 'do'));
const nothing = {};
const asked = { why: isText, choices, of: isChoiceOf };

/** What each kind of reply has beside its text. */
const extras: Readonly<Record<Reply['kind'], Readonly<Record<string, (value: unknown) => boolean>>>> = {
  question: asked,
  confirm: asked,
  remedy: { ...asked, steps },
  handover: { why: isText, choices, summary: texts, contacts: texts },
  answer: { sources: texts },
  refusal: nothing,
  smalltalk: nothing,
  'out-of-scope': nothing,
  restart: nothing,
  closing: nothing,
  silent: nothing,
};
const extrasOf = new Map(Object.entries(extras));

/** Looks as far as a screen would stumble; what of a step may be null is shown where it is a text. */
export function isReply(value: unknown): value is Reply {
  if (!isNamed(value) || !isText(value.text)) return false;
  const its = extrasOf.get(value.kind);
  return its !== undefined && Object.entries(its).every(([name, isIt]) => isIt(value[name]));
}

/** True for names with a text each. */
export function isLabels(value: unknown): value is Readonly<Record<string, string>> {
  return isRecord(value) && Object.values(value).every(isText);
}
