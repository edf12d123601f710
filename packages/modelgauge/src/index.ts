export { type Config, defineConfig } from "./config.ts";
export { defaultPlugins } from "./default-plugins.ts";
