// Subjects that tests, pictures and accounts know by their code.
import { codeOf } from "./codes.ts";
import type { CodeParts } from "./codes.ts";
import { CAST_NAMES } from "./text.ts";

/** One of the cast: its code and its registered name. */
export interface CastMember {
  readonly uscc: string;
  readonly name: string;
}

function member(name: string, body: string, parts: Partial<CodeParts> = {}): CastMember {
  return { uscc: codeOf({ pair: "91", region: "990100", body, ...parts }), name };
}

/**
 * The cast: always registered (but `provisional`), whatever the seed and the scale.
 * `known` has a permit of each state, penalties, an honour, a former name, a rating, commitments and an open question ·
 * `nothing` has nothing · `listed` stands on a serious-discredit list · `many` has 60 permits · `everything` has one
 * record of each kind · `provisional` was never registered · `unsound` has a code whose organisation code fails ·
 * `twins` bear one name. `enterprise`, `bank` and `subscriber` are the organisations of the demo accounts.
 */
export const demoCast = {
  known: { ...member(CAST_NAMES.known, "MA0XH005"), formerName: CAST_NAMES.knownFormer },
  enterprise: member(CAST_NAMES.enterprise, "MA0XH002"),
  bank: member(CAST_NAMES.bank, "MA0XH003"),
  subscriber: member(CAST_NAMES.subscriber, "MA0XH004"),
  shop: member(CAST_NAMES.shop, "MA0XH006", { pair: "92", region: "990101" }),
  nothing: member(CAST_NAMES.nothing, "MA0XH007"),
  long: member(CAST_NAMES.long, "MA0XH008"),
  listed: member(CAST_NAMES.listed, "MA0XH009"),
  many: member(CAST_NAMES.many, "MA0XH010"),
  everything: member(CAST_NAMES.everything, "MA0XH011"),
  provisional: member(CAST_NAMES.provisional, "MA0XH012"),
  unsound: member(CAST_NAMES.unsound, "MA0XH013", { isOrganisationUnsound: true }),
  twins: [member(CAST_NAMES.twin, "MA0XH014"), member(CAST_NAMES.twin, "MA0XH015")],
} as const satisfies Readonly<Record<string, (CastMember & { readonly formerName?: string }) | readonly CastMember[]>>;
