import * as fs from "node:fs";
import { realpath, stat } from "node:fs/promises";
import { basename, dirname, isAbsolute, join, relative, sep } from "node:path";
import { promisify } from "node:util";
import { ModelGaugeError } from "../error/model-gauge-error.ts";
import type { Source } from "../source/source.ts";

// Descriptors rather than file handles: these warn when a program ends without closing them.
const [openFile, statFile, readFile, closeFile] = [promisify(fs.open), promisify(fs.fstat), promisify(fs.read), promisify(fs.close)];

/** A source that holds an open file, until it is closed or the program ends. */
export interface FileSource extends Source {
  close(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
}

/**
 * Opens a model file for random access. Siblings are read from the file's own folder tree only.
 *
 * @throws ModelGaugeError `file-not-found`, `not-a-file` or `unreadable`, naming the path as given
 */
export async function fileSource(path: string): Promise<FileSource> {
  return openWithin(path, basename(path), undefined);
}

async function openWithin(path: string, name: string, root: string | undefined): Promise<FileSource> {
  const descriptor = await openRegular(path);
  const { size } = await statFile(descriptor);
  const siblings: FileSource[] = [];
  let open = true;
  const close = async (): Promise<void> => {
    if (open) {
      open = false;
      await closeFile(descriptor);
    }
    await Promise.all(siblings.map((sibling) => sibling.close()));
  };
  return {
    name,
    size,
    read: async (offset, length) => {
      const buffer = new Uint8Array(Math.max(0, Math.min(length, size - offset)));
      let filled = 0;
      while (filled < buffer.byteLength) {
        const { bytesRead } = await readFile(descriptor, buffer, filled, buffer.byteLength - filled, offset + filled);
        if (bytesRead === 0) break;
        filled += bytesRead;
      }
      return buffer.subarray(0, filled);
    },
    sibling: async (wanted) => {
      const folder = root ?? (await realpath(dirname(path)));
      const target = await insideFolder(folder, join(await realpath(dirname(path)), ...checkedSteps(wanted)), wanted);
      if (target === undefined) return undefined;
      const source = await openWithin(target, wanted, folder);
      siblings.push(source);
      return source;
    },
    close,
    [Symbol.asyncDispose]: close,
  };
}

async function openRegular(path: string): Promise<number> {
  let stats;
  try {
    stats = await stat(path);
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code;
    const missing = code === "ENOENT" || code === "ENOTDIR" || code === "ERR_INVALID_ARG_VALUE";
    throw new ModelGaugeError({
      code: missing ? "file-not-found" : "unreadable",
      message: `${path}: ${missing ? "no such file" : `cannot be read (${code})`}`,
      cause,
    });
  }
  if (!stats.isFile())
    throw new ModelGaugeError({ code: "not-a-file", message: `${path}: is ${stats.isDirectory() ? "a folder" : "no regular file"}` });
  try {
    return await openFile(path, "r");
  } catch (cause) {
    throw new ModelGaugeError({ code: "unreadable", message: `${path}: cannot be read (${(cause as NodeJS.ErrnoException).code})`, cause });
  }
}

function checkedSteps(path: string): string[] {
  const steps = path.split(/[/\\]/);
  if (path.includes("\0") || isAbsolute(path) || /^[a-zA-Z][a-zA-Z0-9+.-]*:/.test(path) || path === "") throw outside(path);
  return steps;
}

async function insideFolder(folder: string, target: string, wanted: string): Promise<string | undefined> {
  const lexical = relative(folder, target);
  if (lexical === ".." || lexical.startsWith(`..${sep}`) || isAbsolute(lexical)) throw outside(wanted);
  let real: string;
  try {
    real = await realpath(target);
  } catch {
    return undefined;
  }
  if (real !== folder && !real.startsWith(folder.endsWith(sep) ? folder : folder + sep)) throw outside(wanted);
  return real;
}

function outside(path: string): ModelGaugeError {
  return new ModelGaugeError({ code: "outside-folder", message: `"${path}" leads out of the model's folder` });
}
