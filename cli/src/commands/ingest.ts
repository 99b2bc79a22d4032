import { tellBatch } from "../batch.ts";
import type { Call, Command } from "../call.ts";
import { EXIT, Fault } from "../fault.ts";
import type { Exit } from "../fault.ts";
import { fieldsOf, textIn } from "../fields.ts";
import type { Fields } from "../fields.ts";
import { followBatch } from "../follow.ts";
import { isMappingFile, readMappingFile } from "../mapping-file.ts";
import { openAsAccount } from "../server.ts";
import type { Server } from "../server.ts";
import { answer, tell } from "../terminal.ts";
import { sayings } from "../text.ts";
import { sendFile } from "../upload.ts";

const UNREADABLE = 422;

async function run(call: Call): Promise<Exit> {
  const { terminal } = call;
  const server = openAsAccount(terminal);
  const query = {
    provider: call.needed("provider"),
    entry: call.needed("entry"),
    mapping: await mappingOf(call, server),
    mends: call.text("mends"),
    force: call.flag("force") ? "true" : undefined,
    purpose: call.text("purpose"),
    declared: call.text("declared"),
    document: call.text("document"),
  };
  const begun = await sendFile({ terminal, server, file: call.place(0), query });
  const batch = await followBatch(terminal, server, begun);
  if (textIn(batch, "state") === "failed") throw failed(batch);
  await answer(terminal, batch);
  tellBatch(terminal, batch);
  return EXIT.well;
}

/** The mapping's name; a file is registered first and known by the name it is given. */
async function mappingOf(call: Call, server: Server): Promise<string | undefined> {
  const mapping = call.text("mapping");
  if (mapping === undefined || !isMappingFile(mapping)) return mapping;
  const json = await readMappingFile(mapping);
  const reply = await server.ask({ method: "POST", path: "/api/v1/mappings", json });
  const name = textIn(fieldsOf(server.json(reply)), "mapping");
  if (name === "") throw server.badAnswer(reply);
  tell(call.terminal, sayings.mappingSaved, { mapping: name });
  return name;
}

/** A file of which nothing stands is refused, whether the server says so at once or after a while. */
function failed(batch: Fields): Fault {
  const failure = fieldsOf(batch["failure"]);
  const code = textIn(failure, "code");
  const title = textIn(failure, "message");
  return new Fault({ type: `/problems/${code}`, title, status: UNREADABLE, code, batch: batch["batch"] }, EXIT.refused);
}

const text = { type: "string" } as const;

export const ingest: Command = {
  options: {
    provider: text,
    entry: text,
    mapping: text,
    mends: text,
    force: { type: "boolean" },
    purpose: text,
    declared: text,
    document: text,
  },
  places: ["file"],
  needs: ["provider", "entry"],
  run,
};
