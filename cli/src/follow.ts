import { batchIn, batchPath, COUNTS } from "./batch.ts";
import { countIn, textIn } from "./fields.ts";
import type { Fields } from "./fields.ts";
import { grouped } from "./fill.ts";
import { Patience, patiently } from "./patience.ts";
import type { Server } from "./server.ts";
import { tell } from "./terminal.ts";
import type { Terminal } from "./terminal.ts";
import { sayings } from "./text.ts";

const FIRST_MS = 100;
const LONGEST_MS = 3_000;

/** Asks for a batch until it is no longer processed, telling how far it is; waits out a restart of the server. */
export async function followBatch(terminal: Terminal, server: Server, begun: Fields): Promise<Fields> {
  const patience = new Patience(terminal, server);
  const path = batchPath(textIn(begun, "batch"));
  let batch = begun;
  let told = 0;
  for (let pause = FIRST_MS; textIn(batch, "state") === "processing"; pause = Math.min(LONGEST_MS, pause * 1.5)) {
    await terminal.sleep(pause);
    batch = batchIn(server, await patiently(patience, () => server.ask({ method: "GET", path })));
    const received = countIn(batch, "received");
    if (received > told && textIn(batch, "state") === "processing") {
      tell(
        terminal,
        sayings.processing,
        Object.fromEntries(COUNTS.map((name) => [name, grouped(countIn(batch, name))])),
      );
      told = received;
    }
  }
  return begun["sameAs"] === true ? { ...batch, sameAs: true } : batch;
}
