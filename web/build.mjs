// Builds the script of the page: `make page`. The first line of what is built names the sources it was built of.
import { createHash } from "node:crypto";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";

const here = new URL(".", import.meta.url);
const sources = ["package.json", ...readdirSync(new URL("src/", here)).sort().map((name) => `src/${name}`)];
const hash = createHash("sha256");
for (const name of sources) hash.update(readFileSync(new URL(name, here)));
const { outputFiles } = await build({
  absWorkingDir: here.pathname, entryPoints: ["src/main.js"], bundle: true, minify: true, format: "iife", target: "es2022", write: false, legalComments: "none", charset: "utf8",
});
// Within HTML a script must not hold what ends one.
const code = outputFiles[0].text.replaceAll("</script", "<\\/script").replaceAll("<!--", "<\\!--");
const banner = `/* built of web/src, sha256 ${hash.digest("hex").slice(0, 16)}; with MiniSearch 7.2.0, MIT, (c) Luca Ongaro */\n`;
writeFileSync(new URL("../src/consilience/publish/templates/report.js", here), banner + code);
console.log(`${(banner.length + code.length) / 1000} kB, ${gzipSync(banner + code).length / 1000} kB gzipped`);
