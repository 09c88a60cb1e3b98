import { describe, expect, it } from 'vitest';
import { newCase } from '../../../src/core/conversation.ts';
import type { Move } from '../../../src/core/diagnosis/types.ts';
import { caseOf, diagnosing, inWords, littleBase, tried, unsure } from './little-base.ts';

/** A counter with a scale and a till: what the shipped base is like, in small. */
const counter = littleBase({
  families: {
    till: { prior: 0.6, somethingElse: 0.08, signs: { device: { till: 0.96 } } },
    scale: { prior: 0.4, somethingElse: 0.08, signs: { device: { scale: 0.96 } } },
  },
  questions: {
    device: { about: 'device', usually: { till: 0.5, scale: 0.5 }, costSeconds: 5 },
    key: { families: ['till'], usually: { home: 0.7, 'not-home': 0.3 } },
    sale: { families: ['till'], usually: { open: 0.3, clear: 0.7 } },
    memory: { families: ['till'], usually: { kept: 0.95, gone: 0.05 } },
    page: { families: ['scale'], usually: { calibration: 0.3, other: 0.7 } },
    switch: { families: ['scale'], usually: { on: 0.4, off: 0.6 }, who: 'engineer' },
  },
  problems: {
    'key-loose': {
      families: { till: 0.4 },
      signs: { key: { 'not-home': 0.95 }, memory: { kept: 0.99 } },
      steps: ['push-key'],
    },
    'sale-open': {
      families: { till: 0.36 },
      signs: { sale: { open: 0.95 }, key: { home: 0.95 } },
      steps: ['finish-sale'],
    },
    'memory-lost': {
      families: { till: 0.06 },
      signs: { memory: { gone: 0.9 }, key: { home: 0.9 } },
      steps: ['initialise'],
    },
    'seal-on': {
      families: { scale: 0.6 },
      signs: { page: { calibration: 0.95 }, switch: { on: 0.95 } },
      steps: ['switch-off'],
    },
    'cell-broken': {
      families: { scale: 0.32 },
      signs: { page: { other: 0.95 }, switch: { off: 0.9 } },
      steps: ['change-cell'],
    },
  },
  steps: {
    'push-key': { costSeconds: 300 },
    'finish-sale': { costSeconds: 300 },
    initialise: { risk: 'loses-data', costSeconds: 30 },
    'switch-off': { by: 'engineer', costSeconds: 600 },
    'change-cell': { by: 'engineer', costSeconds: 600 },
  },
});
const { move, probability, slice } = diagnosing(counter);
const says = (...args: Parameters<typeof move>) => inWords(move(...args));

describe('the next move', () => {
  it.each([
    ['of nothing known, what kind of device it is comes first', newCase(1), 'ask device'],
    ['what is known is not asked: a till needs its key looked at', caseOf(['device', 'till']), 'ask key'],
    ['a telling answer is enough', caseOf(['device', 'till'], ['key', 'not-home']), 'try key-loose'],
    ['a fact of one family alone makes the device known', caseOf(['page', 'calibration']), 'try seal-on'],
    [
      'what is likely and cheap is tried',
      caseOf(['key', 'home'], ['sale', 'open'], ['memory', 'kept']),
      'try sale-open',
    ],
    [
      'what did not help is not offered again',
      tried(caseOf(['device', 'till'], ['key', 'not-home']), { 'key-loose': 'still-there' }),
      'ask sale',
    ],
    [
      'nor what cannot be done, nor what was shown and not told of',
      tried(caseOf(['page', 'calibration']), { 'seal-on': 'cannot' }),
      'hand over: cheaper',
    ],
    ['a question nobody was sure about is not asked again', unsure(newCase(1), 'device'), 'ask key'],
  ])('%s', (_, ours, expected) => {
    expect(says(ours)).toBe(expected);
  });

  it.each([
    ['a question for an engineer is not put to a user', null, false],
    ['but to an engineer', 'engineer', true],
  ])('%s', (_, role, expected) => {
    expect(asksAbout('switch', role)).toBe(expected);
  });

  it('a remedy that loses data is never a first guess, however frequent its problem is', () => {
    const frequent = littleBase({
      families: { till: { somethingElse: 0.08 } },
      questions: { memory: { usually: { kept: 0.9, gone: 0.1 } } },
      problems: {
        'memory-lost': { families: { till: 0.55 }, signs: { memory: { gone: 0.9 } }, steps: ['initialise'] },
        other: { families: { till: 0.37 }, steps: ['long'] },
      },
      steps: { initialise: { risk: 'loses-data', costSeconds: 1 }, long: { costSeconds: 600 } },
    });
    const till = diagnosing(frequent);
    expect(inWords(till.move(newCase(1)))).toBe('ask memory');
    expect(inWords(till.move(caseOf(['memory', 'kept'])))).toBe('try other');
    expect(inWords(till.move(unsure(newCase(1), 'memory')))).not.toBe('try memory-lost');
    expect(inWords(till.move(caseOf(['memory', 'gone'])))).toBe('try memory-lost');
  });

  it('somebody who is two hours away is fetched for what is likely, not handed over for it', () => {
    const roles = counter.roles.map((role) =>
      role.id === 'engineer' ? { ...role, fetchSeconds: 7200 } : role,
    );
    expect(
      inWords(diagnosing({ ...counter, roles }).move(caseOf(['device', 'scale'], ['page', 'calibration']))),
    ).toBe('try seal-on');
  });

  it('a case is handed over where a human is the cheapest', () => {
    const families = counter.families.map((family) => ({ ...family, handOverSeconds: 5 }));
    expect(inWords(diagnosing({ ...counter, families }).move(caseOf(['device', 'till'])))).toBe(
      'hand over: cheaper',
    );
  });

  it('handing over names the problems that are left, likeliest first', () => {
    const families = counter.families.map((family) => ({ ...family, handOverSeconds: 5 }));
    const given = diagnosing({ ...counter, families }).move(caseOf(['device', 'till'], ['key', 'home']));
    expect(given).toMatchObject({ kind: 'hand-over', problems: ['sale-open', 'memory-lost', 'key-loose'] });
  });

  it('nobody is asked about what their device does not have, until nothing else is left', () => {
    const asked = conversation(caseOf(['device', 'scale']), 'cell-broken');
    expect(asked).toEqual(['ask page', 'try cell-broken']);
  });

  it('the same case gives the same move', () => {
    expect(move(caseOf(['device', 'till']))).toEqual(move(caseOf(['device', 'till'])));
  });
});

describe('why a remedy is offered', () => {
  const because = (given: Move) => (given.kind === 'try' ? given.because : []);

  it('the facts that speak for it come first, the strongest ahead, then those against it', () => {
    const weights = because(
      move(caseOf(['device', 'till'], ['key', 'not-home'], ['sale', 'open'], ['memory', 'gone'])),
    );
    expect(weights.length).toBeGreaterThan(0);
    const signs = weights.map(({ bits }) => Math.sign(bits));
    expect(signs).toEqual([...signs].sort((a, b) => b - a));
  });

  it('a fact is worth the bits by which the problem makes it likelier than it is anyway', () => {
    const ours = caseOf(['device', 'till'], ['key', 'not-home']);
    const [first] = because(move(ours));
    expect(first).toMatchObject({ question: 'key', answer: 'not-home', denied: false });
    expect(first?.bits).toBeGreaterThan(1);
    expect(probability(ours, 'key-loose')).toBeGreaterThan(0.5);
  });
});

describe('two faults at once', () => {
  const both = caseOf(['device', 'till'], ['key', 'not-home'], ['sale', 'open'], ['memory', 'gone']);

  it('where three remedies did not help and two problems are needed to explain the facts, both are handed over', () => {
    const failed = {
      'key-loose': 'still-there',
      'sale-open': 'still-there',
      'memory-lost': 'still-there',
    } as const;
    const given = move(tried(both, failed));
    expect(given).toMatchObject({ kind: 'hand-over', reason: 'two-faults' });
    expect(given.kind === 'hand-over' && given.problems).toHaveLength(2);
  });

  it('while a remedy for what is left is open, it is tried first', () => {
    expect(says(tried(both, { 'key-loose': 'still-there', 'sale-open': 'still-there' }))).toBe(
      'try memory-lost',
    );
  });

  it('a problem whose remedy helped in part is none of them', () => {
    const given = move(
      tried(both, { 'key-loose': 'partly', 'sale-open': 'still-there', 'memory-lost': 'still-there' }),
    );
    expect(given.kind === 'hand-over' ? given.problems : []).not.toContain('key-loose');
  });

  it('facts that one problem explains are not two faults', () => {
    const one = caseOf(['device', 'till'], ['key', 'not-home'], ['memory', 'kept']);
    expect(says(tried(one, { 'sale-open': 'still-there', 'memory-lost': 'still-there' }))).not.toBe(
      'hand over: two-faults',
    );
  });
});

/** Whether a scale's owner of that role is ever asked the question, always unsure about everything else. */
function asksAbout(question: string, role: string | null): boolean {
  let ours = caseOf(['device', 'scale']);
  for (let turn = 0; turn < 10; turn += 1) {
    const next = move(ours, role);
    if (next.kind !== 'ask') return false;
    if (next.question === question) return true;
    ours = unsure(ours, next.question);
  }
  return false;
}

/** What is said to somebody who has this problem and answers what it shows, until its remedy or a hand-over. */
function conversation(start: ReturnType<typeof caseOf>, problem: string): string[] {
  const signs = counter.problems.find(({ id }) => id === problem)!.signs;
  const said: string[] = [];
  let ours = start;
  for (let turn = 0; turn < 10; turn += 1) {
    const next = move(ours);
    said.push(inWords(next));
    if (next.kind === 'hand-over' || (next.kind === 'try' && next.problem === problem)) return said;
    if (next.kind === 'try') ours = tried(ours, { [next.problem]: 'still-there' });
    else {
      const [answer] = Object.entries(signs[next.question] ?? {}).sort((a, b) => b[1] - a[1])[0] ?? [];
      ours =
        answer === undefined
          ? unsure(ours, next.question)
          : { ...ours, facts: [...ours.facts, ...caseOf([next.question, answer]).facts] };
    }
  }
  return said;
}

it('the prepared base holds every problem once per family and something-else once per family', () => {
  expect(slice.pairs.family.length).toBe(5 + 2);
});
