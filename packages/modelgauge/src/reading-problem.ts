/** Why a file cannot be read, in a clause. */
export function readingProblem({ code }: NodeJS.ErrnoException): string {
  if (code === "ENOENT") return "no such file";
  return code === "EISDIR" ? "is a folder" : `cannot be read (${code})`;
}

/** The code of an error that says so. */
export function readingCode({ code }: NodeJS.ErrnoException): "file-not-found" | "unreadable" {
  return code === "ENOENT" ? "file-not-found" : "unreadable";
}
