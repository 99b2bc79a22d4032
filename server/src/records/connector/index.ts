export { startConnectors } from "./jobs.ts";
export type { Connectors, ConnectorSchedule, RunTold } from "./jobs.ts";
export { loadConnectors } from "./service/config.ts";
export { createGate } from "./service/gate.ts";
export type { ConnectorPorts } from "./service/ports.ts";
export { connectorTexts } from "./text.ts";
