import { isIP, Socket } from "node:net";
import pg from "pg";
import { bounded, networkFault } from "./bounded.ts";
import { ExchangeFault } from "./exchange-fault.ts";
import type { ExchangeCode } from "./exchange-fault.ts";
import { quotePath, quoteWith } from "./session.ts";
import type { Bind, Cells, Column, ColumnKind, ExchangeLimits, ExchangeTarget, Session } from "./session.ts";

const kinds: ReadonlyMap<number, ColumnKind> = new Map<number, ColumnKind>([
  [20, "number"],
  [21, "number"],
  [23, "number"],
  [26, "number"],
  [1700, "number"],
  [700, "approximate"],
  [701, "approximate"],
  [17, "binary"],
  [1082, "time"],
  [1083, "time"],
  [1114, "time"],
  [1266, "time"],
  [1184, "instant"],
]);
const boundedTexts = new Set([1042, 1043]);
/** The server keeps a bounded text's length four higher. */
const lengthOffset = 4;
/** Everything travels as the server's own text: what JavaScript would make of a number or a day is not what was sent. */
const asText: pg.CustomTypesConfig = { getTypeParser: () => (text: string) => text };

const codes: readonly (readonly [RegExp, ExchangeCode])[] = [
  [/^(28...|3D000)$/, "exchange.login"],
  [/^(42P01|3F000)$/, "exchange.no-table"],
  [/^42703$/, "exchange.no-column"],
  [/^42501$/, "exchange.not-allowed"],
  [/^57014$/, "exchange.slow"],
  [/^(55P03|40001|40P01)$/, "exchange.busy"],
  [/^(22...|23...|428C9)$/, "exchange.value-refused"],
  [/^(57P..|08...)$/, "exchange.unreachable"],
];

function readError(error: unknown): ExchangeFault {
  const fault = networkFault(error);
  if (fault !== undefined) return fault;
  const state = error instanceof pg.DatabaseError ? (error.code ?? "") : "";
  const found = codes.find(([shape]) => shape.test(state));
  if (found !== undefined) return new ExchangeFault(found[1], state);
  // The driver has no code for a refused TLS, nor for a connection that ends in the middle.
  if (error instanceof Error && /does not support SSL/u.test(error.message))
    return new ExchangeFault("exchange.no-tls");
  if (error instanceof Error && /terminated|closed/u.test(error.message))
    return new ExchangeFault("exchange.unreachable");
  return new ExchangeFault("exchange.broken", state);
}

function configOf(target: ExchangeTarget, limits: ExchangeLimits, socket: Socket): pg.ClientConfig {
  const settings = [
    "timezone=Asia/Shanghai",
    "datestyle=ISO",
    "intervalstyle=iso_8601",
    "bytea_output=hex",
    "extra_float_digits=1",
    "client_encoding=UTF8",
    `statement_timeout=${limits.statementMs}`,
    `lock_timeout=${limits.lockMs}`,
    `idle_in_transaction_session_timeout=${limits.statementMs}`,
  ];
  const { host, port, user, password, database, tls } = target;
  return {
    host,
    port,
    user,
    password,
    database,
    stream: () => socket,
    types: asText,
    application_name: "xinheng",
    options: settings.map((one) => `-c ${one}`).join(" "),
    ssl:
      tls === null
        ? false
        : {
            rejectUnauthorized: true,
            ...(tls.ca === null ? {} : { ca: tls.ca }),
            ...(isIP(host) === 0 ? { servername: host } : {}),
          },
  };
}

function columnOf(field: pg.FieldDef): Column {
  const { name, dataTypeID, dataTypeModifier } = field;
  const isBounded = boundedTexts.has(dataTypeID) && dataTypeModifier > lengthOffset;
  return {
    name,
    kind: kinds.get(dataTypeID) ?? "text",
    lengthMax: isBounded ? dataTypeModifier - lengthOffset : null,
    stampsItself: false,
  };
}

function cellOf(quoted: string, column: Column, max: number): string {
  if (column.kind === "binary") return `case when ${quoted} is null then null else 'x' end`;
  // A day is a legal day in Shanghai, whatever zone the table thinks in.
  if (column.kind === "instant") return `(${quoted} at time zone 'Asia/Shanghai')::text`;
  return `left(${quoted}::text, ${max + 1})`;
}

/** Opens a connection to an exchange database in PostgreSQL. */
export async function openPostgres(target: ExchangeTarget, limits: ExchangeLimits): Promise<Session> {
  const socket = new Socket();
  const client = new pg.Client(configOf(target, limits, socket));
  // A connection that dies between two questions: the next question reports it.
  client.on("error", () => undefined);
  const within = <T>(ms: number, work: () => Promise<T>): Promise<T> => bounded(socket, ms, { work, read: readError });
  await within(limits.connectMs, () => client.connect());
  const query = (text: string, values: (string | null)[]): Promise<pg.QueryArrayResult<Cells>> =>
    // The server's own timeout answers first, with the connection whole; ours is for a server that hangs.
    within(limits.statementMs + limits.connectMs, () => client.query<Cells>({ text, values, rowMode: "array" }));
  const quote = (name: string): string => quoteWith('"', name);
  return {
    ask: async (build) => {
      const values: (string | null)[] = [];
      const bind: Bind = (value) => `$${values.push(value)}`;
      const text = build(bind);
      return (await query(text, values)).rows;
    },
    describe: async (table) =>
      (await query(`select * from ${quotePath({ quote }, table)} limit 0`, [])).fields.map(columnOf),
    quote,
    placeOf: (column) => `${quote(column.name)}::text`,
    cellOf: (column, max) => cellOf(quote(column.name), column, max),
    asText: (expression) => `${expression}::text`,
    close: () => within(limits.connectMs, () => client.end()).catch(() => undefined),
  };
}
