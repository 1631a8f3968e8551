import { NotAllowedError } from '@backstage/errors';
import { isIP } from 'node:net';

/** What of a request tells where it comes from. */
export interface RequestOrigin {
  /** Address of the peer of the socket, never one that a header claims. */
  readonly peerAddress: string | undefined;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

const PROXY_HEADERS = [
  'x-forwarded-for',
  'x-forwarded-host',
  'forwarded',
  'x-real-ip',
  'via',
];
const CURE =
  'The demo company can only be entered from the machine it runs on. For anything else configure a real sign-in (see app-config.production.yaml).';

/**
 * Refuses a request that does not come straight from this machine.
 *
 * @remarks
 * A persona has no password, so three things must hold: the peer of the socket
 * is loopback, no proxy stands in between (a reverse proxy on this machine
 * would make every visitor look local), and the host that the browser asked
 * for is this machine (a rebound DNS name would not be).
 *
 * @throws `NotAllowedError` that says which of them failed
 */
export function refuseRemote(origin: RequestOrigin): void {
  if (!origin.peerAddress || !isLoopback(origin.peerAddress)) {
    throw new NotAllowedError(
      `The request comes from another machine. ${CURE}`,
    );
  }
  const proxyHeader = PROXY_HEADERS.find(name => origin.headers[name]);
  if (proxyHeader) {
    throw new NotAllowedError(
      `The request came through a proxy (it carries ${proxyHeader}). ${CURE}`,
    );
  }
  const host = origin.headers.host;
  if (typeof host !== 'string' || !isLoopbackHost(host)) {
    throw new NotAllowedError(
      `The request asks for another host than localhost. ${CURE}`,
    );
  }
}

function isLoopback(address: string): boolean {
  const ipv4 = address.replace(/^::ffff:/i, '');
  return (
    address === '::1' || (isIP(ipv4) === 4 && ipv4.split('.')[0] === '127')
  );
}

function isLoopbackHost(host: string): boolean {
  const name = host.replace(/:\d+$/, '').toLowerCase();
  return name === 'localhost' || isLoopback(name.replace(/^\[(.*)\]$/, '$1'));
}
