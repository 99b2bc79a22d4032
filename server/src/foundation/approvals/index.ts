export { approvalStands, decidedFor, propose } from "./service/decide.ts";
export { accountHandlers } from "./service/account.ts";
export type { ApprovalPorts, Handler, Handlers, Performed } from "./service/decide.ts";
export { addApprovalRoutes, presentProposal } from "./routes/approval-routes.ts";
export { addAccountRoutes } from "./routes/account-routes.ts";
export type { ApprovalRoutes } from "./routes/approval-routes.ts";
export { proposalSchema, waitsForSecondPerson } from "./schema.ts";
export type { ApprovalCommand, Asked, Proposal } from "./rules.ts";
export { approvalTexts, commandTexts } from "./text.ts";
