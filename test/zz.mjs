import { readFileSync } from 'node:fs';
import { readKnowledge } from '../src/core/knowledge/parse.ts';
import { readKnowledgeFolder } from '../src/storage/knowledge-folder.ts';
import { prepareWithModels } from '../src/storage/knowledge-base.ts';
import { respond } from '../src/core/respond.ts';
import { understand } from '../src/core/language/understand.ts';
import { newCase, newConversation } from '../src/core/conversation.ts';
const { files, hash } = await readKnowledgeFolder('knowledge'); const { kb } = readKnowledge(files);
const p = await prepareWithModels(kb, hash);
const c = {}; const conf = {}; let role = 0, roleOk = 0, roleWrong = 0, second = 0, n = 0; const HELD = process.env.HELD;
for (const file of process.argv.slice(2)) for (const [i, l] of readFileSync(file, 'utf8').trim().split('\n').entries()) { if (HELD && i % 5 !== 0) continue;
  const d = JSON.parse(l); n++;
  let state = { ...newConversation(), turn: 1, lastAt: 1, case: { ...newCase(1), texts: [{ text: kb.examples.problems.find((e) => e.problem === d.problem && e.level === 'decisive')?.says ?? 'it says supervisor error', turn: 1, messageId: null }], tried: [{ problem: d.problem, shownTurn: 1, toldTurn: null, outcome: 'untold', outcomeAsked: false }], pending: { kind: 'remedy', id: d.problem, turn: 1 } } };
  const h = understand(p.language, state, { kind: 'said', id: 'x', at: 2, text: d.says, messageId: null, attachments: 0 });
  const got = h.refusal ? 'refused' : h.notSure ? 'not-sure' : h.act; c[d.act] ??= [0, 0]; c[d.act][1]++; if (got === d.act) c[d.act][0]++; else conf[`${d.act}->${got}`] = (conf[`${d.act}->${got}`] ?? 0) + 1;
  const r = h.facts.find((f) => f.question === 'role' && !f.denied)?.answer ?? null; if (d.role) { role++; if (r === d.role) roleOk++; else if (r) roleWrong++; } else if (r) roleWrong++;
  if (h.secondProblem) { second++; if (process.env.SHOW) console.log('SECOND', d.act, '|', d.says, '=>', h.secondProblem); }
}
console.log(n, 'right', (Object.values(c).reduce((s, [a]) => s + a, 0) / n).toFixed(3), JSON.stringify(c), 'role', roleOk, 'of', role, 'wrong', roleWrong, 'second', second);
console.log(Object.entries(conf).sort((a, b) => b[1] - a[1]).slice(0, 14));
