/** Plays a conversation on a channel, and the same against `respond` alone, so that nothing is lost on the way. */

import { expect } from 'vitest';
import { partsOfStep, type Reply } from '../../../src/core/conversation.ts';
import type { Prepared } from '../../../src/core/prepare.ts';
import { Conversation } from '../../conversation.ts';
import type { ChannelConversation, Doing } from './conversations.ts';
import type { Channel, Person, Said } from './person.ts';

/** Words as they are compared: a channel may break lines where it likes. */
export const spaced = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Everything that a reply has for a person to read, in reading order. */
export function wordsIn(reply: Reply): readonly string[] {
  const steps = 'steps' in reply ? reply.steps : [];
  return [
    reply.text,
    'why' in reply ? reply.why : '',
    ...steps.flatMap(partsOfStep).map(({ text }) => text),
    ...('summary' in reply ? [...reply.summary, ...reply.contacts] : []),
    ...('choices' in reply ? reply.choices.map((choice) => choice.label) : []),
  ].filter((words) => words !== '');
}

/** Fails where `words` do not stand in `text` one after the other. */
export function expectInOrder(text: string, words: readonly string[]): void {
  let rest = spaced(text);
  for (const each of words.map(spaced)) {
    expect(rest).toContain(each);
    rest = rest.slice(rest.indexOf(each) + each.length);
  }
}

/** The last thing said that a person can press something on. */
export function latestWithButtons(person: Person): Said {
  const said = person.heard.findLast((each) => each.labels.length > 0);
  if (said === undefined) throw new Error('Nothing was said that could be pressed.');
  return said;
}

function olderWith(person: Person, under: string, label: string): Said {
  const latest = person.heard.findLast((each) => each.labels.length > 0);
  const said = person.heard.findLast(
    (each) => each.labels.includes(label) && spaced(each.words).includes(under),
  );
  if (said === undefined) throw new Error(`Nothing was said with "${under}" and the button "${label}".`);
  // A case that was closed has its last buttons still on the screen.
  expect(said !== latest || person.heard.at(-1) !== latest, 'a button that is still the latest').toBe(true);
  return said;
}

async function acts(channel: Channel, person: Person, doing: Doing): Promise<void> {
  switch (doing.does) {
    case 'comes':
      return await person.comes();
    case 'says':
      return await person.says(doing.text);
    case 'presses':
      return await person.presses(latestWithButtons(person), doing.label);
    case 'presses-old':
      return await person.presses(olderWith(person, doing.under, doing.label), doing.label);
    case 'comes-back-later':
      await channel.restarts();
      return await person.comes();
  }
}

/** The same doings without a channel: what ought to be said. */
class Alone {
  readonly #conversation: Conversation;
  readonly #said: Extract<Reply, { of: unknown }>[] = [];
  #joined = false;

  constructor(kb: Prepared) {
    this.#conversation = new Conversation(kb);
  }

  does(doing: Doing): readonly Reply[] {
    const replies = this.#replies(doing);
    for (const reply of replies) if ('of' in reply) this.#said.push(reply);
    return replies;
  }

  #replies(doing: Doing): readonly Reply[] {
    switch (doing.does) {
      case 'comes':
        if (this.#joined) return [];
        this.#joined = true;
        return this.#conversation.does({ joins: true });
      case 'says':
        return this.#conversation.does(doing.text);
      case 'presses':
        return this.#presses(this.#said.length - 1, doing.label);
      case 'presses-old':
        return this.#presses(
          this.#said.findLastIndex((reply) => spaced(wordsIn(reply).join(' ')).includes(doing.under)),
          doing.label,
        );
      case 'comes-back-later':
        return [];
    }
  }

  #presses(index: number, label: string): readonly Reply[] {
    const choice = this.#said[index]?.choices.find((each) => each.label === label);
    if (choice === undefined) throw new Error(`There is no "${label}" to press.`);
    return this.#conversation.does({ pressesOld: index, choice: choice.id });
  }
}

/** Plays a conversation; what is read on the channel is all that `respond` says, reply by reply. */
export async function play(
  channel: Channel,
  kb: Prepared,
  { exchanges }: ChannelConversation,
): Promise<void> {
  const person = await channel.person();
  const alone = new Alone(kb);
  for (const { doing, hears } of exchanges) {
    const before = person.heard.length;
    await acts(channel, person, doing);
    const heard = person.heard.slice(before);
    const ought = alone.does(doing);
    const about = JSON.stringify(doing);
    expect(heard.length, `replies to ${about}`).toBe(ought.length);
    for (const [index, reply] of ought.entries()) expectInOrder(heard[index]?.words ?? '', wordsIn(reply));
    expectInOrder(heard.map((said) => said.words).join('\n'), hears);
  }
}
