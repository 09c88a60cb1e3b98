/** What is said to this very person: by their role, their make, what is left to do, and what else they told. */

import { describe, expect, it } from 'vitest';
import { Conversation, summary } from '../conversation.ts';
import { shippedBase } from '../foreign-base.ts';

const { prepared } = await shippedBase();

const KEY_STICKS_OUT =
  'till with a key lock says key supervisor error, the supervisor key is not pushed in all the way';

/** All that the last replies say, steps among them. */
const textOf = (talk: Conversation): string =>
  (talk.last?.replies ?? [])
    .flatMap((reply) => [
      reply.text,
      ...('why' in reply ? [reply.why] : []),
      ...(reply.kind === 'remedy'
        ? reply.steps.flatMap(({ do: what, caution, cannot }) => [what, caution, cannot])
        : []),
      ...(reply.kind === 'handover' ? [...reply.summary, ...reply.contacts] : []),
    ])
    .join('\n');

const talkOf = (...says: readonly string[]): Conversation => {
  const talk = new Conversation(prepared);
  for (const words of says) talk.does(words);
  return talk;
};

describe('a role that is told', () => {
  const LINKED =
    'our till reads the fob of the new supervisor with a beep and says no supervisor for this card';

  it('while it is not known, somebody else is to be fetched, and it is said that a role may be told', () => {
    const talk = talkOf(LINKED);
    expect(textOf(talk)).toContain('Fetch your back-office administrator');
    expect(textOf(talk)).toContain('If one of those to fetch is you');
  });

  it('shows the steps once more, with how they are done', () => {
    const talk = talkOf(LINKED, 'I am the administrator here');
    expect(summary(talk.last?.replies ?? [])).toBe('remedy:credential-not-linked');
    expect(textOf(talk)).not.toContain('Fetch your back-office administrator');
    expect(textOf(talk)).not.toContain('If one of those to fetch is you');
  });

  it('is no outcome, and an outcome told with it is one', () => {
    const talk = talkOf(KEY_STICKS_OUT, 'I am the supervisor, pushed it home, still the same');
    const { outcome, outcomeAsked } = talk.state.case!.tried[0]!;
    expect(outcome === 'still-there' || outcomeAsked).toBe(true);
  });

  it('keeps people from being sent to themselves', () => {
    const talk = talkOf(KEY_STICKS_OUT, 'I am the manager of this shop', 'get me a person please');
    expect(textOf(talk)).not.toContain('The supervisor or manager of your site');
  });
});

describe('a remedy of several steps', () => {
  it('is asked after with all of them before a person is fetched, once', () => {
    const talk = talkOf(
      'supervisor error on the till, the key is not pushed in all the way',
      'no good either',
    );
    expect(textOf(talk)).toContain('Before a person is fetched');
    expect(summary(talk.does({ chooses: 'still-there' }))).not.toContain('stale-choice');
    expect(textOf(talk)).not.toContain('Before a person is fetched');
  });
});

describe('another problem', () => {
  it('in the same breath as a cure is taken up at once', () => {
    const talk = talkOf(
      KEY_STICKS_OUT,
      'pushed it home and the refund went through. But our door reader is dark and refuses all fobs',
    );
    expect(summary(talk.last?.replies ?? [])).toMatch(
      /^closing:key-not-fully-inserted \+ smalltalk:other-problem-next \+ /,
    );
    expect(talk.state.case?.texts[0]?.text).toContain('door reader');
  });

  it('is taken up as well where the whole sounds like a part of a cure', () => {
    const talk = talkOf(
      'our till reads the fob of the new supervisor with a beep and says no supervisor for this card',
      'linked it and she can void again. but now the other till by the door says licence key not found',
    );
    expect(summary(talk.last?.replies ?? [])).toMatch(
      /^closing:credential-not-linked \+ smalltalk:other-problem-next \+ /,
    );
  });

  it('told while one is open waits until that is cured', () => {
    const talk = talkOf(
      KEY_STICKS_OUT,
      'by the way there is another problem, the printer of it prints nothing',
    );
    expect(talk.state.case?.later).toMatchObject([
      { kind: 'told', text: expect.stringContaining('printer') },
    ]);
    expect(summary(talk.does({ chooses: 'fixed' }))).toMatch(
      /^closing:.* \+ smalltalk:other-problem-next \+ /,
    );
  });
});

describe('a make', () => {
  it.each([
    ['nobody named', KEY_STICKS_OUT, false],
    ['the person named', `${KEY_STICKS_OUT}, it is a SAM4s ER-5115`, true],
  ])('that %s', (_, says, isTold) => {
    const talk = talkOf(says, ...(isTold ? ['a register with REG X Z'] : []));
    expect(textOf(talk).includes('SAM4s')).toBe(isTold);
    expect(textOf(talk)).not.toContain('Comarch');
  });
});

describe('somebody who was away', () => {
  it('is told in a line what it was about, and asked the same question', () => {
    const talk = talkOf('the till says key supervisor error');
    const asked = summary(talk.last?.replies ?? []);
    expect(summary(talk.does({ waitsHours: 2, says: 'hello?' }))).toBe(`smalltalk:welcome-back + ${asked}`);
    expect(textOf(talk)).toContain('the till says key supervisor error');
  });

  it('hears on leaving that nothing is lost', () => {
    expect(
      summary(talkOf('the till says key supervisor error', 'gotta run, back in ten').last?.replies ?? []),
    ).toMatch(/^smalltalk:(goes-on-later|not-yet)/);
  });
});

describe('a hand-over', () => {
  it('reads as a colleague would write it', () => {
    const talk = talkOf(
      'Lane 5, Sharp ER-A450: key supervisor error at every void since the power cut, I am the shift supervisor',
      'the key is straight and whole',
      'please, a person',
    );
    const [report, ...rest] =
      talk.last?.replies.flatMap((reply) => (reply.kind === 'handover' ? reply.summary : [])) ?? [];
    expect(report).toContain('Supervisor or manager');
    expect(report).toContain('ER-A450');
    expect(report).toContain(
      '“Lane 5, Sharp ER-A450: key supervisor error at every void since the power cut',
    );
    expect(rest.join('\n')).toMatch(/Still possible: .* \(\d+ %\)/);
  });

  const STOPPED = 'line 2 lost the server of the cutting line, workstation says supervisor disconnected';
  const PRESSES = 'we have an order for Thursday that must be cut today';

  it('holds what was said beside the point, until that message is deleted', () => {
    expect(textOf(talkOf(STOPPED, PRESSES, 'human'))).toContain('Thursday');
    const talk = talkOf(STOPPED, PRESSES);
    talk.does({ deletes: 1 });
    talk.does('human');
    expect(textOf(talk)).toContain('line 2 lost the server');
    expect(textOf(talk)).not.toContain('Thursday');
  });

  it('gets what is said after it as well', () => {
    const talk = talkOf(STOPPED, 'human', PRESSES);
    expect(talk.last?.effects).toMatchObject([{ kind: 'add-to-ticket', text: PRESSES }]);
  });

  it('tells what was reported before a cure that was none, unless it was started over', () => {
    expect(textOf(talkOf(STOPPED, 'works again, thanks', 'still disconnected on line 2', 'human'))).toContain(
      'line 2 lost the server',
    );
    expect(textOf(talkOf(STOPPED, 'works again, thanks', 'till says supervisor', 'human'))).toContain(
      'Before that, heard as cured',
    );
    const fresh = talkOf(STOPPED, 'works again, thanks', 'start over', 'till says supervisor', 'human');
    expect(textOf(fresh)).not.toContain('Before that');
  });
});
