/** What should stand somewhere, in words for somebody who has never programmed. */

import { z } from 'zod';
import { FILE_KINDS, type FileKind } from '../authored.ts';
import type { Where } from '../complaint.ts';

/** The part of a JSON Schema that is read here. */
export interface Shape {
  readonly type?: string | undefined;
  readonly description?: string | undefined;
  readonly const?: unknown;
  readonly enum?: readonly unknown[] | undefined;
  readonly examples?: readonly unknown[] | undefined;
  readonly properties?: Readonly<Record<string, Shape>> | undefined;
  readonly propertyNames?: Shape | undefined;
  readonly additionalProperties?: Shape | boolean | undefined;
  readonly items?: Shape | undefined;
  readonly anyOf?: readonly Shape[] | undefined;
}

const shape: z.ZodType<Shape> = z.lazy(() =>
  z.object({
    type: z.string().optional(),
    description: z.string().optional(),
    const: z.unknown().optional(),
    enum: z.array(z.unknown()).optional(),
    examples: z.array(z.unknown()).optional(),
    properties: z.record(z.string(), shape).optional(),
    propertyNames: shape.optional(),
    additionalProperties: z.union([z.boolean(), shape]).optional(),
    items: shape.optional(),
    anyOf: z.array(shape).optional(),
  }),
);

/** The JSON Schema of a kind of file, as editors get it. */
export function jsonSchemaOf(kind: FileKind): Readonly<Record<string, unknown>> {
  return { ...z.toJSONSchema(FILE_KINDS[kind].schema, { io: 'input', reused: 'inline' }) };
}

const shapes = new Map<FileKind, Shape>();

/** All that may stand at a place: several where the schema leaves a choice. Empty where nothing may. */
export function shapesAt(kind: FileKind, where: Where): readonly Shape[] {
  const known = shapes.get(kind);
  const top = known ?? shape.parse(jsonSchemaOf(kind));
  shapes.set(kind, top);
  return where.reduce<readonly Shape[]>(
    (around, step) => around.flatMap((one) => choices(one)).flatMap((one) => inside(one, step)),
    [top],
  );
}

function choices(one: Shape): readonly Shape[] {
  return one.anyOf === undefined ? [one] : one.anyOf.flatMap(choices);
}

function inside(one: Shape, step: string | number): readonly Shape[] {
  if (typeof step === 'number') return one.items === undefined ? [] : [one.items];
  const named = one.properties?.[step];
  if (named !== undefined) return [named];
  return typeof one.additionalProperties === 'object' ? [one.additionalProperties] : [];
}

/** Keys that may stand at a place. */
export function keysAt(kind: FileKind, where: Where): readonly string[] {
  return shapesAt(kind, where)
    .flatMap(choices)
    .flatMap((one) => [...Object.keys(one.properties ?? {}), ...(one.propertyNames?.enum ?? [])])
    .filter((key) => typeof key === 'string');
}

/** Words that may stand at a place; empty where any text may. */
export function wordsAt(kind: FileKind, where: Where): readonly string[] {
  return shapesAt(kind, where)
    .flatMap(choices)
    .flatMap((one) => one.enum ?? (one.const === undefined ? [] : [one.const]))
    .filter((word) => typeof word === 'string');
}

/** What the authors' help says of a place; null: nothing. */
export function helpAt(kind: FileKind, where: Where): string | null {
  return shapesAt(kind, where).find((one) => one.description !== undefined)?.description ?? null;
}

/** What may stand at a place: `text like "5 min"`, `a list, or the word all`. */
export function expectedAt(kind: FileKind, where: Where): string {
  const said = shapesAt(kind, where).flatMap(choices).map(inWords);
  return [...new Set(said)].join(', or ') || 'something else';
}

function inWords(one: Shape): string {
  if (one.const !== undefined)
    return typeof one.const === 'string' ? `the word ${one.const}` : String(one.const);
  if (one.enum !== undefined)
    return one.enum.length > 12 ? 'a known word' : `one of the words ${one.enum.join(', ')}`;
  switch (one.type) {
    case 'string': {
      const example = one.examples?.[0];
      return example === undefined ? 'text' : `text like "${String(example)}"`;
    }
    case 'number':
    case 'integer':
      return 'a number';
    case 'boolean':
      return 'true or false';
    case 'array':
      return 'a list like [a, b]';
    default:
      return 'lines of "name: value"';
  }
}
