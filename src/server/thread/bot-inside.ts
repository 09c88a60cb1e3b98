/** The thread of the bot, as it looks from inside: it opens a bot and does what the thread of the channels asks. */

import type { MessagePort } from 'node:worker_threads';
import type { Bot } from '../../bot.ts';
import type { Log } from '../../ports.ts';
import type { OpenBot } from '../open-bot.ts';
import { type Calls, connectCalls } from './calls.ts';
import type { BotMethods, ChannelMethods, LogLine } from './methods.ts';

/** Serves the bot that `open` opens to the other end of `port`, until that end terminates the thread. */
export function serveBot(port: MessagePort, open: (log: Log) => Promise<OpenBot>): void {
  let opened: OpenBot | null = null;
  let bot: Bot | null = null;

  const ours: BotMethods = {
    async open() {
      opened = await open(logTo(channels));
      const { title, hash, roleLabels } = opened.knowledge;
      return { title, hash, roleLabels };
    },
    connect(names) {
      const senders = names.map((channel) => ({
        channel,
        send: (item: ChannelArgument<'send'>) => channels.call('send', item),
      }));
      bot ??= present(opened).connect(senders);
    },
    hear: (incoming) => present(bot).hear(incoming),
    resume: () => present(bot).resume(),
    ping: () => present(opened).ping(),
    async stop() {
      await bot?.stop();
    },
    async close() {
      await opened?.close();
    },
  };
  const channels: Calls<ChannelMethods> = connectCalls<ChannelMethods>(port, ours);
}

type ChannelArgument<Name extends keyof ChannelMethods> = Parameters<ChannelMethods[Name]>[0];

function present<T>(part: T | null): T {
  if (part === null) throw new Error('The thread of the bot was called before it was opened and connected.');
  return part;
}

/** Lines that cannot be passed on any more have nobody to read them. */
function logTo(channels: Calls<ChannelMethods>): Log {
  const at =
    (level: LogLine['level']): Log['info'] =>
    (fields, message) =>
      void channels.call('log', { level, fields, message }).catch(() => undefined);
  return { info: at('info'), warn: at('warn'), error: at('error') };
}
