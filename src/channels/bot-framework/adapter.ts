/** botbuilder's CloudAdapter, reduced to its two ends: who is calling, and how to call back. */

import { type Activity, CloudAdapter, ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import type { Clock } from '../../ports.ts';
import type { IncomingActivity } from './activity.ts';
import { createHttpClient } from './http-client.ts';
import type { OutgoingActivity } from './render.ts';

type ConnectorFactory = ReturnType<ConfigurationBotFrameworkAuthentication['createConnectorFactory']>;
type ConnectorClient = Awaited<ReturnType<ConnectorFactory['create']>>;

/** Bot Framework's own settings, by its own names. */
export type BotFrameworkSettings = Readonly<Record<string, string>> & { readonly MicrosoftAppId?: string };

/** How many connector clients are kept, one per service address. Range 1..10,000, default 100; Teams has a handful. */
const CLIENTS_KEPT = 100;

/**
 * A turn answers through the store's outbox, so no turn context is made of it: what is authenticated here is heard
 * by the bot, and what the bot says is posted by a connector client.
 */
export class KeyturnAdapter extends CloudAdapter {
  readonly #appId: string;
  readonly #clients = new Map<string, Promise<ConnectorClient>>();

  constructor(settings: BotFrameworkSettings, clock: Clock) {
    super(
      new ConfigurationBotFrameworkAuthentication({ ...settings }, undefined, undefined, undefined, {
        httpClient: createHttpClient(clock),
      }),
    );
    this.#appId = settings.MicrosoftAppId ?? '';
  }

  /** Rejects where the token is missing, forged, expired or not meant for this bot and service address. */
  async authenticate(activity: IncomingActivity, authorization: string): Promise<void> {
    const { channelId, serviceUrl } = activity;
    // These two are all that the check reads of an activity; the declared type wants the other thirty fields too.
    await this.botFrameworkAuthentication.authenticateRequest(
      { channelId, serviceUrl } as Activity,
      authorization,
    );
  }

  /** Posts an activity. Rejects with `DeliveryFailed`, or with what a refused token request rejects with. */
  async post(serviceUrl: string, activity: OutgoingActivity): Promise<void> {
    const client = await this.#clientFor(serviceUrl);
    const conversation = activity.conversation?.id ?? '';
    if (activity.replyToId === undefined)
      await client.conversations.sendToConversation(conversation, activity);
    else await client.conversations.replyToActivity(conversation, activity.replyToId, activity);
  }

  #clientFor(serviceUrl: string): Promise<ConnectorClient> {
    const kept = this.#clients.get(serviceUrl);
    if (kept !== undefined) return kept;
    const [oldest] = this.#clients.keys();
    if (this.#clients.size >= CLIENTS_KEPT && oldest !== undefined) this.#clients.delete(oldest);
    const factory = this.botFrameworkAuthentication.createConnectorFactory(
      this.createClaimsIdentity(this.#appId),
    );
    const client = factory.create(serviceUrl);
    this.#clients.set(serviceUrl, client);
    client.catch(() => this.#clients.delete(serviceUrl));
    return client;
  }
}
