/** People in Teams and its like: activities go in over HTTP, cards are read as a client shows them. */

import { z } from 'zod';
import { readConfig } from '../../../src/server/config.ts';
import { type Serving, serve } from '../../../src/server/serve.ts';
import { post, type Receiver, startReceiver } from '../../end-to-end/processes.ts';
import { silentLog } from '../../server/tiny-bot.ts';
import { readActivity, wordsToSend } from './activities.ts';
import { coffeeBot, type WatchedStore, watchedStore } from './coffee-corner.ts';
import { type Channel, Ears, type Person, type Said } from './person.ts';

/** How replies come back: in the answer to the request, or posted to the caller's service address. */
export type Delivery = 'expectReplies' | 'serviceUrl';

const startProgram = (store: WatchedStore): Promise<Serving> =>
  serve({ config: readConfig({ port: 0 }, {}), opened: coffeeBot(store), log: silentLog });

export async function openBotFramework(delivery: Delivery): Promise<Channel> {
  const store = watchedStore();
  const receiver = await startReceiver();
  let serving = await startProgram(store);
  let people = 0;
  const service: Service = {
    delivery,
    receiver,
    send: async (activity) => {
      const answer = await post(serving.url, activity);
      if (answer?.status !== 200) throw new Error(`The bot answered ${answer?.status}.`);
      await store.settled();
      return answer.body;
    },
  };
  return {
    store,
    async person(beside) {
      const number = ++people;
      // Two people who are as near as can be are in one group chat.
      const room = beside instanceof InTeams ? beside.room : `room ${number}`;
      return new InTeams(service, room, `person ${number}`);
    },
    async restarts() {
      await serving.close();
      serving = await startProgram(store);
    },
    async close() {
      await serving.close();
      await receiver.close();
    },
  };
}

interface Service {
  readonly delivery: Delivery;
  readonly receiver: Receiver;
  send(activity: object): Promise<unknown>;
}

const repliesSchema = z.object({ activities: z.array(z.unknown()) }).nullable();
const addressedSchema = z.object({ recipient: z.object({ id: z.string() }) });

class InTeams implements Person {
  readonly key: string;
  readonly #ears = new Ears();
  readonly #buttons = new Map<string, unknown>();
  #sent = 0;

  constructor(
    readonly service: Service,
    readonly room: string,
    readonly id: string,
  ) {
    this.key = JSON.stringify(['msteams', room, id]);
  }

  get heard(): readonly Said[] {
    return this.#ears.heard;
  }

  async comes(): Promise<void> {
    // The channel tells of the bot and of the person, one after the other.
    for (const id of ['bot', this.id])
      await this.#sends({ type: 'conversationUpdate', membersAdded: [{ id }] });
  }

  async says(text: string, times = 1): Promise<void> {
    await this.#sends({ type: 'message', text: wordsToSend(text) }, times);
  }

  async presses(said: Said, label: string, times = 1): Promise<void> {
    const value = this.#buttons.get(`${said.id} ${label}`);
    if (value === undefined) throw new Error(`There is no button "${label}".`);
    await this.#sends({ type: 'message', value }, times);
  }

  async #sends(change: object, times = 1): Promise<void> {
    const { delivery, receiver } = this.service;
    const activity = {
      id: `${this.id}/${++this.#sent}`,
      channelId: 'msteams',
      serviceUrl: receiver.url,
      conversation: { id: this.room },
      from: { id: this.id },
      recipient: { id: 'bot' },
      ...(delivery === 'expectReplies' ? { deliveryMode: delivery } : {}),
      ...change,
    };
    const bodies = await Promise.all(Array.from({ length: times }, () => this.service.send(activity)));
    for (const body of bodies)
      for (const each of repliesSchema.parse(body)?.activities ?? []) this.#reads(each);
    for (const { body } of receiver.received) {
      const arrived: unknown = JSON.parse(body);
      if (addressedSchema.parse(arrived).recipient.id === this.id) this.#reads(arrived);
    }
  }

  #reads(activity: unknown): void {
    const { said, buttons } = readActivity(activity);
    for (const { label, value } of buttons) this.#buttons.set(`${said.id} ${label}`, value);
    this.#ears.take(said);
  }
}
