/** The heart of a family: questions down, problems across, and what each says of the other. */

import { bits, counted, duration, likelihoodWord, percent } from './amounts.ts';
import type { FamilyFigures } from './family-figures.ts';
import { bitsBar, familyAnchor, questionText } from './marks.ts';
import { html, type Markup } from './markup.ts';
import type { AnswerRow, Cell, QuestionRow } from './question-rows.ts';

/** From how many bits on an answer speaks clearly, and strongly; the shades and signs of the map. */
const CLEAR_BITS = 0.5;
const STRONG_BITS = 2;

/** How many questions of a problem are marked as those that decide it. */
const DECIDING = 3;

/** A question that speaks for a problem with fewer bits than this does not decide it, and shows no number. */
const LEAST_DECIDING_BITS = 0.2;

/** A family of more problems than this scrolls sideways at any width. */
const FITS = 14;

/** Indices of the questions (rows of the matrix) that decide problem `p`, best first. */
export function decidingRows({ questions }: FamilyFigures, p: number): number[] {
  return questions
    .map(({ decides }, row) => ({ row, amount: decides[p] ?? 0 }))
    .filter(({ amount }) => amount >= LEAST_DECIDING_BITS)
    .sort((a, b) => b.amount - a.amount)
    .slice(0, DECIDING)
    .map(({ row }) => row);
}

/** The matrix of a family. */
export function matrix(figures: FamilyFigures): Markup {
  const { family, problems, questions } = figures;
  const anchor = familyAnchor(family);
  const most = Math.max(0, ...questions.map(({ gainBits }) => gainBits));
  const deciding = problems.map((_, p) => new Set(decidingRows(figures, p)));
  const titles = problems.map(
    ({ problem }, p) =>
      html`<th scope="col" data-problem="${p}" class="title"><span>${problem.title}</span></th>`,
  );
  const elseTitle = html`<th scope="col" class="title else"><span>Something else</span></th>`;
  const numbers = problems.map(
    ({ problem }, p) =>
      html`<th data-problem="${p}" class="no"><button type="button" class="pick" data-pick="${p}" aria-pressed="false" title="${problem.title}">${p + 1}</button></th>`,
  );
  return html`<div class="scroll${problems.length > FITS ? ' always' : ''}" tabindex="0" role="region" aria-labelledby="${anchor}-matrix"><table class="matrix">
<caption class="hidden">What each question says of each problem of ${family.label}</caption>
<thead><tr class="titles"><th scope="col" class="corner">Question, by bits it takes away</th>${titles}${elseTitle}</tr>
<tr class="numbers"><th class="corner">${counted(problems.length, 'problem')}, most frequent first</th>${numbers}<th class="no else">?</th></tr></thead>
${questions.map((row, r) => questionBody(figures, row, { r, most, deciding }))}
</table></div>`;
}

interface Placed {
  readonly r: number;
  readonly most: number;
  /** Per problem: the rows that decide it. */
  readonly deciding: readonly ReadonlySet<number>[];
}

function questionBody(figures: FamilyFigures, row: QuestionRow, { r, most, deciding }: Placed): Markup {
  const { question } = row;
  const id = `${familyAnchor(figures.family)}-row-${r}`;
  const decides = deciding.flatMap((rows, p) => (rows.has(r) ? [p] : [])).join(' ');
  const search = `${question.id} ${questionText(question)} ${question.answers.map(({ label }) => label).join(' ')}`;
  const cells = row.decides.map((amount, p) =>
    decisionCell(figures, p, amount, deciding[p]?.has(r) === true),
  );
  return html`<tbody class="question" data-decides="${decides}" data-search="${search.toLowerCase()}">
<tr class="ask"><th scope="rowgroup"><button type="button" class="fold" aria-expanded="true" aria-controls="${id}">${questionText(question)}</button><span class="meta">${bitsBar(row.gainBits, most)}<code>${question.id}</code>${question.ask === null ? html`<span class="chip">only heard</span>` : html`<span>${duration(question.costSeconds)}</span>`}</span></th>${cells}</tr>
</tbody>
<tbody class="answers" id="${id}">${row.answers.map((answer) => answerLine(answer))}${silentLine(figures, row)}</tbody>`;
}

function decisionCell({ problems }: FamilyFigures, p: number, amount: number, decides: boolean): Markup {
  const title = `${problems[p]?.problem.title ?? 'Something else'}: ${bits(amount)} bits${decides ? ', decides it' : ''}`;
  const shown = amount >= LEAST_DECIDING_BITS ? bits(amount) : '';
  const shade = amount >= STRONG_BITS ? 3 : amount >= 1 ? 2 : amount >= CLEAR_BITS ? 1 : 0;
  return html`<td data-problem="${p}" class="weight w${shade}${decides ? ' decides' : ''}" title="${title}">${shown}</td>`;
}

function answerLine({ answer, cells }: AnswerRow): Markup {
  const drawn = cells.map((cell, p) => answerCell(cell, p));
  return html`<tr><th scope="row">${answer.label}</th>${drawn}</tr>`;
}

function answerCell({ likelihood, bits: weight, own }: Cell, p: number): Markup {
  const { sign, kind, says } = standing(weight);
  const word = likelihoodWord(likelihood);
  const title = `${word} (${percent(likelihood)}), ${bits(Math.abs(weight))} bits ${says}`;
  return html`<td data-problem="${p}" class="cell ${kind}${own ? ' own' : ''}" title="${title}"><span aria-hidden="true">${sign}</span><span class="hidden">${word}</span></td>`;
}

function standing(weight: number): { readonly sign: string; readonly kind: string; readonly says: string } {
  if (weight >= STRONG_BITS) return { sign: '++', kind: 'for2', says: 'for' };
  if (weight >= CLEAR_BITS) return { sign: '+', kind: 'for1', says: 'for' };
  if (weight <= -STRONG_BITS) return { sign: '\u2212\u2212', kind: 'against2', says: 'against' };
  if (weight <= -CLEAR_BITS) return { sign: '\u2212', kind: 'against1', says: 'against' };
  return { sign: '\u00b7', kind: 'even', says: weight < 0 ? 'against' : 'for' };
}

function silentLine({ problems }: FamilyFigures, { answers, silentAnswers }: QuestionRow): Markup | null {
  if (silentAnswers === 0) return null;
  const some = answers.length === 0 ? '' : ' more';
  return html`<tr class="silent"><th scope="row" colspan="${problems.length + 2}">${counted(silentAnswers, `${some} answer`.trim())} that ${silentAnswers === 1 ? 'tells' : 'tell'} none of these problems apart</th></tr>`;
}
