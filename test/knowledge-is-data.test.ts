import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ABOUT, FREQUENCIES, LIKELIHOODS, MESSAGES, RISKS, SPEECH } from '../src/core/knowledge/model.ts';
import { foreignBase, shippedBase } from './foreign-base.ts';

const closedWords = new Set<string>([
  ...ABOUT,
  ...RISKS,
  ...SPEECH,
  ...Object.keys(LIKELIHOODS),
  ...Object.keys(FREQUENCIES),
  ...Object.keys(MESSAGES),
]);

function stringsIn(file: string): string[] {
  const code = readFileSync(file, 'utf8')
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/^\s*\/\/.*$/gm, '');
  return [...code.matchAll(/'([^'\n]*)'|"([^"\n]*)"|`([^`$]*)`/g)].map(
    (match) => match[1] ?? match[2] ?? match[3] ?? '',
  );
}

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => join('src', name));

test.each([
  ['knowledge', shippedBase],
  ['test/foreign-knowledge', foreignBase],
])('no id of %s stands in src: another base needs no change of code', async (_folder, baseOf) => {
  const { kb } = await baseOf();
  const ids = [kb.families, kb.questions, kb.roles, kb.steps, kb.problems].flatMap((things) =>
    things.map(({ id }) => id),
  );
  const open = new Set(ids.filter((id) => !closedWords.has(id)));
  const found = sources.flatMap((file) =>
    stringsIn(file)
      .filter((text) => open.has(text))
      .map((text) => `${file}: '${text}'`),
  );
  expect(found).toEqual([]);
});
