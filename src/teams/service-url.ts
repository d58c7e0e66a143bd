import type { TeamsConfig } from './config.ts';

/** Where Teams serves bots: our token is sent nowhere else. */
const HOSTS: readonly string[] = ['smba.trafficmanager.net', 'smba.infra.gcc.teams.microsoft.com'];

/** Whether a service address may be answered. On this machine only where nothing is proved by Microsoft anyway. */
export function mayServe(serviceUrl: string, config: TeamsConfig): boolean {
  const url = URL.parse(serviceUrl);
  if (url?.username !== '' || url.password !== '') return false;
  if (url.protocol === 'https:' && url.port === '' && HOSTS.includes(url.hostname)) return true;
  const local = config.auth === 'anonymous' || isLoopback(config.openIdMetadataUrl ?? '');
  return local && isLoopback(serviceUrl);
}

function isLoopback(address: string): boolean {
  const host = URL.parse(address)?.hostname ?? '';
  return host === 'localhost' || host === '[::1]' || /^127(\.\d{1,3}){3}$/.test(host);
}
