import { type Model, ModelGaugeError, type Source } from "@modelgauge/core";
import { declaredInput } from "./declared-types.ts";
import { FunctionTable } from "./function-table.ts";
import { type OnnxOperator, operatorId } from "./operator.ts";
import type { GraphProto, ModelProto } from "./proto/model-proto.ts";
import { isTrainable, RoleClaims } from "./roles.ts";
import { versionsOf, walkMainGraph } from "./walk-graph.ts";
import { inspectWeights, type WeightFindings } from "./weights/inspect-weights.ts";
import { storedProtos } from "./weights/stored-protos.ts";

/** The newest version of ai.onnx that the translators were written for. */
const NEWEST_OPSET = 28;

/**
 * A model from the structure of an ONNX file.
 *
 * @param source the file, whose weights may be looked into
 * @throws ModelGaugeError `onnx-malformed` when it contradicts itself
 */
export function onnxModel(
  proto: ModelProto & { readonly graph: GraphProto },
  name: string,
  translators: readonly OnnxOperator[],
  source?: Source,
): Model {
  const { graph } = proto;
  const operators = new Map(translators.map((operator) => [operatorId(operator), operator]));
  const functions = new FunctionTable(proto, operators);
  functions.checkExpansion(graph);
  const stored = new Set([...graph.initializer.map((tensor) => tensor.name), ...graph.sparseInitializer.map(({ values }) => values?.name)]);
  const inputs = graph.input.map((info) => declaredInput(info, stored.has(info.name)));
  const names = new Set<string>();
  const twice = inputs.find(({ name }) => names.size === names.add(name).size);
  if (twice !== undefined) throw new ModelGaugeError({ code: "onnx-malformed", message: `the graph has two inputs "${twice.name}"` });
  let found: WeightFindings = { nonzero: new Map(), diagnostics: [] };
  return {
    name: graph.name || name,
    format: "onnx",
    inputs,
    inspectWeights: async (inspection) => {
      found = await inspectWeights(storedProtos(proto), source, inspection);
    },
    build: (builder) => {
      for (const diagnostic of found.diagnostics) builder.diagnose(diagnostic);
      const versions = versionsOf(proto.opsetImport);
      const version = versions.get("");
      // Files of IR version 1 and 2 have no operator sets: they use version 1.
      if (version === undefined) {
        versions.set("", proto.irVersion < 3 ? 1 : NEWEST_OPSET);
        if (proto.irVersion >= 3 && graph.node.some(({ domain }) => domain === "" || domain === "ai.onnx")) {
          builder.diagnose({
            severity: "warning",
            code: "onnx-no-opset",
            message: `the model imports no version of ai.onnx: taken as ${NEWEST_OPSET}`,
          });
        }
      } else if (version > NEWEST_OPSET || version < 1) {
        builder.diagnose({
          severity: "warning",
          code: "onnx-opset",
          message: `the model imports version ${version} of ai.onnx; the newest that is known is ${NEWEST_OPSET}`,
        });
      }
      return walkMainGraph(
        graph,
        inputs,
        {
          operators,
          functions,
          claims: new RoleClaims(operators, functions),
          holdsLiterals: graph.initializer.some(isTrainable),
          nonzero: found.nonzero,
        },
        builder,
        versions,
      );
    },
  };
}
