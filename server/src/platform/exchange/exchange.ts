import { readLayout } from "./exchange-table.ts";
import type { ExchangeTable } from "./exchange-table.ts";
import { openMysql } from "./mysql-session.ts";
import { openPostgres } from "./postgres-session.ts";
import { hasUnordered, readRows } from "./read-rows.ts";
import type { ExchangeRow, RowsWanted } from "./read-rows.ts";
import { exchangeLimits } from "./session.ts";
import type { ExchangeLimits, ExchangeTarget } from "./session.ts";
import { writeVerdicts } from "./write-verdicts.ts";
import type { Verdict } from "./write-verdicts.ts";

/** An open exchange table. Every method throws `ExchangeFault`; after one the connection is gone. */
export interface Exchange {
  /** Heads of the cells, in their order. */
  readonly heads: readonly string[];
  readRows(wanted: RowsWanted): Promise<ExchangeRow[]>;
  /** Whether a row without cursor or key lies in the table. */
  hasUnordered(): Promise<boolean>;
  writeVerdicts(verdicts: readonly Verdict[]): Promise<void>;
  close(): Promise<void>;
}

/** Connects and checks that the table is as the operator says. The caller has decided that the host may be asked. */
export async function openExchange(
  target: ExchangeTarget,
  table: ExchangeTable,
  limits: ExchangeLimits = exchangeLimits,
): Promise<Exchange> {
  const session = await (target.engine === "postgres" ? openPostgres : openMysql)(target, limits);
  try {
    const layout = await readLayout(session, table);
    return {
      heads: layout.cells.map((column) => column.name),
      readRows: (wanted) => readRows(session, layout, wanted),
      hasUnordered: () => hasUnordered(session, layout),
      writeVerdicts: (verdicts) => writeVerdicts(session, layout, verdicts),
      close: () => session.close(),
    };
  } catch (error) {
    await session.close();
    throw error;
  }
}
