import { readFileSync } from 'node:fs';
import { readKnowledge } from '../src/core/knowledge/parse.ts';
import { readKnowledgeFolder } from '../src/storage/knowledge-folder.ts';
import { prepareWithModels } from '../src/storage/knowledge-base.ts';
import { readActs } from '../src/core/language/reading/act.ts';
const { files, hash } = await readKnowledgeFolder('knowledge'); const { kb } = readKnowledge(files);
const p = await prepareWithModels(kb, hash); const H = p.language.heads; let n = 0, ok = 0;
for (const l of readFileSync(`/tmp/k/w/held.jsonl`, 'utf8').trim().split('\n')) { const d = JSON.parse(l); const a = [...readActs(H, 'remedy', d.says, d.problem)].sort((x, y) => y[1] - x[1]); n++; if (a[0][0] === d.act) ok++; if (d.act === 'fixed') console.log(a.slice(0, 3).map(([l, q]) => `${l} ${q.toFixed(2)}`).join(' '), '|', d.says.slice(0, 160)); }
console.log(n, ok / n);
