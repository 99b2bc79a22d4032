/** A change from the beginning, how many answers had used it, and whose office has read of it since. */
export interface Recall {
  readonly position: number;
  readonly at: Date;
  readonly what: string;
  readonly told: number;
  readonly read: number;
}
