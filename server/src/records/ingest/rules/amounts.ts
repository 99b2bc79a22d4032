import { findChineseAmounts } from "../../../kernel/money.ts";
import type { RefusalCode } from "../../../kernel/refusal.ts";

const fenPerWan = 1_000_000n;

/** A decimal in 万元 with six places, as fen. */
function fenOf(wan: string): bigint {
  const [whole = "0", places = ""] = wan.split(".");
  return BigInt(whole) * fenPerWan + BigInt(places.padEnd(6, "0").slice(0, 6));
}

/**
 * Compares the sum in its field (万元) with the sums that the decision's text writes out. Only a text with exactly one
 * sum can contradict; a field ten thousand times too large was filled in yuan.
 */
export function compareAmounts(
  amountWan: string,
  content: string,
): { readonly code: RefusalCode; readonly written: string } | undefined {
  const found = findChineseAmounts(content);
  const sums = new Set(found.map((one) => one.fen));
  const [only] = found;
  if (sums.size !== 1 || only === undefined) return undefined;
  const fen = fenOf(amountWan);
  if (fen === only.fen) return undefined;
  return { code: fen === only.fen * 10_000n ? "ingest.amount-unit" : "ingest.amount-mismatch", written: only.text };
}
