import { existsSync, readFileSync, writeFileSync } from "node:fs";
import openapiTS, { astToString } from "openapi-typescript";
import type { OpenAPI3 } from "openapi-typescript";
import type { Verdict } from "./checks.ts";
import { root } from "./tool.ts";

/** The server's own document, made from the schemas its routes parse with. */
const documentModule = `${root}/server/src/main/openapi.ts`;
const contractFile = `${root}/contract/openapi.json`;
const clientFile = `${root}/contract/client.ts`;

interface DocumentModule {
  readonly openApiDocument: () => OpenAPI3 | Promise<OpenAPI3>;
}

/** What the two generated files should hold now. */
async function generate(): Promise<ReadonlyMap<string, string>> {
  const module = (await import(documentModule)) as DocumentModule;
  const document = await module.openApiDocument();
  const types = astToString(await openapiTS(structuredClone(document)));
  const heading = "/** Generated from openapi.json by house/contract.ts: never edited. */\n";
  return new Map([
    [contractFile, `${JSON.stringify(document, null, 2)}\n`],
    [clientFile, heading + types],
  ]);
}

/** Compares what stands in contract/ with what the code says, so that the two never drift apart. */
export async function checkContract(): Promise<Verdict> {
  if (!existsSync(documentModule))
    return { faults: [`${documentModule} is missing: the contract was not compared`], note: "not run" };
  const files = await generate();
  const faults = [...files]
    .filter(([file, text]) => !existsSync(file) || readFileSync(file, "utf8") !== text)
    .map(([file]) => `${file.replace(`${root}/`, "")} is not what the code says: npm run contract`);
  return { faults, note: `${files.size} files` };
}

async function writeContract(): Promise<void> {
  for (const [file, text] of await generate()) {
    writeFileSync(file, text);
    console.log(`wrote ${file.replace(`${root}/`, "")}`);
  }
}

if (import.meta.main) {
  if (process.argv.includes("--check")) {
    const { faults } = await checkContract();
    for (const fault of faults) console.log(fault);
    process.exitCode = faults.length === 0 ? 0 : 1;
  } else await writeContract();
}
