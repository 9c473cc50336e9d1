// Builds the states of the map: `make page`. Natural Earth 1:50m (public domain) by way of world-atlas.
// Lines are differences of hundredths of a degree: [longitude, latitude, then steps], so that they pack well.
import { readFileSync, writeFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import countries from "i18n-iso-countries";
import { feature } from "topojson-client";

const here = new URL(".", import.meta.url);
const world = JSON.parse(readFileSync(new URL("node_modules/world-atlas/countries-50m.json", here)));
const steps = (line) => {
  let [lastX, lastY] = [0, 0];
  return line.flatMap(([longitude, latitude], n) => {
    const [x, y] = [Math.round(longitude * 100), Math.round(latitude * 100)];
    const step = [x - lastX, y - lastY];
    if (n && !step[0] && !step[1]) return [];
    [lastX, lastY] = [x, y];
    return step;
  });
};
// Rings by ISO 3166-1 alpha-3, under "" those of territories that have no code.
const states = {};
for (const { id, geometry } of feature(world, world.objects.countries).features) {
  const polygons = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
  (states[countries.numericToAlpha3(id) ?? ""] ??= []).push(...polygons.flat().map(steps));
}
const sorted = Object.fromEntries(Object.entries(states).sort(([a], [b]) => (a < b ? -1 : 1)));
const packed = gzipSync(JSON.stringify(sorted), { level: 9 });
packed[9] = 255; // the machine it was packed on
writeFileSync(new URL("../src/consilience/publish/templates/outlines.json.gz", here), packed);
console.log(`${Object.keys(states).length} states, ${packed.length / 1000} kB`);
