import { createServer } from 'node:net';

/**
 * Whether this process may listen on the port of the loopback interface.
 *
 * @param {number} port
 * @returns {Promise<'free' | 'taken' | 'denied'>}
 */
export function portState(port, host = '127.0.0.1') {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', error => {
      if (error.code === 'EADDRINUSE') {
        resolve('taken');
      } else if (error.code === 'EACCES') {
        resolve('denied');
      } else {
        reject(error);
      }
    });
    server.listen({ port, host, exclusive: true }, () =>
      server.close(() => resolve('free')),
    );
  });
}

/**
 * A port that nobody uses: the preferred one when it is free, so that tools
 * which were pointed at the database keep working after a restart.
 *
 * @param {number} [preferred]
 * @returns {Promise<number>}
 */
export async function freePort(preferred) {
  if (preferred && (await portState(preferred)) === 'free') {
    return preferred;
  }
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen({ port: 0, host: '127.0.0.1' }, () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
