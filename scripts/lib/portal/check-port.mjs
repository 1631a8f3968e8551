import { text } from '../console/messages.mjs';
import { Problem } from '../console/problem.mjs';
import { portOwner } from '../network/port-owner.mjs';
import { portState } from '../network/ports.mjs';

/**
 * Throws a {@link Problem} that names the program on the port and the cure
 * when the portal cannot listen there. Asked before anything slow happens.
 *
 * @param {number} port
 */
export async function assertPortFree(port) {
  const state = await portState(port);
  if (state === 'free') {
    return;
  }
  const other = port < 65535 ? port + 1 : port - 1;
  const cure = text('port.cure', { port, other });
  if (state === 'denied') {
    throw new Problem(text('port.denied', { port }), { cure });
  }
  const owner = await portOwner(port);
  throw new Problem(
    owner
      ? text('port.takenBy', {
          port,
          owner: `${owner.command} (pid ${owner.pid})`,
        })
      : text('port.taken', { port }),
    { cure },
  );
}
