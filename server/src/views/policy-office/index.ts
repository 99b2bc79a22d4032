export { runCases } from "./service/cases.ts";
