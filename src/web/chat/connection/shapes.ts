/** Tells whether something that came from outside has the shape that it should. */

import type { Choice, ChoiceOf, Reply, ShownStep } from '../../../core/conversation.ts';

export type Fields = Readonly<Record<string, unknown>>;

export function isRecord(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What a JSON text holds; null where it is none. */
export function parsed(text: string | null): unknown {
  try {
    return text === null ? null : JSON.parse(text);
  } catch {
    return null;
  }
}

const isText = (value: unknown): value is string => typeof value === 'string';
const isTextOrNull = (value: unknown): boolean => value === null || isText(value);
const areTexts = (value: Fields, ...names: readonly string[]): boolean =>
  names.every((name) => isText(value[name]));

function isListOf<T>(value: unknown, isOne: (item: unknown) => item is T): value is readonly T[] {
  return Array.isArray(value) && value.every(isOne);
}

const pendingKinds: Readonly<Record<ChoiceOf['kind'], true>> = {
  question: true,
  remedy: true,
  'new-problem': true,
};
const isPendingKind = new Set(Object.keys(pendingKinds));

export function isChoiceOf(value: unknown): value is ChoiceOf {
  return (
    isRecord(value) &&
    areTexts(value, 'kind', 'id') &&
    isPendingKind.has(String(value.kind)) &&
    typeof value.turn === 'number'
  );
}

const isChoice = (value: unknown): value is Choice => isRecord(value) && areTexts(value, 'id', 'label');

const isStep = (value: unknown): value is ShownStep =>
  isRecord(value) &&
  areTexts(value, 'id', 'by', 'do') &&
  typeof value.mayDo === 'boolean' &&
  [value.caution, value.see, value.cannot].every(isTextOrNull);

const hasChoices = (value: Fields): boolean => isText(value.why) && isListOf(value.choices, isChoice);

/** What each kind of reply has beside `kind`, `id` and `text`. */
const replyShapes: Readonly<Record<Reply['kind'], (value: Fields) => boolean>> = {
  question: (value) => hasChoices(value) && isChoiceOf(value.of),
  remedy: (value) => hasChoices(value) && isChoiceOf(value.of) && isListOf(value.steps, isStep),
  handover: (value) =>
    hasChoices(value) && isListOf(value.summary, isText) && isListOf(value.contacts, isText),
  refusal: () => true,
  smalltalk: () => true,
  'out-of-scope': () => true,
  restart: () => true,
  closing: () => true,
  silent: () => true,
};

const replyShapeOf = new Map<string, (value: Fields) => boolean>(Object.entries(replyShapes));

export function isReply(value: unknown): value is Reply {
  if (!isRecord(value) || !areTexts(value, 'kind', 'id', 'text')) return false;
  return replyShapeOf.get(String(value.kind))?.(value) ?? false;
}

export function isLabels(value: unknown): value is Readonly<Record<string, string>> {
  return isRecord(value) && Object.values(value).every(isText);
}
