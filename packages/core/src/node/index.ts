export { type FileSource, fileSource } from "./file-source.ts";
