import { openCharts } from '../../src/charts/open-charts.ts';
import { SAMPLES } from './sample-requests.ts';

/** Draws so many charts that a second worker helps; with `close` it closes the charts, with anything else it leaves them open. */
const charts = openCharts({ threads: 2 });
await Promise.all([SAMPLES.one, SAMPLES.trend, SAMPLES.balance].map(charts.draw));
process.stdout.write('drawn');
if (process.argv[2] === 'close') await charts.close();
