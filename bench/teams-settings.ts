import type { TeamsConfig } from '../src/teams/config.ts';

/** What a program of the bench is told of its fake Teams, in BENCH_TEAMS as JSON. */
type Settings = Omit<TeamsConfig, 'auth' | 'leads' | 'openIdMetadataUrl'> & {
  readonly openIdMetadataUrl: string;
  readonly botToken: string;
};

export const settings: Settings = JSON.parse(process.env['BENCH_TEAMS']!);

/** Credentials that need no sign-in service: the fake's connector knows the token. */
export const credentials = {
  isValidAppId: async (id: string) => id === settings.appId,
  isAuthenticationDisabled: async () => false,
  createCredentials: async () => ({
    async signRequest<R extends { headers: { set(name: string, value: string): void } }>(
      request: R,
    ): Promise<R> {
      request.headers.set('authorization', `Bearer ${settings.botToken}`);
      return request;
    },
  }),
};
