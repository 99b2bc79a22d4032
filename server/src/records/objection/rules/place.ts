/** Where a list goes on: after this one. */
export interface Place {
  readonly day: string;
  readonly filedAt: Date;
  readonly objection: string;
}
