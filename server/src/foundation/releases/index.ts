export { keepSnapshot, keptSnapshot } from "./service.ts";
