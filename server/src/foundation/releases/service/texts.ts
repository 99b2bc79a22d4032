// The texts of the policy of today, for whoever drafts the next one.
import { granted, refused } from "../../../kernel/refusal.ts";
import type { Outcome } from "../../../kernel/refusal.ts";
import { policyTexts } from "../../../policy/policy-files.ts";
import type { PolicyText } from "../../../policy/policy-files.ts";
import type { SignedIn } from "../../accounts/index.ts";
import { mayBeDrafted, mayReadDrafts } from "../rules/draft.ts";
import { layerOf } from "../rules/release.ts";
import { standingReleases } from "../store/releases.ts";
import type { ReleasePorts } from "./judge.ts";

/** Files of the policy of today that a draft may bring anew. Refuses what `mayReadDrafts` refuses. */
export async function readTexts(ports: ReleasePorts, by: SignedIn): Promise<Outcome<readonly PolicyText[]>> {
  const may = mayReadDrafts(by);
  if (!may.ok) return may;
  const today = ports.clock.today();
  const standing = await ports.db.read(standingReleases);
  const overlays = standing.map(layerOf).filter(({ effective }) => effective <= today);
  return granted(policyTexts({ ...ports.base, overlays }).filter(({ path }) => mayBeDrafted(path)));
}

/** One of them. Refuses `releases.unknown-text`. */
export async function readText(
  ports: ReleasePorts,
  by: SignedIn,
  asked: Pick<PolicyText, "layer" | "path">,
): Promise<Outcome<PolicyText>> {
  const texts = await readTexts(ports, by);
  if (!texts.ok) return texts;
  const one = texts.value.find(({ layer, path }) => layer === asked.layer && path === asked.path);
  return one === undefined ? refused({ code: "releases.unknown-text", kind: "absent" }) : granted(one);
}
