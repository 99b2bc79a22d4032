import type { ReactNode } from "react";
import { partsText } from "./text.ts";

export function Loading(): ReactNode {
  return (
    <p className="meta loading" role="status">
      {partsText.loading}
    </p>
  );
}
