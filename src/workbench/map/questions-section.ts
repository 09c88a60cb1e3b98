/** Every question of the base, and where it separates something. */

import type { Question } from '../../core/knowledge/model.ts';
import { bits, duration } from './amounts.ts';
import type { MapFigures } from './figures.ts';
import { type Column, type Line, listTable } from './list-table.ts';
import { familyAnchor, questionAnchor, questionText, roleChip } from './marks.ts';
import { html, type Markup } from './markup.ts';

const COLUMNS: readonly Column[] = [
  { name: 'Question', kind: 'heading' },
  { name: 'About', kind: 'quiet' },
  { name: 'Who can tell', kind: 'text' },
  { name: 'Takes', kind: 'amount' },
  { name: 'Separates in', kind: 'chips' },
];

/** The list of all questions, by id. */
export function allQuestions(figures: MapFigures): Markup {
  const sorted = [...figures.questions].sort((a, b) => (a.id < b.id ? -1 : 1));
  return html`<section id="questions" aria-labelledby="questions-title">
<h2 id="questions-title">All questions</h2>
<p class="lead">With the bits that each takes away in the families where it separates something.</p>
${listTable(
  'questions-title',
  COLUMNS,
  sorted.map((question) => lineOf(figures, question)),
)}
</section>`;
}

function lineOf(figures: MapFigures, question: Question): Line {
  const asked = question.ask !== null;
  return {
    anchor: questionAnchor(question.id),
    search: `${question.id} ${questionText(question)}`,
    problem: null,
    cells: [
      html`${questionText(question)}<code>${question.id}</code>`,
      question.about.replace('-', ' '),
      asked ? roleChip(figures.kb, question.who) : html`<span class="chip">only heard</span>`,
      asked ? duration(question.costSeconds) : '',
      whereItSeparates(figures, question),
    ],
  };
}

function whereItSeparates({ families }: MapFigures, question: Question): Markup {
  const where = families
    .flatMap(({ family, questions }) => {
      const row = questions.find((each) => each.question.id === question.id);
      return row === undefined ? [] : [{ family, gainBits: row.gainBits }];
    })
    .sort((a, b) => b.gainBits - a.gainBits);
  if (where.length === 0) return html`<span class="quiet">no problem from another</span>`;
  return html`${where.map(({ family, gainBits }) => html`<a class="chip" href="#${familyAnchor(family)}">${family.label} <b>${bits(gainBits)}</b></a>`)}`;
}
