import type { Outcome } from "../../kernel/refusal.ts";
import type { ConnectorPorts } from "./service/ports.ts";

/** Ports that die at one point, as a killed process does: nothing after it happens. */
export function breaking(ports: ConnectorPorts, point: "open" | "send" | "sent" | "settle" | "move"): ConnectorPorts {
  const die = (): never => {
    throw new Error("killed");
  };
  let wrapped = 0;
  const { gate, keys } = ports;
  return {
    ...ports,
    keys: { ...keys, wrap: (bytes) => (point === "move" && ++wrapped === 2 ? die() : keys.wrap(bytes)) },
    gate: {
      ...gate,
      settle: (batch, ms) => (point === "settle" ? die() : gate.settle(batch, ms)),
      open: async (account, request) => {
        if (point === "open") die();
        const opened = await gate.open(account, request);
        if (!opened.ok) return opened;
        const { batch, send } = opened.value;
        const sendOrDie = async (lines: readonly string[]): Promise<Outcome<string>> => {
          if (point === "send") die();
          const sent = await send(lines);
          return point === "sent" ? die() : sent;
        };
        return { ok: true, value: { batch, send: sendOrDie } };
      },
    },
  };
}
