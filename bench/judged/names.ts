import type { RealSubject } from "./register.ts";

/** All names of a register, folded, each with its subject: for walking over. */
export type Names = readonly (readonly [folded: string, code: string])[];

export interface Drawn {
  readonly text: string;
  /** Codes of the subjects that the text means: all that fit it when every name is looked at. */
  readonly meant: readonly string[];
}

/** The `at`-th query of a kind out of a subject; null where this subject gives none. */
export type Drawer = (subject: RealSubject, at: number) => Drawn | null;

/** Codes of the subjects of whose names one passes. */
export function codesWhere(names: Names, passes: (folded: string) => boolean): readonly string[] {
  return [...new Set(names.filter(([folded]) => passes(folded)).map(([, code]) => code))];
}
