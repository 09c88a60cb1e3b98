/** One family: its problems as a list, its matrix, and the pairs in it that are hardest to tell apart. */

import type { KnowledgeBase, Step } from '../../core/knowledge/model.ts';
import { bits, counted, duration, percent } from './amounts.ts';
import type { ProblemFigures } from './family-figures.ts';
import type { DrawnFamily } from './figures.ts';
import { type Column, type Line, listTable } from './list-table.ts';
import {
  bitsBar,
  familyAnchor,
  problemAnchor,
  questionAnchor,
  questionLink,
  roleChip,
  shareBar,
} from './marks.ts';
import { html, type Markup } from './markup.ts';
import { decidingRows, matrix } from './matrix.ts';
import { pairsOfFamily } from './pairs-section.ts';

const COLUMNS: readonly Column[] = [
  { name: '', kind: 'text' },
  { name: 'Problem', kind: 'heading' },
  { name: 'How often', kind: 'text' },
  { name: 'Decided by', kind: 'text' },
  { name: 'Remedy', kind: 'text' },
  { name: 'Cure takes', kind: 'amount' },
];

/** The section of a family. */
export function familySection(kb: KnowledgeBase, drawn: DrawnFamily): Markup {
  const { family, problems, pairs, questions, silent } = drawn;
  const anchor = familyAnchor(family);
  return html`<section class="family" id="${anchor}" aria-labelledby="${anchor}-title">
<h2 id="${anchor}-title">${family.label}</h2>
<p class="lead">${percent(drawn.prior)} of cases. ${bits(drawn.openBits)} bits are open once the family is known; handing over costs ${duration(family.handOverSeconds)}. <code>${family.id}</code></p>
${
  problems.length === 0
    ? html`<p class="quiet">No problem of this family is written yet.</p>`
    : html`${problemList(kb, drawn)}
<h3 id="${anchor}-matrix">What separates them</h3>
${questions.length === 0 ? html`<p class="quiet">No question separates anything here.</p>` : matrix(drawn)}`
}
${silent.length === 0 ? null : html`<p class="quiet silent-questions">Tell none of these problems from another: ${silent.map((question, i) => html`${i === 0 ? '' : ' \u00b7 '}<a href="#${questionAnchor(question.id)}">${question.id}</a>`)}</p>`}
${pairs.length === 0 ? null : html`<h3 id="${anchor}-pairs">Hardest to tell apart here</h3>${pairsOfFamily(pairs, `${anchor}-pairs`)}`}
</section>`;
}

function problemList(kb: KnowledgeBase, drawn: DrawnFamily): Markup {
  const most = Math.max(...drawn.problems.map(({ share }) => share));
  const lines = drawn.problems.map((figures, p) => problemLine(kb, drawn, figures, { p, most }));
  return listTable(`${familyAnchor(drawn.family)}-title`, COLUMNS, lines, 'problems');
}

function problemLine(
  kb: KnowledgeBase,
  drawn: DrawnFamily,
  { problem, share, cureSeconds }: ProblemFigures,
  { p, most }: { readonly p: number; readonly most: number },
): Line {
  return {
    anchor: problemAnchor(drawn.family, problem.id),
    search: `${problem.id} ${problem.title} ${problem.means}`,
    problem: p,
    cells: [
      html`<button type="button" class="pick" data-pick="${p}" aria-pressed="false" aria-label="Show what decides problem ${p + 1}">${p + 1}</button>`,
      html`<span class="name">${problem.title}</span><code>${problem.id}</code><details><summary>What it means</summary><p>${problem.means}</p></details>`,
      shareBar(share, most),
      deciders(drawn, p),
      remedy(kb, drawn, problem.remedy.steps),
      duration(cureSeconds),
    ],
  };
}

function deciders(drawn: DrawnFamily, p: number): Markup {
  const rows = decidingRows(drawn, p).flatMap((r) => drawn.questions[r] ?? []);
  if (rows.length === 0) return html`<strong class="warn">nothing decides it</strong>`;
  return html`<ol class="deciders">${rows.map(({ question, decides }) => html`<li>${questionLink(question)}${bitsBar(decides[p] ?? 0, 4)}</li>`)}</ol>`;
}

function remedy(kb: KnowledgeBase, { family }: DrawnFamily, ids: readonly string[]): Markup {
  const byId = new Map(kb.steps.map((step) => [step.id, step]));
  const steps = ids
    .flatMap((id) => byId.get(id) ?? [])
    .filter((step) => step.families === null || step.families.includes(family.id));
  const roles = [...new Set(steps.map(({ by }) => by))];
  return html`<details><summary>${counted(steps.length, 'step')}</summary><ol class="steps">${steps.map((step) => stepItem(kb, step))}</ol></details><span class="chips">${roles.map((role) => roleChip(kb, role))}</span>`;
}

function stepItem(kb: KnowledgeBase, step: Step): Markup {
  const risk =
    step.risk === 'none' ? null : html` <span class="chip risk">${step.risk.replace('-', ' ')}</span>`;
  return html`<li>${step.title} ${roleChip(kb, step.by)}${risk} <span class="quiet">${duration(step.costSeconds)}</span></li>`;
}
