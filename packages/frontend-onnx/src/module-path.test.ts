import { describe, expect, it } from "vitest";
import { modulePath } from "./module-path.ts";
import type { NodeProto } from "./proto/model-proto.ts";

function node(name: string, metadata: Readonly<Record<string, string>> = {}): NodeProto {
  const metadataProps = Object.entries(metadata).map(([key, value]) => ({ key, value }));
  return { name, metadataProps } as unknown as NodeProto;
}

describe("modulePath", () => {
  it("reads the slashes of a node's name; the last step is the node", () => {
    expect(modulePath(node("/layer1/layer1.0/conv1/Conv"))).toEqual(["layer1", "layer1.0", "conv1"]);
  });

  it("finds no module for a plain name, or none at all", () => {
    expect(modulePath(node("Conv_0"))).toEqual([]);
    expect(modulePath(node(""))).toEqual([]);
  });

  it("reads the exporter's nested scopes, each without what it repeats of the one around it", () => {
    const scopes = "['', 'layer1', 'layer1.0', 'layer1.0.conv1', 'conv2d_1']";
    expect(modulePath(node("node_conv2d_1", { "pkg.torch.onnx.name_scopes": scopes }))).toEqual(["layer1", "0", "conv1"]);
  });

  it("reads the exporter's namespace, without classes", () => {
    const namespace = ": torchvision.ResNet/layer1: torch.nn.Sequential/layer1.0: torchvision.BasicBlock/conv2d: aten.conv2d.default";
    expect(modulePath(node("node_conv2d", { namespace }))).toEqual(["layer1", "0"]);
  });
});
