import { signNote, verifierOf, writeVerifierKey } from "@xinheng/log/note";
import type { NoteSigner } from "@xinheng/log/note";
import type { AuthorisationPorts } from "./ports.ts";

function signerOf({ keys, origin }: Pick<AuthorisationPorts, "keys" | "origin">): NoteSigner {
  const signer = keys.signer("authorisation");
  return { name: origin, publicKey: signer.publicKey, sign: (bytes) => signer.sign(bytes) };
}

/** The artefact's text with the platform's signature: the receipt that subject and grantee can check. */
export function signArtefact(ports: Pick<AuthorisationPorts, "keys" | "origin">, text: string): string {
  return signNote(text, [signerOf(ports)]);
}

/** The key by which anyone verifies artefacts, as text. */
export function authorisationKey(ports: Pick<AuthorisationPorts, "keys" | "origin">): string {
  return writeVerifierKey(verifierOf(signerOf(ports)));
}
