/** Colours by class, on light and on dark paper. The numbered ones tell up to eight things apart, by most kinds of colour vision too. */
const COLOURS: Readonly<Record<string, readonly [light: string, dark: string]>> = {
  paper: ["#ffffff", "#0d1117"],
  ink: ["#1f2328", "#e6edf3"],
  muted: ["#59636e", "#9198a1"],
  faint: ["#d8dee4", "#2b323b"],
  compute: ["#0b62c4", "#58a6ff"],
  memory: ["#b4480a", "#f0883e"],
  series0: ["#0072b2", "#56b4e9"],
  series1: ["#c25a00", "#f5a35c"],
  series2: ["#007f5f", "#2fc39a"],
  series3: ["#a3388b", "#e08bc6"],
  series4: ["#8a6d00", "#e0c341"],
  series5: ["#4b3fb5", "#a59cf5"],
  series6: ["#b3261e", "#ff8f85"],
  series7: ["#3d6e70", "#8fc7c9"],
};

/** How many series have a colour of their own. */
export const SERIES = 8;

function rules(scheme: 0 | 1): string {
  return Object.entries(COLOURS)
    .map(([name, colours]) => `.modelgauge-plot .${name}{color:${colours[scheme]}}`)
    .concat(`.modelgauge-plot .over{stroke:${COLOURS["paper"]![scheme]}}`)
    .join("");
}

/** Style of all pictures: light, dark where the reader's system is, light on printed paper. Shapes take their class's colour by `currentColor`. */
export const STYLE: string =
  ".modelgauge-plot{max-width:100%;height:auto;font:15px system-ui,-apple-system,'Segoe UI',sans-serif}" +
  ".modelgauge-plot text{fill:currentColor}" +
  ".modelgauge-plot .heading{font-size:18px;font-weight:600}" +
  // Letters over lines have a rim of paper.
  ".modelgauge-plot .over{paint-order:stroke;stroke-width:4px;stroke-linejoin:round}" +
  rules(0) +
  `@media (prefers-color-scheme:dark){${rules(1)}}` +
  `@media print{${rules(0)}}`;
