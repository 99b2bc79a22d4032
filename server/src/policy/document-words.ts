/**
 * Words by which a row or a document shows what it is: the law's vocabulary and the habits of forms, as data.
 * Each list is matched on folded text (`kernel/fold`).
 */
export interface DocumentWords {
  /** A row with such a word in its first cells is the form's own instruction or sample, not data. */
  readonly templateRow: readonly string[];
  /** The document only announces a decision (a notice before it): it is not one. */
  readonly proposedDecision: readonly string[];
  /** The decision was made on the spot (行政处罚法 51). */
  readonly simpleProcedure: readonly string[];
  /** A cell that says "not stated". */
  readonly notStated: readonly string[];
  /** Counterpart categories (行政相对人类别) that mean a natural person. */
  readonly naturalPerson: readonly string[];
}
