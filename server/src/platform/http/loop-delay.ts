// How late this process is: the time by which a timer rings after its hour.

const EVERY_MS = 50;
/** Weight of the newest ring: a pause of a single second is forgotten after five, a crowd is not. */
const WEIGHT = 0.3;

/**
 * Watches the event loop from now on, for the life of the process; does not keep it alive. A histogram of
 * `perf_hooks` leaves the first ring after each reset out, which under load is the one that tells.
 * @returns the delay at present, in milliseconds.
 */
export function watchLoopDelay(): () => number {
  let delay = 0;
  let due = performance.now() + EVERY_MS;
  setInterval(() => {
    const now = performance.now();
    delay += WEIGHT * (Math.max(0, now - due) - delay);
    due = now + EVERY_MS;
  }, EVERY_MS).unref();
  return () => delay;
}
