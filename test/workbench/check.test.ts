import { describe, expect, test } from 'vitest';
import type { KnowledgeBase, Problem } from '../../src/core/knowledge/model.ts';
import { readKnowledgeFolder } from '../../src/storage/knowledge-folder.ts';
import { alikeProblems } from '../../src/workbench/alike.ts';
import { CHECKING_STEPS, checking, checkKnowledge } from '../../src/workbench/check.ts';
import { pathsOf } from '../../src/workbench/paths.ts';
import { foreignBase, shippedBase } from '../foreign-base.ts';

test('the coffee corner has no complaints when it is tried', async () => {
  const { files, hash } = await readKnowledgeFolder('test/foreign-knowledge');
  expect(checkKnowledge(files, hash)).toEqual([]);
});

test('what is told on the way is as much as is announced', async () => {
  const { files, hash } = await readKnowledgeFolder('test/foreign-knowledge');
  expect([...checking(files, hash)]).toHaveLength(CHECKING_STEPS);
});

const bases: readonly (readonly [string, KnowledgeBase])[] = [
  ['the coffee corner', (await foreignBase()).kb],
  ['the shipped base', (await shippedBase()).kb],
];

const withProblem = (kb: KnowledgeBase, problem: Problem): KnowledgeBase => ({
  ...kb,
  problems: [...kb.problems, problem],
});

/** `later earlier`, as the messages name them. */
const pairsIn = (kb: KnowledgeBase): string[] =>
  alikeProblems(kb, pathsOf([])).map(({ message }) =>
    [...message.matchAll(/"([a-z-]+)" from "([a-z-]+)"/g)]
      .map(([, later, earlier]) => `${later} ${earlier}`)
      .join(),
  );

describe.each(bases)('problems that look alike in %s', (_title, kb) => {
  test('there are none', () => expect(pairsIn(kb)).toEqual([]));

  test('a twin of any problem is like it, and like no other', () => {
    for (const problem of kb.problems)
      expect(pairsIn(withProblem(kb, { ...problem, id: 'twin' }))).toEqual([`twin ${problem.id}`]);
  });

  test('a twin in another kind of device is like nobody', () => {
    for (const problem of kb.problems) {
      const families = Object.fromEntries(
        kb.families.filter(({ id }) => !(id in problem.families)).map(({ id }) => [id, 0]),
      );
      expect(pairsIn(withProblem(kb, { ...problem, id: 'twin', families }))).toEqual([]);
    }
  });

  test('the question that is named is asked where both problems occur', () => {
    for (const problem of kb.problems) {
      const twin = withProblem(kb, { ...problem, id: 'twin' });
      for (const { suggestion } of alikeProblems(twin, pathsOf([]))) {
        const named = /^"([a-z0-9-]+)" comes nearest/.exec(suggestion ?? '')?.[1];
        const question = kb.questions.find(({ id }) => id === named);
        expect(question?.ask).toBeTruthy();
        expect(Object.keys(problem.families).some((id) => question?.families.includes(id))).toBe(true);
      }
    }
  });
});
