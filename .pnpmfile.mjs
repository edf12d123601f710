// These packages of Node binaries state their platform as a string; pnpm reads lists, and would install the wrong ones.
export const hooks = {
  readPackage(manifest) {
    for (const field of ["os", "cpu"]) {
      if (typeof manifest[field] === "string") manifest[field] = [manifest[field]];
    }
    return manifest;
  },
};
