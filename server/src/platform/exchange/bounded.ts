import type { Socket } from "node:net";
import { ExchangeFault } from "./exchange-fault.ts";

/**
 * Waits for the other side no longer than `ms`; then the connection is torn down, since no driver gives up by itself on a
 * server that accepts and says nothing. Throws what `read` makes of a driver's error.
 */
export async function bounded<T>(
  socket: Socket,
  ms: number,
  given: { readonly work: () => Promise<T>; readonly read: (error: unknown) => ExchangeFault },
): Promise<T> {
  let isLate = false;
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      isLate = true;
      socket.destroy();
      reject(new ExchangeFault("exchange.slow"));
    }, ms);
  });
  try {
    return await Promise.race([given.work(), late]);
  } catch (error) {
    socket.destroy();
    if (isLate) throw new ExchangeFault("exchange.slow");
    throw error instanceof ExchangeFault ? error : given.read(error);
  } finally {
    clearTimeout(timer);
  }
}

const network = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "ETIMEDOUT",
  "EPIPE",
  "EADDRNOTAVAIL",
  "PROTOCOL_CONNECTION_LOST",
]);
const tls = /^(ERR_TLS_|ERR_SSL_|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_|HANDSHAKE_NO_SSL|HANDSHAKE_SSL)/;

/** Reads the errors that come from the network and not from an engine; undefined where the engine must say. */
export function networkFault(error: unknown): ExchangeFault | undefined {
  const code = error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";
  if (network.has(code)) return new ExchangeFault("exchange.unreachable", code);
  if (tls.test(code)) return new ExchangeFault("exchange.no-tls", code);
  return undefined;
}
