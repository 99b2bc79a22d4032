// Tells endpoints what is new, every second.
import { randomBytes } from "node:crypto";
import { deliverNews } from "../foundation/endpoints/index.ts";
import type { DeliveryPorts } from "../foundation/endpoints/index.ts";
import { createSend } from "../platform/outgoing/send.ts";
import { reminderNews } from "../views/inbox/index.ts";
import { recallNews } from "../views/recall/index.ts";
import { withdrawalNews } from "../views/withdrawals/index.ts";
import { ENDPOINT_KEY } from "./app.ts";
import type { Foundations } from "./app.ts";

/** From the end of a round to the next one. */
const PAUSE_MS = 1000;
/** How long a receiver may take for its answer. */
const ANSWER_MS = 10_000;
const NONCE_BYTES = 16;

export interface Delivering {
  /** Begins no further round, and resolves when the running one has ended. */
  stop(): Promise<void>;
}

type News = Pick<Foundations, "db" | "clock" | "keys" | "origins" | "currentPolicy">;

/** What telling endpoints stands on. */
export function deliveryPorts({ db, clock, keys, origins, currentPolicy }: News): DeliveryPorts {
  const signer = keys.signer(ENDPOINT_KEY);
  const nonce = (): string => randomBytes(NONCE_BYTES).toString("base64url");
  const send = createSend({ signer, now: () => clock.now(), nonce, waitMs: ANSWER_MS });
  const sources = {
    withdrawals: withdrawalNews({ db, clock, policy: currentPolicy }),
    recalls: recallNews({ db }),
    reminders: reminderNews({ db, clock, policy: currentPolicy }),
  };
  return { db, clock, origins, sources, send };
}

/** Any number of processes may do this: one does the work. Without listed origins nothing is done. Never throws. */
export function startDelivering(news: News, onFault: (error: unknown) => void): Delivering {
  const ports = deliveryPorts(news);
  let stopped = ports.origins.size === 0;
  let wake: () => void = () => undefined;
  const pause = (): Promise<void> =>
    new Promise((resolve) => {
      wake = resolve;
      setTimeout(resolve, PAUSE_MS).unref();
    });
  const run = async (): Promise<void> => {
    while (!stopped) {
      await deliverNews(ports).catch(onFault);
      if (!stopped) await pause();
    }
  };
  const running = run();
  return {
    stop: async () => {
      stopped = true;
      wake();
      await running;
    },
  };
}
