/** All streams that are open, by the conversation that they read. */

import { type WebSocket, WebSocketServer } from 'ws';
import type { WebUpgrade } from './exchange.ts';
import type { Stream } from './stream.ts';

/**
 * Largest frame that a client may send, in bytes. Range 125..65,536, default 1,024: clients send empty ones; a larger
 * limit only lets strangers fill the memory.
 */
const MAX_FRAME_BYTES = 1_024;

/** Opens and wakes streams. */
export interface Streams {
  /** Answers the handshake, or refuses it as the protocol says; `open` makes the stream of the socket. */
  upgrade(upgrade: WebUpgrade, conversationId: string, open: (socket: WebSocket) => Stream): void;
  /** Those of this process that read the conversation. */
  of(conversationId: string): Iterable<Stream>;
  /** Closes all. Resolves once they are closed. */
  close(): Promise<void>;
}

export function createStreams(): Streams {
  const streams = new Map<string, Set<Stream>>();
  // Compression would take a third of a megabyte for each stream.
  const server = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    perMessageDeflate: false,
    maxPayload: MAX_FRAME_BYTES,
  });

  function keep(conversationId: string, stream: Stream): () => void {
    const others = streams.get(conversationId) ?? new Set();
    others.add(stream);
    streams.set(conversationId, others);
    return () => {
      others.delete(stream);
      if (others.size === 0 && streams.get(conversationId) === others) streams.delete(conversationId);
    };
  }

  return {
    upgrade({ raw, socket, head }, conversationId, open) {
      server.handleUpgrade(raw, socket, head, (webSocket) => {
        webSocket.once('close', keep(conversationId, open(webSocket)));
      });
    },
    of: (conversationId) => [...(streams.get(conversationId) ?? [])],
    async close() {
      const all = [...streams.values()].flatMap((each) => [...each]);
      await Promise.all(all.map((stream) => stream.close()));
    },
  };
}
