// A browser as far as signing in needs one: a cookie jar, redirects that are followed by hand, forms.
/** Whoever answers: a server over the wire, or an application in the same process. */
export type Ask = (address: string, init?: RequestInit) => Promise<Response>;

export interface Visit {
  readonly status: number;
  readonly body: string;
  /** Where it sends on; null where nowhere. */
  readonly location: string | null;
  readonly headers: Headers;
}

export interface Browser {
  /** Cookies by name; a test may take or plant one. */
  readonly jar: Map<string, string>;
  readonly visit: (address: string, init?: RequestInit) => Promise<Visit>;
  /** Visits and goes wherever it is sent, to a page that stays. */
  readonly follow: (address: string, init?: RequestInit) => Promise<Visit & { readonly address: string }>;
  readonly submit: (address: string, fields: Readonly<Record<string, string>>) => Promise<Visit & { address: string }>;
}

interface Kept {
  readonly value: string;
  readonly path: string;
}

export const site = "http://localhost";

/** @param headers that every request bears, for tests that forge them. */
export function openBrowser({ ask }: { readonly ask: Ask }, headers: Readonly<Record<string, string>> = {}): Browser {
  const kept = new Map<string, Kept>();
  const jar = new Map<string, string>();
  const remember = (line: string): void => {
    const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
    const gone = value === "" || /; *max-age=0/i.test(line) || /; *expires=Thu, 01 Jan 1970/i.test(line);
    if (gone) {
      kept.delete(name);
      jar.delete(name);
    } else {
      kept.set(name, { value, path: /; *path=([^;]+)/i.exec(line)?.[1] ?? "/" });
      jar.set(name, value);
    }
  };
  const cookiesFor = (path: string): string =>
    [...jar]
      .filter(([name]) => path.startsWith(kept.get(name)?.path ?? "/"))
      .map(([name, value]) => `${name}=${value}`)
      .join("; ");
  const visit: Browser["visit"] = async (address, init = {}) => {
    const url = new URL(address, site);
    const cookie = cookiesFor(url.pathname);
    const sent = { accept: "text/html", ...(cookie === "" ? {} : { cookie }), ...headers, ...init.headers };
    const response = await ask(url.href, { ...init, headers: sent });
    for (const line of response.headers.getSetCookie()) remember(line);
    const location = response.headers.get("location");
    return { status: response.status, body: await response.text(), location, headers: response.headers };
  };
  const follow: Browser["follow"] = async (address, init) => {
    let at = address;
    let seen = await visit(at, init);
    for (let step = 0; seen.location !== null && step < 10; step += 1) {
      at = seen.location;
      seen = await visit(at);
    }
    return { ...seen, address: at };
  };
  const submit: Browser["submit"] = (address, fields) =>
    follow(address, {
      method: "POST",
      headers: { "content-type": "application/x-www-form-urlencoded", origin: site, "sec-fetch-site": "same-origin" },
      body: new URLSearchParams(fields).toString(),
    });
  return { jar, visit, follow, submit };
}
