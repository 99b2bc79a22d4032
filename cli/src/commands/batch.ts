// What is done with batches that came: looking, deciding, taking back, declaring.
import { batchIn, batchPath, tellBatch } from "../batch.ts";
import { usage } from "../call.ts";
import type { Call, Command } from "../call.ts";
import { EXIT } from "../fault.ts";
import type { Exit } from "../fault.ts";
import { fieldsOf } from "../fields.ts";
import { tellProposal } from "./approvals.ts";
import { openAsAccount } from "../server.ts";
import { answer, tell } from "../terminal.ts";
import { sayings, usageReasons } from "../text.ts";

const text = { type: "string" } as const;

async function show(call: Call): Promise<Exit> {
  const server = openAsAccount(call.terminal);
  const found = batchIn(server, await server.ask({ method: "GET", path: batchPath(call.place(0)) }));
  await answer(call.terminal, found);
  tellBatch(call.terminal, found);
  return EXIT.well;
}

async function settle(call: Call): Promise<Exit> {
  const { terminal } = call;
  const accept = call.flag("accept");
  if (accept === call.flag("reject")) throw usage(usageReasons.oneVerdict);
  const row = Number(call.needed("row"));
  if (!/^[1-9]\d{0,8}$/.test(call.needed("row"))) throw usage(usageReasons.rowNumber);
  const json = {
    row,
    sheet: call.text("sheet") ?? null,
    action: accept ? "accept" : "reject",
    subject: call.text("subject") ?? null,
    reason: call.needed("reason"),
    documentNo: call.text("document") ?? null,
  };
  const server = openAsAccount(terminal);
  const reply = await server.ask({ method: "POST", path: batchPath(call.place(0), "/decisions"), json });
  const document = fieldsOf(server.json(reply));
  await answer(terminal, document);
  if (accept) tellProposal(terminal, document);
  else tell(terminal, sayings.rejected, { row });
  return EXIT.well;
}

async function takeBack(call: Call): Promise<Exit> {
  const { terminal } = call;
  const server = openAsAccount(terminal);
  const json = { reason: call.needed("reason"), documentNo: call.needed("document") };
  const reply = await server.ask({ method: "POST", path: batchPath(call.place(0), "/withdrawal"), json });
  const document = fieldsOf(server.json(reply));
  await answer(terminal, document);
  tellProposal(terminal, document);
  return EXIT.well;
}

async function declare(call: Call): Promise<Exit> {
  const { terminal } = call;
  const server = openAsAccount(terminal);
  const nilFrom = call.text("nil-from");
  const [entry, through] = [call.needed("entry"), call.needed("through")];
  const json = { provider: call.needed("provider"), entry, through, nilFrom: nilFrom ?? null };
  const reply = await server.ask({ method: "POST", path: "/api/v1/completeness", json });
  await answer(terminal, server.json(reply));
  tell(terminal, sayings.complete, { entry, through });
  if (nilFrom !== undefined) tell(terminal, sayings.nilFrom, { nilFrom, through });
  return EXIT.well;
}

export const batch: Command = { options: {}, places: ["batch"], needs: [], run: show };

export const decide: Command = {
  options: {
    row: text,
    sheet: text,
    accept: { type: "boolean" },
    reject: { type: "boolean" },
    subject: text,
    reason: text,
    document: text,
  },
  places: ["batch"],
  needs: ["row", "reason"],
  run: settle,
};

export const withdraw: Command = {
  options: { reason: text, document: text },
  places: ["batch"],
  needs: ["reason", "document"],
  run: takeBack,
};

export const complete: Command = {
  options: { provider: text, entry: text, through: text, "nil-from": text },
  places: [],
  needs: ["provider", "entry", "through"],
  run: declare,
};
