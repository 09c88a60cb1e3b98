import { describe, expect, test } from 'vitest';
import { YAML_KINDS } from '../../../src/core/knowledge/authored.ts';
import { jsonSchemaOf } from '../../../src/core/knowledge/parse/expected.ts';
import { readKnowledge } from '../../../src/core/knowledge/parse.ts';
import { readKnowledgeFolder } from '../../../src/storage/knowledge-folder.ts';

describe('the schemas that editors use', () => {
  test.each(YAML_KINDS)('%s: says what it is about, and allows no unknown names', (kind) => {
    const schema = jsonSchemaOf(kind);
    expect(schema).toMatchObject({ type: 'object', additionalProperties: false });
    expect(schema.description).toMatch(/\.$/);
  });

  test('authors get the words to choose from, and their meaning', () => {
    const text = JSON.stringify(jsonSchemaOf('problem'));
    for (const word of ['almost-always', 'very-common', 'How people put it']) expect(text).toContain(word);
  });
});

test.each(['knowledge', 'test/foreign-knowledge'])(
  'every file of %s names its schema at its head',
  async (folder) => {
    const { complaints } = readKnowledge((await readKnowledgeFolder(folder)).files);
    expect(complaints.filter(({ code }) => code === 'NO_SCHEMA_LINE').map(({ path }) => path)).toEqual([]);
  },
);
