/** Why an exchange table could not be read or answered; the Chinese texts stand in `text.ts`. */
export type ExchangeCode =
  | "exchange.unreachable"
  | "exchange.slow"
  | "exchange.login"
  | "exchange.no-tls"
  | "exchange.no-table"
  | "exchange.no-column"
  | "exchange.not-allowed"
  | "exchange.busy"
  | "exchange.column-kind"
  | "exchange.too-many-columns"
  | "exchange.key-not-unique"
  | "exchange.verdict-narrow"
  | "exchange.value-refused"
  | "exchange.broken";

/**
 * A fault of the other side. `detail` is a column's or table's name from the operator's own file, or the server's error
 * number. The server's message is left behind: it quotes values, and values can be personal.
 */
export class ExchangeFault extends Error {
  readonly code: ExchangeCode;
  readonly detail: string;

  constructor(code: ExchangeCode, detail = "") {
    super(code);
    this.name = "ExchangeFault";
    this.code = code;
    this.detail = detail;
  }
}
