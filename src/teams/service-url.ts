import type { TeamsConfig } from './config.ts';

/** Where Teams serves bots: our token is sent nowhere else. */
const HOSTS: readonly string[] = ['smba.trafficmanager.net', 'smba.infra.gcc.teams.microsoft.com'];

/** Whether a service address may be answered. On this machine only where nothing is proved by Microsoft anyway. */
export function mayServe(serviceUrl: string, config: TeamsConfig): boolean {
  const url = URL.parse(serviceUrl);
  if (url?.username !== '' || url.password !== '') return false;
  if (url.protocol === 'https:' && url.port === '' && HOSTS.includes(url.hostname)) return true;
  return isTrial(config) && isLoopback(serviceUrl);
}

/** Whether a file may be put there: Teams gives the addresses of its readers' own OneDrives. */
export function mayUpload(address: string, config: TeamsConfig): boolean {
  const url = URL.parse(address);
  if (url?.username !== '' || url.password !== '') return false;
  if (url.protocol === 'https:' && url.port === '' && url.hostname.endsWith('.sharepoint.com')) {
    return true;
  }
  return isTrial(config) && isLoopback(address);
}

function isTrial({ auth, openIdMetadataUrl }: TeamsConfig): boolean {
  return auth === 'anonymous' || isLoopback(openIdMetadataUrl ?? '');
}

function isLoopback(address: string): boolean {
  const host = URL.parse(address)?.hostname ?? '';
  return host === 'localhost' || host === '[::1]' || /^127(\.\d{1,3}){3}$/.test(host);
}
