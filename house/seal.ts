import { appendFileSync, existsSync, readFileSync, readdirSync } from "node:fs";
import { checksumOf, checksumsPath, readChecksums } from "./tidy/migrations.ts";
import { root } from "./tool.ts";

/** Appends the checksums of new migrations. A sealed migration is history: `check` refuses any change to it. */
function seal(): void {
  const file = `${root}/${checksumsPath}`;
  const sealed = readChecksums(existsSync(file) ? readFileSync(file, "utf8") : "");
  const names = readdirSync(`${root}/server/migrations`)
    .filter((name) => name.endsWith(".sql"))
    .sort();
  for (const name of names.filter((one) => !sealed.has(one))) {
    const sql = readFileSync(`${root}/server/migrations/${name}`, "utf8");
    appendFileSync(file, `${checksumOf(sql)}  ${name}\n`);
    console.log(`sealed ${name}`);
  }
}

seal();
