import { describe, expect, it } from 'vitest';
import { ARTICLE, type Place, type Statement } from './article-map.ts';
import { shippedBase } from './foreign-base.ts';

const { kb } = await shippedBase();

/** All that a place says, and the statements that it cites where things of its kind cite any. */
interface Said {
  readonly texts: readonly (string | null)[];
  readonly cites: readonly string[] | null;
}

/** What stands at a place; null where no such thing is. */
function saidAt(place: Place): Said | null {
  const [kind = '', id = ''] = place.split(':');
  const named = <T extends { id: string }>(things: readonly T[], said: (thing: T) => Said): Said | null => {
    const thing = things.find((each) => each.id === id);
    return thing === undefined ? null : said(thing);
  };
  const inMessages = Object.entries(kb.messages.en ?? {}).map(([key, text]) => ({ id: key, text }));
  const places: Record<string, () => Said | null> = {
    base: () => named([{ id: 'title', text: kb.title }], ({ text }) => ({ texts: [text], cites: null })),
    message: () => named(inMessages, ({ text }) => ({ texts: [text], cites: null })),
    family: () =>
      named(kb.families, (family) => ({
        texts: [family.label, ...family.aliases, ...family.models],
        cites: null,
      })),
    question: () =>
      named(kb.questions, ({ ask, why, answers }) => ({
        texts: [ask, why, ...answers.flatMap(({ label, phrases }) => [label, ...phrases])],
        cites: null,
      })),
    problem: () =>
      named(kb.problems, (problem) => ({
        texts: [
          problem.title,
          problem.means,
          ...problem.saidAs,
          problem.remedy.fixedWhen,
          problem.prevention,
        ],
        cites: problem.sources,
      })),
    step: () =>
      named(kb.steps, (step) => ({
        texts: [step.title, step.caution, step.do, step.plain, step.see, step.cannot, ...step.saidDone],
        cites: step.sources,
      })),
  };
  return places[kind]?.() ?? null;
}

const spaced = (text: string): string => text.replace(/\s+/g, ' ').toLowerCase();

/** What is wrong with the places of a statement, in words; empty where all of them say it. */
function faults(statement: Statement): string[] {
  if (!('stands' in statement)) return [];
  return statement.stands.flatMap(([place, ...says]) => {
    const said = saidAt(place);
    if (said === null) return [`${place} does not exist`];
    const text = spaced(said.texts.join('\n'));
    const unsaid = says.filter((words) => !text.includes(spaced(words)));
    return [
      ...unsaid.map((words) => `${place} does not say "${words}"`),
      ...(said.cites?.includes(statement.id) === false ? [`${place} does not cite ${statement.id}`] : []),
    ];
  });
}

describe('every statement of the article', () => {
  it('is mapped once, with the words under which the knowledge cites it', () => {
    const cited = kb.sources.filter(({ id }) => /^L\d/.test(id));
    expect(ARTICLE.map(({ id }) => id)).toEqual(cited.map(({ id }) => id));
    for (const { id, words } of ARTICLE)
      expect(cited.find((source) => source.id === id)?.says).toContain(`“${words}”`);
  });

  it.each(ARTICLE.map((statement) => [statement.id, statement] as const))('%s is said', (_id, statement) => {
    expect(faults(statement)).toEqual([]);
  });

  it('stands somewhere, is a copy of one that does, or has a reason', () => {
    const standing = new Set(ARTICLE.flatMap((each) => ('stands' in each ? [each.id] : [])));
    for (const each of ARTICLE) {
      if ('stands' in each) expect(each.stands, each.id).not.toEqual([]);
      else if ('copyOf' in each) expect(standing, each.id).toContain(each.copyOf);
      else expect(each.dropped, each.id).toMatch(/\w+ \w+/);
    }
  });

  it('is cited only where it stands somewhere', () => {
    const nowhere = new Set(ARTICLE.flatMap((each) => ('stands' in each ? [] : [each.id])));
    const citing = [...kb.problems, ...kb.steps].filter(({ sources }) =>
      sources.some((id) => nowhere.has(id)),
    );
    expect(citing.map(({ id }) => id)).toEqual([]);
  });
});

describe('a map that is wrong is told', () => {
  const problem = kb.problems[0]!;
  const here: Place = `problem:${problem.id}`;
  const cited = problem.sources[0]!;
  it.each([
    ['a place that is not there', cited, 'step:gone', ['x'], 'step:gone does not exist'],
    ['words that are not said there', cited, here, ['colourless green'], 'does not say "colourless green"'],
    ['a place that does not cite it', 'L0', here, [problem.title.toUpperCase()], 'does not cite L0'],
  ] as const)('%s', (_title, id, place, says, fault) => {
    expect(faults({ id, words: '', stands: [[place, ...says]] })).toEqual([expect.stringContaining(fault)]);
  });
});
