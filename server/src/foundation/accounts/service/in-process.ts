// Asks a Node request listener without a socket between: for the bundled identity provider, which stands in this process.
import { IncomingMessage, ServerResponse } from "node:http";
import { Socket } from "node:net";

/** As `node:http` hands them out. */
export type NodeListener = (request: IncomingMessage, response: ServerResponse) => unknown;

/** A response that gathers what is written to it. */
class Gathered extends ServerResponse {
  readonly #pieces: Buffer[] = [];
  readonly done: Promise<Buffer>;
  readonly #settle: (body: Buffer) => void;

  constructor(request: IncomingMessage) {
    super(request);
    const { promise, resolve } = Promise.withResolvers<Buffer>();
    this.done = promise;
    this.#settle = resolve;
  }

  #keep(piece: unknown): void {
    if (typeof piece === "string") this.#pieces.push(Buffer.from(piece, "utf8"));
    else if (piece instanceof Uint8Array) this.#pieces.push(Buffer.from(piece));
  }

  override write(piece: unknown): boolean {
    this.#keep(piece);
    return true;
  }

  override end(piece?: unknown): this {
    this.#keep(piece);
    this.finished = true;
    this.emit("finish");
    this.#settle(Buffer.concat(this.#pieces));
    return this;
  }
}

/** A request as the listener is to see it; its address and host are said by us, whatever the caller wrote. */
export interface Asking {
  readonly method: string;
  /** Path and query below the mount. */
  readonly url: string;
  /** The same with the mount. */
  readonly originalUrl: string;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

function messageOf({ method, url, originalUrl, headers, body }: Asking): IncomingMessage {
  const message = new IncomingMessage(new Socket());
  Object.assign(message, { method, url, originalUrl, headers: { ...headers } });
  message.push(body === "" ? null : Buffer.from(body, "utf8"));
  if (body !== "") message.push(null);
  return message;
}

/** @returns what the listener answered; resolves when it ended its response. */
export async function askInProcess(listener: NodeListener, asking: Asking): Promise<Response> {
  const request = messageOf(asking);
  const response = new Gathered(request);
  await listener(request, response);
  const body = await response.done;
  const headers = new Headers();
  for (const [name, value] of Object.entries(response.getHeaders())) {
    for (const one of Array.isArray(value) ? value : [value]) if (one !== undefined) headers.append(name, String(one));
  }
  const empty = response.statusCode === 204 || response.statusCode === 304;
  return new Response(empty ? null : new Uint8Array(body), { status: response.statusCode, headers });
}
