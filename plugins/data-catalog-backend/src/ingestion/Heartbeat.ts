const BEAT_EVERY_MS = 15_000;

/**
 * Says that somebody is there while they read.
 * @param beat - fails where the run is somebody else's meanwhile
 * @param onLost - called once with that failure
 */
export function startHeartbeat(
  beat: () => Promise<void>,
  onLost: (error: unknown) => void,
): { stop(): Promise<void> } {
  let last: Promise<void> = Promise.resolve();
  const timer = setInterval(() => {
    last = last.then(beat).catch(error => {
      clearInterval(timer);
      onLost(error);
    });
  }, BEAT_EVERY_MS);
  timer.unref();
  return {
    async stop() {
      clearInterval(timer);
      await last;
    },
  };
}
