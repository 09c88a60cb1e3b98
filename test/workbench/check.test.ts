import { describe, expect, test } from 'vitest';
import type { KnowledgeFile } from '../../src/core/knowledge/files.ts';
import type { KnowledgeBase, Problem } from '../../src/core/knowledge/model.ts';
import type { Complaint } from '../../src/core/knowledge/parse.ts';
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

/** The files with one more line at the end of one of them. */
const withLine = (files: readonly KnowledgeFile[], path: string, line: object): readonly KnowledgeFile[] =>
  files.map((file) =>
    file.path === path
      ? { path, bytes: Buffer.concat([file.bytes, Buffer.from(`${JSON.stringify(line)}\n`)]) }
      : file,
  );

/** All that is said of examples which are left out. */
function leftOut(files: readonly KnowledgeFile[]): readonly Complaint[] {
  const steps = checking(files, '', { leftOut: true });
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value.filter(({ code }) => code === 'EXAMPLE_MISREAD');
  }
}

test('an example that was put into the wrong file is read as what it is by the others', async () => {
  const { files } = await readKnowledgeFolder('test/foreign-knowledge');
  const path = 'examples/turns/human.jsonl';
  const says = 'descaled it and it works again, coffee comes out fine now';
  const [misread, ...others] = leftOut(withLine(files, path, { says, while: 'remedy' })).filter((complaint) =>
    complaint.source.includes(says),
  );
  expect(misread).toMatchObject({
    path,
    severity: 'warning',
    message: 'where it is left out, the other examples read it as "fixed"',
    suggestion: 'is it "human"? Then write a few more like it; otherwise move it',
  });
  expect(others).toEqual([]);
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
