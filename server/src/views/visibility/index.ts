export { publicity, readValidUntil } from "./rules/clock.ts";
export type { Publicity, PublicityFacts, PublicityReason } from "./rules/clock.ts";
export { admits, channelRules, fieldsOn, hasEnded, isPublicField, visible } from "./rules/channel.ts";
export type { ChannelRule, End, Grant, JudgedStatement, VisibilityQuestion } from "./rules/channel.ts";
export { compileChannel } from "./rules/compile.ts";
export type { CompiledChannel, CompileQuestion, VisibleRow } from "./rules/compile.ts";
export { providersOf } from "./rules/providers.ts";
export type { ProvidersOf } from "./rules/providers.ts";
export { nameByText } from "./store.ts";
