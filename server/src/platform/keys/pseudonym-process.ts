// The only process that reads the key of pseudonyms. Started by `startPseudonyms`, speaks with its parent alone, and ends
// with it. Arguments: the key's file, the suite, pseudonyms a second.
import { randomBytes } from "node:crypto";
import { proveAnswers } from "./known-answers.ts";
import { readOrCreatePrivate } from "./private-file.ts";
import { pseudonymOf, rateLimit } from "./pseudonym.ts";
import type { PseudonymSuite, PseudonymWish } from "./pseudonym.ts";

const keyLength = 32;

/** Known answers of this very scheme, computed once by hand over the parts with their lengths. */
function proveScheme(): void {
  const wish = { recipient: "a", kind: "b", value: "c" };
  const moved = { recipient: "ab", kind: "", value: "c" };
  const key = Buffer.alloc(keyLength, 1);
  const sound =
    pseudonymOf(key, "sha256", wish).toString("hex") ===
      "de5fdcac9a95e21e5fdd4c44cc29cf34a200805144f03cd795a942cb67ca1a15" &&
    pseudonymOf(key, "sm3", wish).toString("hex") ===
      "680d2a07098d26a9344a89a0d3db0af2269df939de7e8d43d1c9b1549dd21886" &&
    !pseudonymOf(key, "sha256", moved).equals(pseudonymOf(key, "sha256", wish));
  if (!sound) throw new Error("cryptographic self-test failed: pseudonyms");
}

function isWish(value: unknown): value is PseudonymWish & { readonly ask: number } {
  if (typeof value !== "object" || value === null) return false;
  const { ask, recipient, kind, value: text } = value as Readonly<Record<string, unknown>>;
  return typeof ask === "number" && [recipient, kind, text].every((part) => typeof part === "string");
}

function main(): void {
  const [file = "", suite = "", perSecond = ""] = process.argv.slice(2);
  if (process.send === undefined || (suite !== "sha256" && suite !== "sm3")) process.exit(1);
  proveAnswers();
  proveScheme();
  const text = readOrCreatePrivate(file, () => `${randomBytes(keyLength).toString("hex")}\n`);
  if (!/^[0-9a-f]{64}\n?$/.test(text)) throw new Error(`${file} is damaged: restore it from where it was kept`);
  const key = Buffer.from(text.trim(), "hex");
  const known: PseudonymSuite = suite;
  const allowed = rateLimit(Number(perSecond), () => performance.now());
  process.on("disconnect", () => process.exit(0));
  process.on("message", (asked: unknown) => {
    if (!isWish(asked)) return;
    const answer = allowed() ? { pseudonym: pseudonymOf(key, known, asked).toString("hex") } : { busy: true };
    process.send?.({ ask: asked.ask, ...answer });
  });
  process.send({ ready: true });
}

try {
  main();
} catch (error) {
  // Where it stands is of no use to whoever must mend it; what is wrong is.
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
