/**
 * The built program as `npm start` wires it, but with limits under which one machine can play all clients. Prints its
 * address. Whoever started it with IPC and sends 'memory' gets what it uses once what nobody needs is gone.
 */

import { dirname, join } from 'node:path';

/** The product as it is built, with its pages; not the copy that is compiled beside the benches. */
const built = (file: string): string => new URL(`../../../../dist/${file}`, import.meta.url).href;

const { readConfig }: typeof import('../../src/server/config.ts') = await import(built('server/config.js'));
const { createLog }: typeof import('../../src/server/log.ts') = await import(built('server/log.js'));
const { serve }: typeof import('../../src/server/serve.ts') = await import(built('server/serve.js'));
const { openConfigured }: typeof import('../../src/server/open-configured.ts') = await import(
  built('server/open-configured.js')
);
const { openResponderOnThread, RESPONDER }: typeof import('../../src/server/thread/responder-outside.ts') =
  await import(built('server/thread/responder-outside.js'));
const { readFolder }: typeof import('../../src/server/up-to-date.ts') = await import(
  built('server/up-to-date.js')
);

/** More than one machine can ask for. */
const PLENTY = 10_000_000;
const UNLIMITED = { burst: PLENTY, perSecond: PLENTY };

const config = readConfig();
const { knowledge, storeFile } = config;
if (storeFile === null)
  throw new Error('Set KEYTURN_STORE to a file: a bench measures with the durable store.');
const log = createLog();
const responder = await openResponderOnThread(
  { program: RESPONDER, data: { cacheFolder: join(dirname(storeFile), 'prepared') }, log },
  readFolder(knowledge),
);
const opened = await openConfigured(storeFile, responder, log);
const serving = await serve({
  config,
  opened,
  log,
  web: {
    limits: {
      opening: UNLIMITED,
      conversationMessages: UNLIMITED,
      addressMessages: UNLIMITED,
      conversationReads: UNLIMITED,
      addressReads: UNLIMITED,
      conversationSockets: PLENTY,
      addressSockets: PLENTY,
    },
  },
});
process.on('message', (asked) => {
  if (asked !== 'memory') return;
  globalThis.gc?.();
  process.send?.(process.memoryUsage());
});
process.once('SIGTERM', () => void serving.close().then(() => process.exit(0)));
process.stdout.write(`${serving.url}\n`);
