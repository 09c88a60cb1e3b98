/** What every channel must do. Run against each; nothing here asks which it is. */

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Prepared } from '../../../src/core/prepare.ts';
import { CONVERSATIONS, SOMETHING_IS_SAID, WITH_SECRETS } from './conversations.ts';
import { type Channel, keptOf, type Person } from './person.ts';
import { latestWithButtons, play, spaced } from './played.ts';

/** Number of the last turn that was committed for somebody; 0 before the first. */
async function turnsOf(channel: Channel, person: Person): Promise<number> {
  const { state } = await channel.store.load(person.key);
  return state === null ? 0 : JSON.parse(state).turn;
}

/** What is known of somebody's case: a stale button must leave it as it was. */
async function caseOf(channel: Channel, person: Person): Promise<unknown> {
  const { state } = await channel.store.load(person.key);
  const { facts, texts, tried } = JSON.parse(state ?? '{}').case ?? {};
  return { facts, texts, tried };
}

const wordsOf = (person: Person): string => person.heard.map((said) => spaced(said.words)).join('\n');

/** Runs the contract against a channel that `open` opens. */
export function channelContract(kb: Prepared, open: () => Promise<Channel>): void {
  let channel: Channel;
  beforeAll(async () => {
    channel = await open();
  });
  afterAll(() => channel.close());

  describe('a conversation', () => {
    it.each(CONVERSATIONS.map((each) => [each.title, each] as const))('%s', (_, conversation) =>
      play(channel, kb, conversation),
    );
  });

  describe('whatever is sent', () => {
    it.each(SOMETHING_IS_SAID)('something is said to %s', async (_, text) => {
      const person = await channel.person();
      await person.says(text);
      expect(wordsOf(person)).not.toBe('');
    });
  });

  it('a button of an earlier step changes nothing', async () => {
    const person = await channel.person();
    await person.says('the coffee machine is louder than before and gives no coffee');
    const old = latestWithButtons(person);
    await person.presses(old, 'It is off');
    const before = await caseOf(channel, person);
    await person.presses(old, 'It is on');
    expect(await caseOf(channel, person)).toEqual(before);
  });

  it('a message that is delivered five times is answered once', async () => {
    const [once, often] = [await channel.person(), await channel.person()];
    await once.says('the coffee machine gives no coffee');
    await often.says('the coffee machine gives no coffee', 5);
    expect(wordsOf(often)).toBe(wordsOf(once));
    await once.presses(latestWithButtons(once), 'It is off');
    await often.presses(latestWithButtons(often), 'It is off', 5);
    expect(wordsOf(often)).toBe(wordsOf(once));
    expect(await turnsOf(channel, often)).toBe(await turnsOf(channel, once));
  });

  it('the same words twice are two messages', async () => {
    const person = await channel.person();
    await person.says('qwrtz');
    await person.says('qwrtz');
    expect(await turnsOf(channel, person)).toBe(2);
  });

  it('a secret is masked: it is neither said back nor kept', async () => {
    const person = await channel.person();
    await person.says(WITH_SECRETS.text);
    await person.says('I want a human');
    expect(wordsOf(person)).toContain('I hid something that looked like a PIN');
    const tickets = JSON.stringify(await channel.store.tickets(100));
    for (const secret of WITH_SECRETS.secrets)
      expect(wordsOf(person) + tickets + (await keptOf(channel.store, person.key))).not.toContain(secret);
  });

  it('asking for a human opens one ticket, with what was said', async () => {
    const person = await channel.person();
    await person.says('the grinder is silent');
    await person.says('I want a human', 3);
    const opened = async () =>
      (await channel.store.tickets(1_000)).filter((ticket) => ticket.conversation === person.key);
    await channel.store.settled();
    expect(await opened()).toHaveLength(1);
    expect(JSON.stringify(await opened())).toContain('the grinder is silent');
  });

  it('two people who talk at once do not mix', async () => {
    const una = await channel.person();
    const ivo = await channel.person(una);
    await Promise.all([una.says('the coffee machine gives no coffee'), ivo.says('the grinder is silent')]);
    await Promise.all([
      una.presses(latestWithButtons(una), 'It is on'),
      ivo.presses(latestWithButtons(ivo), 'Fixed'),
    ]);
    expect(wordsOf(una)).toContain('The water tank is empty.');
    expect(wordsOf(una)).not.toContain('It has no power.');
    expect(wordsOf(ivo)).toContain('Good. To be sure');
    expect(wordsOf(ivo)).not.toContain('water');
  });

  it('the bot is silent while a human has the case', async () => {
    const person = await channel.person();
    await person.says('the grinder is silent');
    const { state, version } = await channel.store.load(person.key);
    await channel.store.commit({
      conversation: person.key,
      turnId: 'taken over',
      expectedVersion: version,
      state: JSON.stringify({ ...JSON.parse(state ?? ''), owner: 'human' }),
      replies: [],
      effects: [],
      address: null,
      at: 0,
    });
    const before = person.heard.length;
    await person.says('are you there');
    expect(person.heard.length).toBe(before);
  });
}
