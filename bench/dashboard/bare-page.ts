// The baseline of the dashboard's pages: a table without style and plain charts, of the answers that the dashboard's page asks for.
import { Chart, LinearScale, LineController, LineElement, PointElement } from "chart.js";
import { decodeSeries } from "../../packages/dashboard/src/wire/series-format.ts";
import type { Asked } from "./load-page.ts";

Chart.register(LineController, LineElement, PointElement, LinearScale);

interface Row {
  readonly label: string;
  readonly judged?: { readonly best?: { readonly value: number } };
}

const { rowsPath, questions } = JSON.parse(document.querySelector("#asked")?.textContent ?? "") as {
  readonly rowsPath: string;
  readonly questions: readonly Asked[];
};

async function ask({ path, body }: Asked): Promise<Response> {
  const headers = { "content-type": "application/json" };
  return fetch(path, body === undefined ? {} : { method: "POST", body, headers });
}

async function list(): Promise<void> {
  const { rows } = (await (await fetch(rowsPath)).json()) as { readonly rows: readonly Row[] };
  const table = document.body.appendChild(document.createElement("table")).createTBody();
  for (const { label, judged } of rows) {
    const row = table.insertRow();
    row.insertCell().textContent = label;
    row.insertCell().textContent = String(judged?.best?.value ?? "");
  }
}

async function draw(question: Asked): Promise<void> {
  const { series } = decodeSeries(await (await ask(question)).arrayBuffer());
  for (const key of new Set(series.map((one) => one.key))) {
    const place = document.body.appendChild(document.createElement("div"));
    place.style.cssText = "width: 440px; height: 220px; display: inline-block";
    const canvas = place.appendChild(document.createElement("canvas"));
    new Chart(canvas, {
      type: "line",
      data: {
        datasets: series
          .filter((one) => one.key === key)
          .map(({ step, value }) => ({
            data: Array.from(step, (x, i) => ({ x, y: value[i] ?? Number.NaN })),
            borderWidth: 1,
          })),
      },
      options: {
        animation: false,
        parsing: false,
        normalized: true,
        events: [],
        maintainAspectRatio: false,
        elements: { point: { radius: 0 } },
        scales: { x: { type: "linear" }, y: { type: "linear" } },
        plugins: { legend: { display: false } },
      },
    });
  }
}

const isSeries = ({ path }: Asked) => path.startsWith("/api/series");
await Promise.all([
  list(),
  ...questions.map((one) => (isSeries(one) ? draw(one) : ask(one).then((a) => a.text()))),
]);
