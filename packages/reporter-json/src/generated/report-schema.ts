// Written by `pnpm generate`; edit what it is made from instead.
/** JSON Schema (draft 2020-12) of a report in JSON; the package also ships it as `report.schema.json`. */
export const reportSchema: Readonly<Record<string, unknown>> = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  title: "ModelGauge report",
  description:
    "What one neural network costs, as `modelgauge analyze --reporter json` and `modelgauge batch` tell it. Members may be added without a new `reportVersion`.",
  type: "object",
  required: [
    "reportVersion",
    "generator",
    "model",
    "conventions",
    "coverage",
    "metrics",
    "totals",
    "layers",
    "tables",
    "hardware",
    "diagnostics",
  ],
  properties: {
    reportVersion: { description: "Changes when a member is removed or changes its meaning.", const: 1 },
    generator: {
      description: "What wrote the report.",
      type: "object",
      required: ["name", "version"],
      properties: { name: { type: "string" }, version: { type: "string" } },
    },
    model: {
      type: "object",
      required: ["name", "format", "source", "inputs", "outputs", "bindings"],
      properties: {
        name: { description: "The network's own name.", type: "string" },
        format: { description: "Id of the frontend that read it: `onnx`, `tfjs`, `dsl`.", type: "string" },
        source: { description: "The file's name, without its folder.", type: "string" },
        inputs: { type: "array", items: { $ref: "#/$defs/value" } },
        outputs: { type: "array", items: { $ref: "#/$defs/value" } },
        bindings: {
          description: "Numbers that the symbolic dims were given.",
          type: "object",
          additionalProperties: { $ref: "#/$defs/size" },
        },
        precision: {
          description: "The what-if element types that were asked for in place of the file's floating-point ones; absent where none were.",
          type: "object",
          properties: {
            weights: { type: "string" },
            activations: { type: "string" },
            layers: {
              description: "Those of some layers; of several for the same layer, the last counts.",
              type: "array",
              items: {
                type: "object",
                required: ["pattern"],
                properties: {
                  pattern: {
                    description: "A layer's name, its module path and name joined by dots, or its type; `*` stands for any characters.",
                    type: "string",
                  },
                  weights: { type: "string" },
                  activations: { type: "string" },
                },
              },
            },
          },
        },
      },
    },
    conventions: {
      description: "The counting conventions that the metrics follow: number → what it says.",
      type: "object",
      additionalProperties: { type: "string" },
    },
    coverage: {
      description: "How much of the network is described. Layers of bodies count.",
      type: "object",
      required: ["layers", "described", "undescribed"],
      properties: {
        layers: { $ref: "#/$defs/size" },
        described: { $ref: "#/$defs/size" },
        undescribed: {
          type: "array",
          items: {
            type: "object",
            required: ["operator", "layers"],
            properties: {
              operator: { description: "As the source calls it: `com.acme::Foo`.", type: "string" },
              layers: { $ref: "#/$defs/size" },
            },
          },
        },
      },
    },
    metrics: {
      description: "What each metric's figures are: metric → title and figures.",
      type: "object",
      additionalProperties: {
        type: "object",
        required: ["title", "figures"],
        properties: {
          title: { type: "string" },
          figures: {
            type: "object",
            additionalProperties: {
              type: "object",
              required: ["unit", "description"],
              properties: { unit: { type: "string" }, description: { type: "string" } },
            },
          },
        },
      },
    },
    totals: { description: "Figures of the whole network.", $ref: "#/$defs/totals" },
    layers: { description: "In execution order.", type: "array", items: { $ref: "#/$defs/layer" } },
    tables: { $ref: "#/$defs/tables" },
    hardware: {
      description: "Figures of the network on each device that was asked for.",
      type: "array",
      items: {
        type: "object",
        required: ["id", "name", "totals", "layers", "tables"],
        properties: {
          id: { type: "string" },
          name: { type: "string" },
          totals: { $ref: "#/$defs/totals" },
          layers: {
            description:
              "In the order of the report's layers, those of bodies after the layer that holds them; only layers of which a metric says something.",
            type: "array",
            items: {
              type: "object",
              required: ["name", "metrics"],
              properties: {
                name: { type: "string" },
                metrics: {
                  type: "object",
                  additionalProperties: {
                    type: "object",
                    additionalProperties: {
                      anyOf: [{ $ref: "#/$defs/figure" }, { description: "A fact that is no figure.", type: "string" }],
                    },
                  },
                },
              },
            },
          },
          tables: { $ref: "#/$defs/tables" },
        },
      },
    },
    diagnostics: {
      description: "What must be known of a network that was understood in part, or under an assumption.",
      type: "array",
      items: {
        type: "object",
        required: ["severity", "code", "message"],
        properties: {
          severity: { enum: ["warning", "info"] },
          code: { type: "string" },
          message: { type: "string" },
          layer: { description: "Name of the layer that it is about.", type: "string" },
          hardware: { description: "Id of the device that it is about.", type: "string" },
        },
      },
    },
  },
  $defs: {
    size: { description: "A whole number from 0; above 2^53, rounded.", type: "integer", minimum: 0 },
    status: {
      description: "How far a number is to be trusted: exact; an upper or lower bound; neither exact nor a bound; no number.",
      enum: ["exact", "at-most", "at-least", "estimate", "unknown"],
    },
    figure: {
      type: "object",
      required: ["value", "status"],
      oneOf: [
        { properties: { value: { type: "number" }, status: { enum: ["exact", "at-most", "at-least", "estimate"] } } },
        { properties: { value: { type: "null" }, status: { const: "unknown" } } },
      ],
    },
    totals: {
      description: "metric → figure → value, unit and status.",
      type: "object",
      additionalProperties: {
        type: "object",
        additionalProperties: {
          $ref: "#/$defs/figure",
          required: ["unit"],
          properties: { unit: { description: "`MAC`, `parameters`, `bytes`, `s`, `J`, …", type: "string" } },
        },
      },
    },
    tables: {
      description: "What metrics tell beside figures: metric → table name → table.",
      type: "object",
      additionalProperties: {
        type: "object",
        additionalProperties: {
          type: "object",
          required: ["title", "columns", "rows"],
          properties: {
            title: { type: "string" },
            columns: {
              type: "array",
              items: {
                type: "object",
                required: ["name", "description"],
                properties: {
                  name: { type: "string" },
                  unit: { description: "Of the column's figures; absent for text.", type: "string" },
                  description: { type: "string" },
                },
              },
            },
            rows: {
              type: "array",
              items: {
                description: "A cell for each column.",
                type: "array",
                items: { anyOf: [{ type: ["string", "null"] }, { $ref: "#/$defs/figure" }] },
              },
            },
          },
        },
      },
    },
    value: {
      description: "A tensor, or a value of another kind.",
      type: "object",
      required: ["name"],
      properties: {
        name: { type: "string" },
        role: {
          description: "Of a stored tensor: what it is to the network.",
          enum: ["input", "weight", "bias", "buffer", "constant", "activation"],
        },
      },
      oneOf: [
        {
          required: ["dtype", "shape"],
          properties: {
            dtype: { $ref: "#/$defs/dtype" },
            shape: { type: "array", items: { $ref: "#/$defs/size" } },
            status: { description: "Where the sizes are not exact.", $ref: "#/$defs/status" },
            kind: false,
          },
        },
        { required: ["kind"], properties: { kind: { enum: ["sequence", "optional", "map", "unknown"] }, dtype: false, shape: false } },
      ],
    },
    dtype: {
      enum: [
        "float64",
        "float32",
        "float16",
        "bfloat16",
        "float8e4m3fn",
        "float8e4m3fnuz",
        "float8e5m2",
        "float8e5m2fnuz",
        "float8e8m0",
        "float6e2m3",
        "float6e3m2",
        "float4e2m1",
        "int64",
        "int32",
        "int16",
        "int8",
        "int4",
        "int2",
        "uint64",
        "uint32",
        "uint16",
        "uint8",
        "uint4",
        "uint2",
        "bool",
        "complex64",
        "complex128",
        "string",
      ],
    },
    layer: {
      type: "object",
      required: ["name", "type", "origin", "path", "attributes", "inputs", "weights", "outputs", "metrics"],
      properties: {
        name: { description: "Unique in its graph.", type: "string" },
        type: { description: "The layer type; of a layer that nothing describes, the source's operator.", type: "string" },
        origin: {
          description: "What the source calls the layer.",
          type: "object",
          required: ["format", "operator", "name"],
          properties: {
            format: { type: "string" },
            operator: { type: "string" },
            name: { description: "The same for all layers that one of the source's became.", type: "string" },
          },
        },
        path: { description: "Where the layer sits in the module tree, outermost first.", type: "array", items: { type: "string" } },
        attributes: { description: "As the layer type names them. Infinities and NaN are strings.", type: "object" },
        inputs: {
          description: "Names of the inputs; null where an optional one is left out.",
          type: "array",
          items: { type: ["string", "null"] },
        },
        weights: {
          description: "Stored tensors that the layer holds.",
          type: "array",
          items: { $ref: "#/$defs/value", required: ["role"] },
        },
        outputs: { type: "array", items: { $ref: "#/$defs/value" } },
        metrics: {
          description: "metric → figure → value and status; a layer that holds bodies counts them. Units stand in the report's `metrics`.",
          type: "object",
          additionalProperties: { type: "object", additionalProperties: { $ref: "#/$defs/figure" } },
        },
        bodies: {
          description: "Graphs that the layer runs.",
          type: "array",
          items: {
            type: "object",
            required: ["name", "runs", "status", "alternative", "layers"],
            properties: {
              name: { type: "string" },
              runs: { description: "How often one run of the layer runs it.", type: "number" },
              status: { description: "How surely `runs` is known.", $ref: "#/$defs/status" },
              alternative: { description: "Whether at most one of the layer's alternatives runs.", type: "boolean" },
              layers: { type: "array", items: { $ref: "#/$defs/layer" } },
            },
          },
        },
      },
    },
  },
};
