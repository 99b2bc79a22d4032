export { authenticate, createAccount, disableAccount, findAccount } from "./service/account.ts";
export { initialiseInstance, readInstance } from "./service/instance.ts";
export { provideDemoAccounts } from "./service/demo.ts";
export { createSignIn } from "./routes.ts";
export { isSecondPerson, mayDo, ROLES } from "./rules.ts";
export { accountTexts } from "./text.ts";
export type { SignIn } from "./routes.ts";
export type { Account, Command, Instance, Organisation, Reach, Role } from "./rules.ts";
