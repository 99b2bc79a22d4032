/**
 * What an endpoint is told of: what ended of statements that its organisation received, whoever it was answered with wrongly,
 * or, for a gateway of the centre's own alone, whom to remind of what.
 */
export const FEEDS = ["withdrawals", "recalls", "reminders"] as const;
export type Feed = (typeof FEEDS)[number];

/** What is asked for: where the platform shall speak to an organisation, and of what. */
export interface EndpointWish {
  /** 统一社会信用代码. */
  readonly organisation: string;
  readonly name: string;
  readonly feed: Feed;
  /** An address at an origin that the operator listed. */
  readonly url: string;
}

/** An endpoint as it was registered, and how far it has been told. */
export interface Endpoint extends EndpointWish {
  /** UUID. */
  readonly endpoint: string;
  readonly registeredAt: Date;
  readonly endedAt: Date | null;
  /** Messages that arrived. */
  readonly messages: number;
  /** Tries in a row that did not. */
  readonly failures: number;
  readonly nextAt: Date;
  readonly lastAt: Date | null;
  /** The receiver's status as digits, or why there was none. */
  readonly lastAnswer: string | null;
}

/** The longest wait between two tries. */
const WAIT_MOST_MS = 3_600_000;
const WAIT_LEAST_MS = 1000;

/** How long to wait after so many tries in a row that did not arrive: twice as long each time, an hour at most. */
export function waitAfter(failures: number): number {
  return failures <= 0 ? 0 : Math.min(WAIT_MOST_MS, WAIT_LEAST_MS * 2 ** Math.min(failures - 1, 20));
}

/** Whether an answer says that the message arrived. */
export function hasArrived(status: number): boolean {
  return status >= 200 && status < 300;
}
