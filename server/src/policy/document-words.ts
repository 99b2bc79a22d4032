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
  /** Heads of state and scope columns (2016: CF_ZT, CF_SYFW) that no field takes in. */
  readonly heldColumns: readonly string[];
  /** What such a column says of an ordinary, public record; anything else is a question for a person. */
  readonly heldQuiet: readonly string[];
  /** What an old platform writes beside a record that it shows. */
  readonly carriedShown: readonly string[];
  /** Beside one that was repaired (信用修复). */
  readonly carriedRepaired: readonly string[];
  /** Beside one that it no longer shows for another reason. */
  readonly carriedTakenDown: readonly string[];
  /** Beside one whose decision was quashed or withdrawn by its authority. */
  readonly carriedQuashed: readonly string[];
  /** Beside one that is contested. */
  readonly carriedDisputed: readonly string[];
  /** Parts of heads under which an old platform keeps scores: such a column is never taken over. */
  readonly scoreHeads: readonly string[];
}
