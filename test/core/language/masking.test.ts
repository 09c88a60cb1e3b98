/** Lines with secrets and lines that look alike, by kind: `masking/secrets.yaml` and `masking/harmless.yaml`. */

import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { redact, secretReaderOf } from '../../../src/core/language/clean/redact.ts';
import { wronglyMaskedExamples } from '../../../src/workbench/secret-examples.ts';
import { secrets } from '../../shipped-language.ts';

const reader = secretReaderOf(secrets);
const masked = (line: string): string => redact(reader, line).text;

/** Kind → its lines. */
function linesOf(name: string): [string, string[]][] {
  const text = readFileSync(`test/core/language/masking/${name}.yaml`, 'utf8');
  const kinds = z.record(z.string(), z.string()).parse(parse(text));
  return Object.entries(kinds).map(([kind, lines]) => [kind, lines.trimEnd().split('\n')]);
}

/** What is masked stands in brackets. */
const MARKED = /\[([^[\]]+)\]/g;

describe('secrets are masked, and the words around them stay', () => {
  test.each(linesOf('secrets'))('%s', (_kind, lines) => {
    const plain = lines.map((line) => line.replace(MARKED, '$1'));
    expect(plain.map(masked)).toEqual(lines.map((line) => line.replace(MARKED, '[hidden]')));
  });
});

describe('what looks like a secret and is none stays', () => {
  test.each(linesOf('harmless'))('%s', (_kind, lines) => {
    expect(lines.map(masked)).toEqual(lines);
  });
});

test('every kind of secret is masked as its examples say', () => {
  expect(wronglyMaskedExamples(secrets).map(({ message }) => message)).toEqual([]);
});
