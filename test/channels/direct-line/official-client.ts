/** The official client, botframework-directlinejs, in Node: what a page would do with it, and what it was given. */

import { type Activity, type ConnectionStatus, DirectLine } from 'botframework-directlinejs';
import { WebSocket } from 'ws';
import XMLHttpRequest from 'xhr2';

// It takes both from the surroundings, as in a browser.
Object.assign(globalThis, { XMLHttpRequest, WebSocket });

/** How a client comes to its activities. */
export type Transport = 'websocket' | 'polling';

/** With what a client begins. */
export interface ClientParts {
  /** Of the bot. */
  readonly url: string;
  readonly token: string;
  readonly transport: Transport;
  /** Goes on with a conversation instead of beginning the token's. */
  readonly conversationId?: string;
  /** With it the client takes the conversation for begun, and asks for nothing before it connects. */
  readonly streamUrl?: string;
}

/** Its own shortest: milliseconds between two questions for news. */
const POLLING_INTERVAL_MS = 200;

/** One client that listens from the beginning. */
export class OfficialClient {
  /** Everything that arrived, in order, repeats too. */
  readonly activities: Activity[] = [];
  /** The sockets that were opened, the latest last. */
  readonly sockets: WebSocket[] = [];
  readonly #line: DirectLine;
  readonly #waiting = new Set<() => void>();

  constructor({ url, token, transport, ...goingOn }: ClientParts) {
    const { sockets } = this;
    const look = () => this.#look();
    this.#line = new DirectLine({
      domain: `${url}/v3/directline`,
      token,
      webSocket: transport === 'websocket',
      pollingInterval: POLLING_INTERVAL_MS,
      // It waits for 3 to 15 seconds before it comes back; this is the 3.
      random: () => 0,
      WebSocket: class extends WebSocket {
        constructor(address: string) {
          super(address);
          sockets.push(this.on('open', look));
        }
      } as unknown as typeof globalThis.WebSocket,
      ...goingOn,
    });
    this.#line.connectionStatus$.subscribe(() => this.#look());
    this.#line.activity$.subscribe(
      (activity) => {
        this.activities.push(activity);
        this.#look();
      },
      // That the conversation has ended, or that it cannot be reached: the status says so too.
      () => undefined,
    );
  }

  get isStreaming(): boolean {
    return this.sockets.at(-1)?.readyState === WebSocket.OPEN;
  }

  get status(): ConnectionStatus {
    return this.#line.connectionStatus$.getValue();
  }

  /** Resolves with the id that the bot gave; rejects where it refused, and gives 'retry' where it was not reached. */
  post(activity: Activity): Promise<string> {
    return new Promise((resolve, reject) => {
      this.#line.postActivity(activity).subscribe(resolve, reject);
    });
  }

  /** Resolves as soon as this holds; it is looked at whenever something arrives or a socket opens. */
  until(holds: (client: OfficialClient) => boolean): Promise<void> {
    return new Promise((resolve) => {
      const look = () => {
        if (!holds(this)) return;
        this.#waiting.delete(look);
        resolve();
      };
      this.#waiting.add(look);
      look();
    });
  }

  /** Goes on with a new token, as a page does whose old one has expired. */
  reconnect(conversation: { conversationId: string; token: string; streamUrl: string }): void {
    this.#line.reconnect(conversation);
  }

  end(): void {
    this.#line.end();
    for (const socket of this.sockets) socket.terminate();
  }

  #look(): void {
    for (const look of [...this.#waiting]) look();
  }
}
