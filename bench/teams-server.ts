// The baseline: Microsoft's CloudAdapter behind node:http with a turn that does nothing.
import { createServer, type ServerResponse } from 'node:http';
import { json } from 'node:stream/consumers';
import { CloudAdapter, ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import { credentials, settings } from './teams-settings.ts';

const authentication = new ConfigurationBotFrameworkAuthentication(
  {
    MicrosoftAppId: settings.appId,
    ToChannelFromBotLoginUrl: 'https://login.microsoftonline.com/botframework.com',
    ToChannelFromBotOAuthScope: 'https://api.botframework.com',
    ToBotFromChannelTokenIssuer: 'https://api.botframework.com',
    OAuthUrl: 'https://api.botframework.com',
    ToBotFromChannelOpenIdMetadataUrl: settings.openIdMetadataUrl,
    ToBotFromEmulatorOpenIdMetadataUrl: settings.openIdMetadataUrl,
    CallerId: 'urn:botframework:azure',
    ValidateAuthority: true,
  },
  credentials as never,
);
const adapter = new CloudAdapter(authentication);

createServer(async (request, response) => {
  if (request.method !== 'POST') return void response.writeHead(404).end();
  const asked = { method: 'POST', headers: request.headers, body: await json(request) };
  await adapter.process(asked as never, answerOn(response), async () => {});
}).listen(Number(process.env['PORT']), '127.0.0.1');

/** The few calls of Express that the adapter makes. */
function answerOn(response: ServerResponse): never {
  const answer = {
    socket: response.socket,
    status(code: number) {
      response.statusCode = code;
    },
    header: () => {},
    send: (body: unknown) => void response.write(JSON.stringify(body)),
    end: () => void response.end(),
  };
  return answer as never;
}
