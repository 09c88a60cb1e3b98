/** The coffee corner with three articles, for what is answered beside the point. */

import type { KnowledgeFile } from '../src/core/knowledge/files.ts';
import { readKnowledge } from '../src/core/knowledge/parse.ts';
import { prepareWithModels } from '../src/storage/knowledge-base.ts';
import { readKnowledgeFolder } from '../src/storage/knowledge-folder.ts';

const SCHEMA = '# yaml-language-server: $schema=../schema/answer.schema.json';

const ARTICLES: Readonly<Record<string, string>> = {
  'answers/vinegar.yaml': `${SCHEMA}
asks: [can I use vinegar, is vinegar as good, vinegar instead of the sachet, does vinegar harm it, may I take vinegar]
families: [espresso-machine]
about: [limescale]
says: No, it eats the seals. Take the sachet.
sources: [G]
`,
  'answers/new-pump.yaml': `${SCHEMA}
asks: [what does a new pump cost, how much is a pump, price of a pump, is a pump dear, who pays for the pump]
families: [espresso-machine]
says: Ask whoever services the machine; it differs from model to model.
sources: [G]
`,
  'answers/loud.yaml': `${SCHEMA}
asks: [is it always that loud, is the noise normal, why so loud, can it be quieter, will the noise wake the neighbours]
says: A machine hums while it works.
sources: [G]
differs:
  - { families: [grinder], says: A mill is loud for the ten seconds in which it grinds., sources: [G] }
`,
  'examples/answers/loud.jsonl':
    '{"says":"the neighbours will hear it, wont they","while":"question","question":"noise"}\n',
  'examples/answers/none.jsonl': '{"says":"do you like coffee"}\n{"says":"was my pin [hidden] kept"}\n',
};

const HELP = '  help-offered: If a machine does not work, tell me what you see.\n';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Read and prepared. */
export async function coffeeArticles() {
  const { files, hash } = await readKnowledgeFolder('test/foreign-knowledge');
  const all: readonly KnowledgeFile[] = [
    ...files.map(({ path, bytes }) =>
      path === 'messages/en.yaml'
        ? { path, bytes: bytesOf(new TextDecoder().decode(bytes) + HELP) }
        : { path, bytes },
    ),
    ...Object.entries(ARTICLES).map(([path, text]) => ({ path, bytes: bytesOf(text) })),
  ];
  const { kb, complaints } = readKnowledge(all);
  if (kb === null || complaints.length > 0) throw new Error(JSON.stringify(complaints));
  return { kb, prepared: await prepareWithModels(kb, hash) };
}
