export { addAccount, authenticate, changeRole, createAccount, disableAccount } from "./service/account.ts";
export { closeAccount, findAccount } from "./service/account.ts";
export { bindIdentity, identityOf, personKeyOf, recognise } from "./service/person.ts";
export { expireStepUp, freeze, freezeOrganisation, freezingOf, unfreeze } from "./service/freeze.ts";
export { addMandate, endMandate, mandateFor, representativeDigest } from "./service/mandate.ts";
export { mayReadOwn } from "./service/own.ts";
export { noIdentity, openIdentity } from "./service/identity.ts";
export { initialiseInstance, readInstance } from "./service/instance.ts";
export { provideDemoAccounts } from "./service/demo.ts";
export { signInByToken, signInGuarded } from "./service/signed-in.ts";
export { createSignIn, signInEntitled, tokenWay } from "./routes.ts";
export type { RightsSignIn } from "./routes.ts";
export { addMemberRoutes } from "./routes/member-routes.ts";
export { addMandateRoutes } from "./routes/mandate-routes.ts";
export { addSessionRoutes } from "./routes/session-routes.ts";
export { addBundledRoutes } from "./routes/bundled-routes.ts";
export { addSignInRoutes } from "./routes/sign-in-routes.ts";
export { bearsSession, keepSessions, sessionWay } from "./routes/session-way.ts";
export { isSecondPerson, mayDo, ORGANISATION_KINDS, ROLES } from "./rules.ts";
export { isAdministrator, isSeparated } from "./rules/separation.ts";
export { mandateStands } from "./rules/mandate.ts";
export { requireStepUp } from "./rules/session.ts";
export { accountTexts } from "./text.ts";
export type { SignIn, SignInWay } from "./routes.ts";
export type {
  Account,
  Command,
  Instance,
  Organisation,
  OrganisationKind,
  Reach,
  Role,
  SignedIn,
  Via,
} from "./rules.ts";
export type { Freezing } from "./service/freeze.ts";
export type { Identity } from "./service/identity.ts";
export type { Mandate, MandateFacts, MandateScope } from "./rules/mandate.ts";
export type { NewMandate } from "./service/mandate.ts";
export type { RepresentativeOf } from "./service/ports.ts";
export type { Admission, Author, Change, Credentials, NewAccount } from "./service/account.ts";
