import { accountTexts } from "../foundation/accounts/index.ts";
import { catalogueTexts } from "../foundation/catalogue/index.ts";
import type { RefusalTexts } from "../platform/http/problem.ts";
import { httpTexts } from "../platform/http/text.ts";
import { mainTexts } from "./text.ts";

/** What people read about each refusal of the platform; one line a slice. */
export const refusalTexts: RefusalTexts = {
  ...httpTexts,
  ...mainTexts,
  ...accountTexts,
  ...catalogueTexts,
};
