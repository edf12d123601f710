import type { Plugin } from "@modelgauge/core";
import dsl from "@modelgauge/frontend-dsl";
import onnx from "@modelgauge/frontend-onnx";
import tfjs from "@modelgauge/frontend-tfjs";
import amd from "@modelgauge/hardware-amd";
import apple from "@modelgauge/hardware-apple";
import armMcu from "@modelgauge/hardware-arm-mcu";
import aws from "@modelgauge/hardware-aws";
import edgeNpu from "@modelgauge/hardware-edge-npu";
import espressif from "@modelgauge/hardware-espressif";
import google from "@modelgauge/hardware-google";
import intel from "@modelgauge/hardware-intel";
import nvidia from "@modelgauge/hardware-nvidia";
import qualcomm from "@modelgauge/hardware-qualcomm";
import raspberryPi from "@modelgauge/hardware-raspberry-pi";
import layers from "@modelgauge/layers";
import activations from "@modelgauge/metric-activations";
import energy from "@modelgauge/metric-energy";
import latency from "@modelgauge/metric-latency";
import macs from "@modelgauge/metric-macs";
import memory from "@modelgauge/metric-memory";
import modelSize from "@modelgauge/metric-model-size";
import ops from "@modelgauge/metric-ops";
import params from "@modelgauge/metric-params";
import plot from "@modelgauge/plot";
import json from "@modelgauge/reporter-json";
import markdown from "@modelgauge/reporter-markdown";

/** What the CLI works with, before what a config file and `--plugin` add. Metrics stand in reports in this order. */
export const defaultPlugins: readonly Plugin[] = [
  layers,
  onnx,
  dsl,
  tfjs,
  params,
  macs,
  ops,
  activations,
  modelSize,
  memory,
  latency,
  energy,
  amd,
  apple,
  armMcu,
  aws,
  edgeNpu,
  espressif,
  google,
  intel,
  nvidia,
  qualcomm,
  raspberryPi,
  json,
  markdown,
  plot,
];
