export type { Network, NetworkFigures, NetworkMetadata } from "./network.ts";
export * from "./generated/networks.ts";
