import type { NodeProto } from "./proto/model-proto.ts";

/**
 * Where a node sits in the module tree: from what the PyTorch exporter notes in its metadata (`pkg.torch.onnx.name_scopes`, a list of
 * nested names; `namespace`, names with their classes), else from the slashes of its name. The node's own name is no module.
 */
export function modulePath(node: NodeProto): readonly string[] {
  const metadata = new Map(node.metadataProps.map(({ key, value }) => [key, value]));
  const scopes = metadata.get("pkg.torch.onnx.name_scopes");
  if (scopes !== undefined) return fromScopes(quotedNames(scopes).slice(0, -1));
  const namespace = metadata.get("namespace");
  if (namespace !== undefined) return fromNamespace(namespace);
  return node.name
    .split("/")
    .slice(0, -1)
    .filter((step) => step !== "");
}

/** `['', 'layer1', 'layer1.0', 'conv2d']`: each scope repeats the one around it. */
function fromScopes(scopes: readonly string[]): readonly string[] {
  const path: string[] = [];
  let outer = "";
  for (const scope of scopes) {
    if (scope === "") continue;
    path.push(outer !== "" && scope.startsWith(`${outer}.`) ? scope.slice(outer.length + 1) : scope);
    outer = scope;
  }
  return path;
}

/** `: torchvision.ResNet/layer1: torch.nn.Sequential/layer1.0: torchvision.BasicBlock/conv2d: aten.conv2d.default` */
function fromNamespace(namespace: string): readonly string[] {
  return fromScopes(
    namespace
      .split("/")
      .slice(0, -1)
      .map((step) => step.split(":", 1)[0]!.trim()),
  );
}

function quotedNames(list: string): readonly string[] {
  return [...list.matchAll(/'([^']*)'|"([^"]*)"/g)].map((match) => match[1] ?? match[2] ?? "");
}
