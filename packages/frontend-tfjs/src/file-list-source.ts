import { type BlobLike, blobSource, ModelGaugeError, type Source } from "@modelgauge/core";

/** A file that a page's user has chosen or dropped. */
export interface ListedFile extends BlobLike {
  readonly name: string;
  /** With the folder that was chosen in front; empty where single files were. */
  readonly webkitRelativePath?: string;
}

/**
 * A source from files that a page's user has chosen: model.json, whose siblings are the other files.
 *
 * @throws ModelGaugeError `file-not-found` where none of them is JSON
 */
export function fileListSource(files: Iterable<ListedFile>): Source {
  const all = [...files].map((file) => ({ file, path: (file.webkitRelativePath || file.name).split("/") }));
  const candidates = all
    .filter(({ file }) => /\.json$/i.test(file.name))
    .toSorted((a, b) => Number(b.file.name === "model.json") - Number(a.file.name === "model.json") || a.path.length - b.path.length);
  const [model] = candidates;
  if (model === undefined) throw new ModelGaugeError({ code: "file-not-found", message: `none of ${all.length} files is a model.json` });
  const folder = model.path.slice(0, -1);
  const sibling = (wanted: string): Promise<Source | undefined> => {
    const steps = wanted.split("/").filter((step) => step !== "." && step !== "");
    if (steps.includes("..") || /^([a-z][a-z0-9+.-]*:|\/)/i.test(wanted)) {
      throw new ModelGaugeError({ code: "outside-folder", message: `"${wanted}" leads out of the model's folder` });
    }
    const path = [...folder, ...steps].join("/");
    // Single files have lost the folders that they were in.
    const found =
      all.find((each) => each.path.join("/") === path) ?? all.find(({ file }) => !file.webkitRelativePath && file.name === steps.at(-1));
    return Promise.resolve(found && blobSource(found.file, wanted));
  };
  return { ...blobSource(model.file, model.file.name), sibling };
}
