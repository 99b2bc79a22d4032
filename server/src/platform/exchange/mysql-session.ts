import { connect, isIP } from "node:net";
import type { Socket } from "node:net";
import { createConnection } from "mysql2/promise";
import type { Connection, ConnectionOptions, FieldPacket } from "mysql2/promise";
import { bounded, networkFault } from "./bounded.ts";
import { ExchangeFault } from "./exchange-fault.ts";
import type { ExchangeCode } from "./exchange-fault.ts";
import { quotePath, quoteWith } from "./session.ts";
import type { Bind, Cells, Column, ColumnKind, ExchangeLimits, ExchangeTarget, Session } from "./session.ts";

const kinds: ReadonlyMap<number, ColumnKind> = new Map<number, ColumnKind>([
  [0, "number"],
  [1, "number"],
  [2, "number"],
  [3, "number"],
  [8, "number"],
  [9, "number"],
  [13, "number"],
  [246, "number"],
  [4, "approximate"],
  [5, "approximate"],
  [7, "time"],
  [10, "time"],
  [11, "time"],
  [12, "time"],
  [14, "time"],
  [16, "bits"],
  [255, "binary"],
]);
const json = 245;
const binaryCharset = 63;
const bytesPerCharacter = 4;
const onUpdateNow = 8192;

const codes: ReadonlyMap<number, ExchangeCode> = new Map<number, ExchangeCode>([
  [1044, "exchange.login"],
  [1045, "exchange.login"],
  [1049, "exchange.login"],
  [1698, "exchange.login"],
  [1146, "exchange.no-table"],
  [1054, "exchange.no-column"],
  [1142, "exchange.not-allowed"],
  [1143, "exchange.not-allowed"],
  [1227, "exchange.not-allowed"],
  [1290, "exchange.not-allowed"],
  [1317, "exchange.slow"],
  [1969, "exchange.slow"],
  [3024, "exchange.slow"],
  [1205, "exchange.busy"],
  [1213, "exchange.busy"],
  [1048, "exchange.value-refused"],
  [1062, "exchange.value-refused"],
  [1265, "exchange.value-refused"],
  [1292, "exchange.value-refused"],
  [1366, "exchange.value-refused"],
  [1406, "exchange.value-refused"],
]);

function readError(error: unknown): ExchangeFault {
  const fault = networkFault(error);
  if (fault !== undefined) return fault;
  const number = error instanceof Error && "errno" in error && typeof error.errno === "number" ? error.errno : 0;
  return new ExchangeFault(codes.get(number) ?? "exchange.broken", number === 0 ? "" : String(number));
}

function configOf(target: ExchangeTarget, limits: ExchangeLimits, socket: Socket): ConnectionOptions {
  const { host, port, user, password, database, tls } = target;
  return {
    host,
    port,
    user,
    password,
    database,
    stream: () => socket,
    connectTimeout: limits.connectMs,
    charset: "utf8mb4",
    // A hostile server may not ask for our files, and no statement of ours ever holds a second one.
    flags: ["-LOCAL_FILES"],
    multipleStatements: false,
    disableEval: true,
    rowsAsArray: true,
    ...(tls === null
      ? {}
      : {
          ssl: {
            rejectUnauthorized: true,
            verifyIdentity: isIP(host) === 0,
            ...(tls.ca === null ? {} : { ca: tls.ca }),
          },
        }),
  };
}

function columnOf(field: FieldPacket): Column {
  const { name, columnType = 253, characterSet, columnLength = 0, flags } = field;
  const isBytes = characterSet === binaryCharset && columnType !== json;
  const kind = kinds.get(columnType) ?? (isBytes ? "binary" : "text");
  return {
    name,
    kind,
    lengthMax: kind === "text" ? Math.floor(columnLength / bytesPerCharacter) : null,
    stampsItself: typeof flags === "number" && (flags & onUpdateNow) !== 0,
  };
}

/** A literal that no SQL mode and no character set reads in another way. */
const bind: Bind = (value, kind) => {
  if (value === null) return "null";
  if (kind === "number" && /^-?\d+(?:\.\d+)?$/.test(value)) return value;
  return `_utf8mb4 x'${Buffer.from(value, "utf8").toString("hex")}'`;
};

function cellOf(quoted: string, column: Column, max: number): string {
  if (column.kind === "binary") return `if(${quoted} is null, null, 'x')`;
  if (column.kind === "bits") return `${quoted} + 0`;
  return column.kind === "text" ? `left(${quoted}, ${max + 1})` : quoted;
}

type Ask = (sql: string) => Promise<{ readonly rows: Cells[]; readonly fields: FieldPacket[] }>;

function asker(connection: Connection, within: <T>(work: () => Promise<T>) => Promise<T>): Ask {
  return async (sql) => {
    const [answer, fields] = await within(() => connection.query({ sql, rowsAsArray: true, typeCast: false }));
    // The driver gives each value as its bytes; a command gives no rows.
    const rows = Array.isArray(answer) ? (answer as unknown as (Buffer | null)[][]) : [];
    return { rows: rows.map((row) => row.map((cell) => cell?.toString("utf8") ?? null)), fields: fields ?? [] };
  };
}

/** MySQL and MariaDB name the longest time of a statement differently, and in other units. */
async function limitStatements(ask: Ask, limits: ExchangeLimits): Promise<void> {
  const [version] = (await ask("select version()")).rows;
  const isMaria = /mariadb/iu.test(version?.[0] ?? "");
  await ask(
    isMaria
      ? `set session max_statement_time = ${limits.statementMs / 1000}`
      : `set session max_execution_time = ${limits.statementMs}`,
  );
}

/** Opens a connection to an exchange database in MySQL or MariaDB. */
export async function openMysql(target: ExchangeTarget, limits: ExchangeLimits): Promise<Session> {
  const socket = connect(target.port, target.host);
  socket.on("error", () => undefined);
  const connection = await bounded(socket, limits.connectMs, {
    work: () => createConnection(configOf(target, limits, socket)),
    read: readError,
  });
  connection.on("error", () => undefined);
  const within = <T>(work: () => Promise<T>): Promise<T> =>
    bounded(socket, limits.statementMs + limits.connectMs, { work, read: readError });
  const ask = asker(connection, within);
  // Known modes, whatever the server's own: a message with a character that the table lacks is written with "?", not lost.
  await ask(
    `set session time_zone = '+08:00', sql_mode = 'NO_ENGINE_SUBSTITUTION', innodb_lock_wait_timeout = ${Math.ceil(limits.lockMs / 1000)}`,
  );
  await limitStatements(ask, limits);
  const quote = (name: string): string => quoteWith("`", name);
  return {
    ask: async (build) => (await ask(build(bind))).rows,
    describe: async (table) => (await ask(`select * from ${quotePath({ quote }, table)} limit 0`)).fields.map(columnOf),
    quote,
    placeOf: (column) => quote(column.name),
    cellOf: (column, max) => cellOf(quote(column.name), column, max),
    asText: (expression) => `cast(${expression} as char)`,
    close: () => within(() => connection.end()).catch(() => undefined),
  };
}
