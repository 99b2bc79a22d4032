/** A place in the order of notices: a moment, and the id of a notice among those of that moment. */
export interface NoticePlace {
  readonly at: Date;
  readonly notice: string;
}
