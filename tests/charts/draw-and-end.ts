import { openCharts } from '../../src/charts/open-charts.ts';
import { SAMPLES } from './sample-requests.ts';

/** Draws one chart; with `close` it closes the charts, with anything else it leaves them open. */
const charts = openCharts();
await charts.draw(SAMPLES.one);
process.stdout.write('drawn');
if (process.argv[2] === 'close') await charts.close();
