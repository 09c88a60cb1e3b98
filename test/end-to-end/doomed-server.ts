/** The bot in a process of its own, on a doomed thread. Told what to do by one JSON argument; prints its address. */

import { readConfig } from '../../src/server/config.ts';
import { serve } from '../../src/server/serve.ts';
import { openBotOnThread } from '../../src/server/thread/bot-outside.ts';
import { silentLog } from '../server/tiny-bot.ts';
import type { DoomedData } from './doomed-thread.ts';
import type { Orders } from './processes.ts';

const orders: Orders = JSON.parse(process.argv[2] ?? '{}');
const data: DoomedData = { ...orders, times: new Int32Array(new SharedArrayBuffer(4)) };
const program = new URL('./doomed-thread.ts', import.meta.url);

const opened = await openBotOnThread({ program, data, log: silentLog });
const serving = await serve({ config: readConfig({ port: 0 }, {}), opened, log: silentLog });
process.once('SIGTERM', () => void serving.close());
process.stdout.write(`${serving.url}\n`);
