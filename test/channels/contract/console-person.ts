/** People at terminals: what they type becomes turns, what is said is read off the screen. */

import type { Bot } from '../../../src/bot.ts';
import { renderReply } from '../../../src/channels/console/render.ts';
import { PLAIN } from '../../../src/channels/console/style.ts';
import { type Shown, shownBy, turnOf } from '../../../src/channels/console/turns.ts';
import type { Reply, UserTurn } from '../../../src/core/conversation.ts';
import { replyId } from '../../../src/ports.ts';
import { coffeeBot, roleLabels, watchedStore } from './coffee-corner.ts';
import { type Channel, Ears, type Person, type Said } from './person.ts';

const LOOK = { width: 100, style: PLAIN, roleLabels };

/** The numbered choices at the end of what stands on the screen. */
const labelsOn = (screen: string): readonly string[] =>
  [...screen.matchAll(/^ {2,3}\d+\) (.*)$/gmu)].map(([, label]) => label ?? '');

export async function openConsole(): Promise<Channel> {
  const store = watchedStore();
  let opened = coffeeBot(store);
  let bot: Bot = opened.connect([]);
  let people = 0;

  const leave = async () => {
    await bot.stop();
    await opened.close();
  };

  return {
    store,
    async person() {
      return new AtTerminal(`console ${++people}`, (key, turn) =>
        bot.hear({ conversation: key, turn, address: null, locale: 'en' }),
      );
    },
    async restarts() {
      await leave();
      opened = coffeeBot(store);
      bot = opened.connect([]);
      await bot.resume();
    },
    close: leave,
  };
}

type Hear = (key: string, turn: UserTurn) => Promise<{ readonly replies: readonly Reply[] }>;

class AtTerminal implements Person {
  readonly #ears = new Ears();
  readonly #screens = new Map<string, Shown | null>();
  #lines = 0;

  constructor(
    readonly key: string,
    readonly hear: Hear,
  ) {}

  get heard(): readonly Said[] {
    return this.#ears.heard;
  }

  comes(): Promise<void> {
    return this.#does({ kind: 'joined', id: 'joined', at: Date.now() }, 1);
  }

  says(text: string, times = 1): Promise<void> {
    return this.#does(turnOf(text, null, this.#nextLine(), Date.now()), times);
  }

  presses(said: Said, label: string, times = 1): Promise<void> {
    const number = String(said.labels.indexOf(label) + 1);
    return this.#does(
      turnOf(number, this.#screens.get(said.id) ?? null, this.#nextLine(), Date.now()),
      times,
    );
  }

  #nextLine(): string {
    return `line-${++this.#lines}`;
  }

  async #does(turn: UserTurn, times: number): Promise<void> {
    const answers = await Promise.all(Array.from({ length: times }, () => this.hear(this.key, turn)));
    for (const { replies } of answers)
      for (const [index, reply] of replies.entries()) this.#reads(reply, replyId(this.key, turn.id, index));
  }

  #reads(reply: Reply, id: string): void {
    const words = renderReply(reply, LOOK);
    if (words === '') return;
    this.#screens.set(id, shownBy([reply]));
    this.#ears.take({ id, words, labels: labelsOn(words) });
  }
}
