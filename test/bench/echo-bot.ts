/** The least that botbuilder and restify can do: what the bot is measured against. Prints its address. */

import type { Activity, Request, Response } from 'botbuilder';
import { CloudAdapter, ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import restify from 'restify';

const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));
const server = restify.createServer();
server.use(restify.plugins.bodyParser());
server.post('/api/messages', async (request: restify.Request, response: restify.Response) => {
  // restify's own types and botbuilder's of them differ in what may be undefined.
  await adapter.process(request as unknown as Request, response as unknown as Response, async (context) => {
    await context.sendActivity({
      type: 'message',
      text: `Echo: ${context.activity.text}`,
    } satisfies Partial<Activity>);
  });
});
server.listen(0, '127.0.0.1', () => process.stdout.write(`http://127.0.0.1:${server.address().port}\n`));
