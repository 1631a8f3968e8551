import { MessageChannel } from 'node:worker_threads';
import { Inbox } from './Inbox';
import { BATCHES_AHEAD, type WorkerCommand } from './protocol';

describe('Inbox', () => {
  const { port1, port2 } = new MessageChannel();
  const send = (command: WorkerCommand) => port1.postMessage(command);

  afterAll(() => {
    port1.close();
    port2.close();
  });

  it('wakes who waits for credit and who waits for bytes', async () => {
    const inbox = new Inbox(port2);
    for (let count = 0; count < BATCHES_AHEAD; count++) {
      await inbox.credit();
    }
    let pulls = 0;
    const chunks = inbox.chunks(() => {
      pulls++;
    });
    // The one that waits longer must not be forgotten for the other
    const credit = inbox.credit();
    const first = chunks.next();
    send({ kind: 'credit' });
    await credit;
    const nextCredit = inbox.credit();
    send({ kind: 'chunk', bytes: new Uint8Array([1]) });
    expect((await first).value).toEqual(new Uint8Array([1]));
    const last = chunks.next();
    send({ kind: 'end' });
    expect(await last).toEqual({ done: true, value: undefined });
    send({ kind: 'credit' });
    await nextCredit;
    expect(pulls).toBe(2);
  });
});
