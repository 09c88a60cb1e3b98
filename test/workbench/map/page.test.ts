import { beforeAll, describe, expect, test } from 'vitest';
import { prepareDiagnosis } from '../../../src/core/diagnosis/prepare.ts';
import type { KnowledgeBase } from '../../../src/core/knowledge/model.ts';
import { wordsPerson } from '../../../src/simulate/words/person.ts';
import { talk } from '../../../src/simulate/words/talk.ts';
import { type PlayedWords, wrongTalks } from '../../../src/simulate/words/worst.ts';
import { drawMap } from '../../../src/workbench/map.ts';
import { foreignBase, shippedBase } from '../../foreign-base.ts';
import { type Element, type Parts, partsOf } from './page-parts.ts';

const drawn = (kb: KnowledgeBase, family: string | null = null, words: PlayedWords | null = null): string =>
  drawMap({ kb, diagnosis: prepareDiagnosis(kb), hash: 'f'.repeat(64), family, words });

const idsOf = ({ elements }: Parts): string[] => elements.flatMap(({ attributes }) => attributes.id ?? []);
const inOneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** What a browser would fetch to show a page, or go to by itself. */
const REQUESTING = [
  'src',
  'srcset',
  'data',
  'poster',
  'action',
  'formaction',
  'background',
  'ping',
  'xlink:href',
];
const requests = ({ name, attributes }: Element): boolean =>
  ['link', 'base', 'iframe', 'object', 'embed', 'img', 'form'].includes(name) ||
  REQUESTING.some((attribute) => attribute in attributes) ||
  attributes['http-equiv'] === 'refresh' ||
  (attributes.href !== undefined && !attributes.href.startsWith('#'));

describe.each([
  ['the shipped base', shippedBase],
  ['the foreign base', foreignBase],
])('the map of %s', (_name, base) => {
  let kb: KnowledgeBase;
  let page: string;
  let parts: Parts;

  beforeAll(async () => {
    ({ kb } = await base());
    page = drawn(kb);
    parts = partsOf(page);
  });

  test('is well-formed, and every id stands once', () => {
    const ids = idsOf(parts);
    expect(ids.length).toBeGreaterThan(kb.questions.length);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('leads only to places that it has', () => {
    const ids = new Set(idsOf(parts));
    const ends = parts.elements.flatMap(({ attributes }) => [
      ...(attributes.href === undefined ? [] : [attributes.href.slice(1)]),
      ...['aria-labelledby', 'aria-controls', 'for'].flatMap((name) => attributes[name] ?? []),
    ]);
    expect(ends.length).toBeGreaterThan(0);
    expect(ends.filter((id) => !ids.has(id))).toEqual([]);
  });

  test('shows every family, problem, question, role and the steps of every remedy', () => {
    const labels = [
      ...kb.families.map(({ label }) => label),
      ...kb.problems.flatMap(({ id, title, means }) => [id, title, means]),
      ...kb.questions.flatMap(({ id, ask }) => [id, ...(ask === null ? [] : [ask])]),
      ...kb.roles.map(({ label }) => label),
      ...kb.steps
        .filter(({ id }) => kb.problems.some(({ remedy }) => remedy.steps.includes(id)))
        .map(({ title }) => title),
    ];
    expect(labels.map(inOneLine).filter((label) => !parts.text.includes(label))).toEqual([]);
  });

  test('places each problem in each of its families', () => {
    const ids = new Set(idsOf(parts));
    const places = kb.problems.flatMap(({ id, families }) =>
      Object.keys(families).map((family) => `problem-${family}-${id}`),
    );
    expect(places.filter((place) => !ids.has(place))).toEqual([]);
  });

  test('asks nobody for anything: no link, image, font or script from elsewhere, and a policy that forbids them', () => {
    expect(parts.elements.filter(requests)).toEqual([]);
    expect(page).not.toMatch(/@import|url\((?!#)/);
    const policy = parts.elements.find(({ attributes }) => attributes['http-equiv'] !== undefined);
    expect(policy?.attributes.content).toMatch(/^default-src 'none'/);
  });

  test('is the same for the same base', () => expect(drawn(kb)).toBe(page));

  test('says in words what its colours say', () => {
    const cells = parts.elements.filter(({ attributes }) => attributes.class?.startsWith('cell ') === true);
    const words = cells.flatMap(({ name, attributes }) => (name === 'td' ? [attributes.title ?? ''] : []));
    expect(words.length).toBeGreaterThan(0);
    const said =
      /^(always|almost always|usually|often|sometimes|rarely|almost never|never) \(.+ %\), .+ bits (for|against)$/;
    expect(words.filter((word) => !said.test(word))).toEqual([]);
  });
});

test('one family alone has its own problems and no other', async () => {
  const { kb } = await foreignBase();
  const family = kb.families[0]!;
  const { text } = partsOf(drawn(kb, family.id));
  const [own, others] = [true, false].map((mine) =>
    kb.problems.filter(({ families }) => (families[family.id] !== undefined) === mine),
  );
  expect(own!.filter(({ title }) => !text.includes(title))).toEqual([]);
  expect(others!.length).toBeGreaterThan(0);
  expect(others!.filter(({ id }) => text.includes(id))).toEqual([]);
});

describe('what authors write stays text', () => {
  const nasty = `</script></style></title><script>alert("1")</script>'"><img src=x onerror=alert(1)> &amp; \u0000\ud800`;
  const shown = `</script></style></title><script>alert("1")</script>'"><img src=x onerror=alert(1)> &amp; \ufffd\ufffd`;

  test('in every label of a base', async () => {
    const { kb } = await foreignBase();
    const poisoned: KnowledgeBase = {
      ...kb,
      title: `base ${nasty}`,
      families: kb.families.map((family) => ({ ...family, label: `${family.label} family ${nasty}` })),
      roles: kb.roles.map((role) => ({ ...role, label: `role ${nasty}` })),
      questions: kb.questions.map((question) => ({
        ...question,
        ask: question.ask === null ? null : `ask ${nasty}`,
        answers: question.answers.map((answer) => ({ ...answer, label: `answer ${nasty}` })),
      })),
      problems: kb.problems.map((problem) => ({
        ...problem,
        title: `problem ${nasty}`,
        means: `means ${nasty}`,
      })),
      steps: kb.steps.map((step) => ({ ...step, title: `step ${nasty}` })),
    };
    const page = drawn(poisoned);
    const { elements, text } = partsOf(page);
    for (const name of ['base', 'family', 'role', 'ask', 'answer', 'problem', 'means', 'step'])
      expect(text).toContain(`${name} ${shown}`);
    expect(elements.map(({ name }) => name)).toEqual(partsOf(drawn(kb)).elements.map(({ name }) => name));
    expect(elements.filter(({ name }) => name === 'script')).toHaveLength(1);
    expect(elements.filter(requests)).toEqual([]);
  });

  test('in ids, too', async () => {
    const { kb } = await foreignBase();
    const [first, ...rest] = kb.problems;
    const problems = [{ ...first!, id: nasty }, ...rest];
    expect(idsOf(partsOf(drawn({ ...kb, problems }))).filter((id) => id.endsWith(shown))).not.toEqual([]);
  });
});

/** A conversation of each problem that opens with this message. */
async function playedWith(says: string): Promise<PlayedWords> {
  const { kb, prepared } = await foreignBase();
  const talks = kb.problems.map((problem) => {
    const family = kb.families.find(({ id }) => problem.families[id] !== undefined)!;
    const sufferer = { family, problem, role: kb.roles[0]! };
    const message = {
      ...{ says, problem: problem.id, family: family.id, level: 'decisive' as const },
      ...{ also: [], facts: {}, denied: {} },
    };
    return talk(prepared, wordsPerson(kb, kb.examples, { sufferer, message }), sufferer);
  });
  return { talks, wrong: wrongTalks(prepared, talks) };
}

describe('the worst conversations', () => {
  const nasty = `no coffee </li></ol></article><script>alert("1")</script>'"><img src=x onerror=alert(1)> &amp;`;

  test('stand in a section of their own, which the list of sections leads to', async () => {
    const { kb } = await foreignBase();
    const words = await playedWith(nasty);
    const parts = partsOf(drawn(kb, null, words));
    const ids = idsOf(parts);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toContain('worst');
    const links = parts.elements.flatMap(({ attributes }) => attributes.href?.slice(1) ?? []);
    expect(links).toContain('worst');
    expect(links.filter((id) => !ids.includes(id))).toEqual([]);
    expect(parts.text).toContain(
      `${words.talks.length} conversations played, ${words.wrong.length} went wrong`,
    );
    expect(partsOf(drawn(kb)).text).not.toContain('Worst conversations');
  });

  test('say in words which turn went wrong and by what, once each', async () => {
    const { kb } = await foreignBase();
    const words = await playedWith('no coffee comes out');
    const { text } = partsOf(drawn(kb, null, words));
    expect(words.wrong.length).toBeGreaterThan(0);
    expect(text.match(/Went wrong here, (not heard|asked|decided) : /g)).toHaveLength(words.wrong.length);
    for (const { wrong } of words.wrong)
      expect(text).toContain(`Turn ${wrong.turn}, ${wrong.by} : ${wrong.because}`);
  });

  test('show what people type as text', async () => {
    const { kb } = await foreignBase();
    const { elements, text } = partsOf(drawn(kb, null, await playedWith(nasty)));
    expect(text).toContain(nasty);
    expect(elements.filter(({ name }) => name === 'script')).toHaveLength(1);
    expect(elements.filter(requests)).toEqual([]);
  });
});

describe('a base at its smallest', () => {
  test.each([
    ['no problem at all', 0, 'No problem of this family is written yet.'],
    ['one problem', 1, 'No family has two problems.'],
  ] as const)('%s is drawn', async (_what, count, says) => {
    const { kb } = await foreignBase();
    const { text } = partsOf(drawn({ ...kb, problems: kb.problems.slice(0, count) }));
    expect(text).toContain(says);
    expect(text).not.toMatch(/NaN|Infinity|undefined/);
  });
});
