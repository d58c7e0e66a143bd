import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  type TurnContext,
} from 'botbuilder';
import type { FakeTeams } from './fake-teams.ts';

/** A bot as Microsoft's SDK makes it out of a turn function, on a port of its own, known to the fake. */
export interface SdkBot {
  readonly adapter: CloudAdapter;
  close(): Promise<void>;
}

/** Settings for the SDK's authentication against a fake Teams. Leave one out and the SDK has none at all. */
function sdkSettings(teams: FakeTeams) {
  return {
    MicrosoftAppId: teams.appId,
    ToChannelFromBotLoginUrl: `${teams.url}/login`,
    ToChannelFromBotOAuthScope: 'https://api.botframework.com',
    ToBotFromChannelTokenIssuer: 'https://api.botframework.com',
    OAuthUrl: teams.url,
    ToBotFromChannelOpenIdMetadataUrl: teams.openIdMetadataUrl,
    ToBotFromEmulatorOpenIdMetadataUrl: teams.openIdMetadataUrl,
    ValidateAuthority: true,
    CallerId: '',
  };
}

export async function startSdkBot(
  teams: FakeTeams,
  turn: (context: TurnContext) => Promise<void>,
): Promise<SdkBot> {
  const authentication = new ConfigurationBotFrameworkAuthentication(
    sdkSettings(teams),
    // The SDK's types want its own class; it calls these three functions.
    teams.credentials as never,
  );
  const adapter = new CloudAdapter(authentication);
  const server = createServer(async (request, response) => {
    const body = JSON.parse(await readText(request));
    // Of an activity without a type the SDK makes an exception, not an answer.
    await adapter
      .process(withBody(request, body), asResponse(response), turn)
      .catch(() => response.writeHead(500).end());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  teams.courier.botUrl = `http://127.0.0.1:${port}/api/messages`;
  return {
    adapter,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

type ProcessArguments = Parameters<CloudAdapter['process']>;

/** The SDK was made for Express: a request whose body was read. */
function withBody(request: IncomingMessage, body: unknown): ProcessArguments[0] {
  return { method: request.method!, headers: request.headers, body } as never;
}

function asResponse(response: ServerResponse): never {
  return {
    socket: response.socket,
    status(code: number) {
      response.statusCode = code;
    },
    header(name: string, value: string) {
      response.setHeader(name, value);
    },
    send(body: unknown) {
      const text = typeof body === 'string';
      response.setHeader('content-type', text ? 'text/plain' : 'application/json');
      response.write(text ? body : JSON.stringify(body));
    },
    end: () => response.end(),
  } as never;
}

async function readText(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString();
}
