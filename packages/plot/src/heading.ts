import { element, text } from "./svg.ts";

/** The words above a picture. */
export function heading(title: string, subtitle: string): string {
  return [
    element("text", { class: "ink heading", x: 16, y: 26 }, text(title)),
    element("text", { class: "muted", x: 16, y: 46 }, text(subtitle)),
  ].join("");
}
