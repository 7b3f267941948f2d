import { Chart, LinearScale, LogarithmicScale } from "chart.js";

// Lines are drawn by a plugin.
Chart.register(LinearScale, LogarithmicScale);

export { Chart };
