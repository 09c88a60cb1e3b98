/**
 * `npm run --silent bench:answers -- --questions FILE [--each]`: how well the shipped base answers side questions. JSON
 * Lines in: text, pending, question or problem, family, article; one JSON object out, shares in 0..1: of the questions
 * that an article answers, and of those that none does. `elsewhere`: not heard as a side question.
 */

import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { NO_ARTICLE } from '../../src/core/knowledge/model.ts';
import { loadKnowledge } from '../../src/storage/knowledge-base.ts';
import { measureSideQuestions, sideQuestionFigures, sideQuestionLine } from './reading/side-questions.ts';

const { values } = parseArgs({
  options: {
    questions: { type: 'string' },
    each: { type: 'boolean', default: false },
  },
});
if (values.questions === undefined) throw new Error('say which questions: --questions FILE');

const lines = readFileSync(values.questions, 'utf8')
  .split('\n')
  .filter((line) => line.trim() !== '')
  .map((line) => sideQuestionLine.parse(JSON.parse(line)));

const { prepared } = await loadKnowledge('knowledge');
const outcomes = measureSideQuestions(prepared, lines);
const hasArticle = ({ line }: (typeof outcomes)[number]): boolean => line.right[0] !== NO_ARTICLE;
const figures = {
  all: sideQuestionFigures(outcomes),
  withArticle: sideQuestionFigures(outcomes.filter(hasArticle)),
  withoutArticle: sideQuestionFigures(outcomes.filter((each) => !hasArticle(each))),
  ...(values.each
    ? {
        each: outcomes
          .filter(({ answered }) => answered !== 'rightly')
          .map(({ line, answered, by }) => ({ text: line.text, right: line.right, answered, by })),
      }
    : {}),
};
process.stdout.write(`${JSON.stringify(figures, null, 2)}\n`);
