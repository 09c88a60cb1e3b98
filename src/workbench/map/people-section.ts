/** Who may do what, and which steps serve more than one problem. */

import type { KnowledgeBase, Role } from '../../core/knowledge/model.ts';
import { duration } from './amounts.ts';
import type { MapFigures } from './figures.ts';
import type { SharedStep } from './likeness.ts';
import { type Column, type Line, listTable, plainLine } from './list-table.ts';
import { roleChip } from './marks.ts';
import { html, type Markup } from './markup.ts';

/** How many problems of a shared step are named before the rest is counted. */
const NAMED = 6;

const ROLE_COLUMNS: readonly Column[] = [
  { name: 'Role', kind: 'heading' },
  { name: 'To fetch', kind: 'amount' },
  { name: 'Acts as', kind: 'chips' },
  { name: 'Steps', kind: 'amount' },
  { name: 'With risk', kind: 'amount' },
  { name: 'Problems that need them', kind: 'amount' },
  { name: 'Questions for them', kind: 'amount' },
];

/** The roles: how long to fetch them, as whom they may act, and what needs them. */
export function people(figures: MapFigures): Markup {
  return html`<section id="people" aria-labelledby="people-title">
<h2 id="people-title">Who may do what</h2>
<p class="lead">From the least to the most rights. A remedy that needs somebody else costs fetching them, too.</p>
${listTable(
  'people-title',
  ROLE_COLUMNS,
  figures.kb.roles.map((role) => roleLine(figures, role)),
)}
</section>`;
}

function roleLine({ kb, problems, questions }: MapFigures, role: Role): Line {
  const used = new Set(problems.flatMap(({ remedy }) => remedy.steps));
  const steps = kb.steps.filter(({ id, by }) => by === role.id && used.has(id));
  const own = new Set(steps.map(({ id }) => id));
  const others = role.actsAs.filter((id) => id !== role.id);
  return plainLine([
    role.label,
    role.fetchSeconds === 0 ? 'is there' : duration(role.fetchSeconds),
    others.length === 0 ? 'nobody else' : others.map((id) => roleChip(kb, id)),
    steps.length,
    steps.filter(({ risk }) => risk !== 'none').length,
    problems.filter(({ remedy }) => remedy.steps.some((id) => own.has(id))).length,
    questions.filter(({ ask, who }) => ask !== null && who === role.id).length,
  ]);
}

const STEP_COLUMNS: readonly Column[] = [
  { name: 'Step', kind: 'heading' },
  { name: 'By', kind: 'text' },
  { name: 'Remedies', kind: 'amount' },
  { name: 'Cures', kind: 'amount' },
  { name: 'Problems', kind: 'quiet' },
];

/** Steps of more than one remedy: a change of one of them changes all those problems. */
export function shared({ kb, shared: steps }: MapFigures): Markup {
  return html`<section id="shared" aria-labelledby="shared-title">
<h2 id="shared-title">Steps that problems share</h2>
<p class="lead">A change of one of these changes the remedy of every problem beside it.</p>
${
  steps.length === 0
    ? html`<p class="quiet">No step stands in two remedies.</p>`
    : listTable(
        'shared-title',
        STEP_COLUMNS,
        steps.map((each) => stepLine(kb, each)),
      )
}
</section>`;
}

function stepLine(kb: KnowledgeBase, { step, problems, cures }: SharedStep): Line {
  const titles = problems
    .slice(0, NAMED)
    .map(({ title }) => title)
    .join('; ');
  const more = problems.length > NAMED ? ` and ${problems.length - NAMED} more` : '';
  return {
    anchor: null,
    search: `${step.id} ${step.title} ${titles}`,
    problem: null,
    cells: [
      html`${step.title}<code>${step.id}</code>`,
      roleChip(kb, step.by),
      problems.length,
      cures,
      `${titles}${more}`,
    ],
  };
}
