// What robots are asked: to read what stands at addresses of its own, at a walk, and no list that is made on demand.

export interface RobotsPolicy {
  /** Origin of the public address, without a slash at its end; never taken from a request. */
  readonly origin: string;
  /** Paths that are not to be visited, as RFC 9309 writes them. */
  readonly disallow: readonly string[];
  /** Seconds between two visits, for robots that know the line. */
  readonly delaySeconds: number;
}

/**
 * The text of `/robots.txt` (RFC 9309). Pages with adverse records are not named: a robot has to be let in to read
 * that it may keep nothing of them (`X-Robots-Tag`).
 */
export function robotsText({ origin, disallow, delaySeconds }: RobotsPolicy): string {
  return [
    "User-agent: *",
    ...disallow.map((path) => `Disallow: ${path}`),
    `Crawl-delay: ${delaySeconds}`,
    "",
    `Sitemap: ${origin}/sitemap.xml`,
    "",
  ].join("\n");
}
