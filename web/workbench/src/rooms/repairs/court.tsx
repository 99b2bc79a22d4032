import type { ReactNode } from "react";
import { DayField, TextField } from "../../ui/field.tsx";
import { repairsText } from "./text.ts";

const text = repairsText.apply;

export interface Court {
  readonly documentNo: string;
  readonly from: string;
  readonly through: string;
}
export const noCourt: Court = { documentNo: "", from: "", through: "" };
export const isWhole = (court: Court): boolean => Object.values(court).every((one: string) => one.trim() !== "");

/** A court's ruling that approves a plan or a settlement. */
export function CourtFields({
  court,
  set,
}: {
  readonly court: Court;
  readonly set: (court: Court) => void;
}): ReactNode {
  return (
    <>
      <TextField
        label={text.courtNo}
        value={court.documentNo}
        onChange={(documentNo) => set({ ...court, documentNo })}
        required
      />
      <DayField label={text.from} value={court.from} onChange={(from) => set({ ...court, from })} required />
      <DayField
        label={text.through}
        value={court.through}
        onChange={(through) => set({ ...court, through })}
        required
      />
    </>
  );
}
