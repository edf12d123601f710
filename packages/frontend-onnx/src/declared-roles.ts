import { isFloatingPoint } from "@modelgauge/core";
import { dtypeOf } from "./proto/data-types.ts";
import type { GraphProto } from "./proto/model-proto.ts";
import type { Claim } from "./claim.ts";

/** Where PyTorch's exporter writes what each tensor of the graph is. */
const SIGNATURE = "pkg.torch.export.ExportedProgram.graph_signature";

/** `p_bias: PARAMETER target='bias'`; other kinds are activations. */
const ENTRY = /^\S+: (PARAMETER|BUFFER|CONSTANT_TENSOR) target='([^']*)'/gmu;

/**
 * Lets what the file itself says of its initializers count before what their use implies. A parameter is trained, whatever its size; a
 * buffer or constant is not, but may be a running statistic. Quantised weights are held as buffers, so that of integers use tells more.
 */
export function withDeclaredRoles(claims: ReadonlyMap<string, Claim>, graph: GraphProto): ReadonlyMap<string, Claim> {
  const signature = graph.metadataProps.find(({ key }) => key === SIGNATURE)?.value;
  if (signature === undefined) return claims;
  const kinds = new Map([...signature.matchAll(ENTRY)].map(([, kind, name]) => [name!, kind!]));
  const result = new Map(claims);
  for (const { name, dataType } of graph.initializer) {
    const kind = kinds.get(name);
    const dtype = dtypeOf(dataType);
    if (kind === undefined || dtype === undefined || !isFloatingPoint(dtype)) continue;
    const claim = claims.get(name);
    if (kind === "PARAMETER") result.set(name, claim === "bias" ? claim : "weight");
    else result.set(name, claim === "buffer" ? claim : "setting");
  }
  return result;
}
