import { accessTexts } from "../foundation/access/index.ts";
import { accountTexts } from "../foundation/accounts/index.ts";
import { approvalTexts } from "../foundation/approvals/index.ts";
import { clientTexts } from "../foundation/clients/index.ts";
import { endpointTexts } from "../foundation/endpoints/index.ts";
import { exportTexts } from "../foundation/exports/index.ts";
import { releaseTexts } from "../foundation/releases/index.ts";
import { catalogueTexts } from "../foundation/catalogue/index.ts";
import { openDataTexts } from "../views/open-data/index.ts";
import { searchTexts } from "../views/search/index.ts";
import { guidanceTexts } from "../views/guidance/index.ts";
import { figuresTexts } from "../views/figures/index.ts";
import { publicityTexts } from "../views/publicity/index.ts";
import { listingTexts } from "../views/listings/index.ts";
import { measureTexts } from "../views/measures/index.ts";
import { sharingTexts } from "../views/sharing/index.ts";
import type { RefusalTexts } from "../platform/http/problem.ts";
import { exchangeTexts } from "../platform/exchange/text.ts";
import { attachmentTexts } from "../records/attachments/index.ts";
import { authorisationTexts } from "../records/authorisation/index.ts";
import { repairTexts } from "../records/repair/index.ts";
import { objectionTexts } from "../records/objection/index.ts";
import { commitmentTexts } from "../records/commitment/index.ts";
import { connectorTexts } from "../records/connector/index.ts";
import { ingestTexts } from "../records/ingest/index.ts";
import { feedbackTexts } from "../records/feedback/index.ts";
import { listTexts } from "../records/lists/index.ts";
import { subscriptionTexts } from "../records/subscription/index.ts";
import { withdrawalTexts } from "../views/withdrawals/index.ts";
import { noticeTexts } from "../records/notices/index.ts";
import { keyTexts } from "../platform/keys/text.ts";
import { httpTexts } from "../platform/http/text.ts";
import { tabularText } from "../platform/tabular/text.ts";
import { mainTexts } from "./text.ts";

/** A file that cannot be read is refused with the place where reading stopped. */
const fileTexts: RefusalTexts = Object.fromEntries(
  Object.entries(tabularText).map(([code, { title, cure }]) => [code, { title, detail: "{place}", cure }]),
);

/** What people read about each refusal of the platform; one line a slice. */
export const refusalTexts: RefusalTexts = {
  ...httpTexts,
  ...keyTexts,
  ...mainTexts,
  ...accessTexts,
  ...accountTexts,
  ...approvalTexts,
  ...clientTexts,
  ...exportTexts,
  ...catalogueTexts,
  ...releaseTexts,
  ...attachmentTexts,
  ...authorisationTexts,
  ...objectionTexts,
  ...repairTexts,
  ...commitmentTexts,
  ...ingestTexts,
  ...noticeTexts,
  ...subscriptionTexts,
  ...endpointTexts,
  ...withdrawalTexts,
  ...listTexts,
  ...connectorTexts,
  ...exchangeTexts,
  ...searchTexts,
  ...publicityTexts,
  ...figuresTexts,
  ...guidanceTexts,
  ...openDataTexts,
  ...sharingTexts,
  ...listingTexts,
  ...measureTexts,
  ...feedbackTexts,
  ...fileTexts,
};
