/** Writes the JSON Schemas that editors use, from the very schemas that read the files. `npm run build` runs it. */

import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { YAML_KINDS } from '../core/knowledge/authored.ts';
import { jsonSchemaOf } from '../core/knowledge/parse/expected.ts';

/** Where the shipped base keeps its schemas. They are generated, so no version of them is kept. */
const FOLDER = join('knowledge', 'schema');

await mkdir(FOLDER, { recursive: true });
for (const kind of YAML_KINDS) {
  const path = join(FOLDER, `${kind}.schema.json`);
  const schema = `${JSON.stringify(jsonSchemaOf(kind), null, 2)}\n`;
  // An editor reloads a schema that was written, so one that says the same is left alone.
  if ((await readFile(path, 'utf8').catch(() => '')) !== schema) await writeFile(path, schema);
}
