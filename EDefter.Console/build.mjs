// Checks the types and bundles the console into dist/: one page, one script, one style sheet, the fonts. Run by the .NET build when a source changed.
import { execFileSync } from "node:child_process";
import { copyFile, mkdir, rm } from "node:fs/promises";
import { build } from "esbuild";

const fonts = "node_modules/@fontsource-variable/source-sans-3/files/source-sans-3-";
const plain = [
  ["src/index.html", "index.html"],
  ["src/icon.svg", "icon.svg"],
  [`${fonts}latin-wght-normal.woff2`, "text-latin.woff2"],
  [`${fonts}latin-ext-wght-normal.woff2`, "text-latin-ext.woff2"],
];

try {
  execFileSync(process.execPath, ["node_modules/typescript/bin/tsc", "--project", "."], { stdio: "inherit" });
} catch {
  process.exit(1); // The compiler has said what is wrong.
}
await rm("dist", { recursive: true, force: true });
await mkdir("dist");
await build({
  entryPoints: [
    { in: "src/main.tsx", out: "console" },
    { in: "src/styles/main.css", out: "console" },
  ],
  outdir: "dist",
  bundle: true,
  minify: true,
  format: "esm",
  target: ["chrome123", "firefox120", "safari17.5"],
  jsx: "automatic",
  jsxImportSource: "preact",
  external: ["*.woff2"],
  legalComments: "none",
  charset: "utf8",
  logLevel: "warning",
});
for (const [from, to] of plain) await copyFile(from, `dist/${to}`);
