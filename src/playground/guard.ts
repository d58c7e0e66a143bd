import type { IncomingMessage } from 'node:http';

const PROXIED = ['forwarded', 'x-forwarded-for', 'x-forwarded-host'];

/**
 * Why a request may not enter, or undefined when it may. The playground has no login, so it answers only this
 * machine's own browser on its own page: not the network, not a name that was made to point here (DNS rebinding),
 * not another page in the same browser (CSRF), not whatever a proxy passes on.
 */
export function refusal(request: IncomingMessage): string | undefined {
  const { headers } = request;
  if (!isLocalAddress(request.socket.remoteAddress))
    return 'The playground answers only this machine.';
  if (PROXIED.some((name) => headers[name] !== undefined)) {
    return 'The playground does not answer through a proxy.';
  }
  const host = headers.host;
  if (!host || !isLocalName(host))
    return 'Open the playground as http://127.0.0.1 or http://localhost.';
  if (headers.origin !== undefined && headers.origin !== `http://${host}`) {
    return 'The playground answers only its own page.';
  }
  const site = headers['sec-fetch-site'];
  // A link from elsewhere may open the page itself, which does nothing by being opened; a stream stays open.
  const page = request.method === 'GET' && request.url?.split('?')[0] === '/playground';
  const opensPage = page && headers['sec-fetch-mode'] === 'navigate';
  if (site !== undefined && site !== 'same-origin' && site !== 'none' && !opensPage) {
    return 'The playground answers only its own page.';
  }
  return undefined;
}

function isLocalAddress(address: string | undefined): boolean {
  if (!address) return false;
  const plain = address.startsWith('::ffff:') ? address.slice('::ffff:'.length) : address;
  return plain === '::1' || /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(plain);
}

/** A Host header that names this machine by a name nobody else can give to theirs. */
function isLocalName(host: string): boolean {
  const name = host.toLowerCase().replace(/:\d{1,5}$/, '');
  return name === 'localhost' || name === '[::1]' || /^127(\.\d{1,3}){3}$/.test(name);
}
