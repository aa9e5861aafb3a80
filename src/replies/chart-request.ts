/** Parts every chart has. All text arrives ready to show (Vietnamese, decimal comma, dd/mm/yyyy): charts add no words. */
export type ChartFrame = {
  /** The finding itself: "5/8 huyện vượt 1%". */
  readonly title: string;
  /** What is shown: "Tỷ lệ hồ sơ trễ hạn (%), UBND cấp huyện, năm 2023". */
  readonly subtitle: string;
  /** "Nguồn: Báo cáo 55/BC-UBND, Phụ lục 2 · số liệu đến 14/12/2023". */
  readonly source: string;
};

/** A horizontal or vertical reference: a limit ("1%") or the middle of a target. `value` in the unit of the bars. */
export type ChartLine = { readonly value: number; readonly label: string };

/** One bar. `value` null = no figure: a gap with `valueLabel` ("chưa có số liệu") and never a zero bar. */
export type ChartBar = {
  readonly label: string;
  readonly value: number | null;
  /** Written at the end of the bar: "0,77%". */
  readonly valueLabel: string;
  /** Smaller, beside it: "109/14.114"; empty for none. */
  readonly detail: string;
  /** The agency that was asked about. */
  readonly marked: boolean;
};

/** How a segment of a composition is meant; the charts choose colours and hatching that survive grey print. */
export type Tone = 'incoming' | 'good' | 'late' | 'waiting' | 'unknown';

/**
 * What to draw. `ranking`: horizontal bars, best read top down, up to some 30. `byField`: the same for fields
 * (long labels). `target`: bars against a band from..to. `comparison`: bars side by side per group.
 * `trend`: a line over periods. `composition`: stacked bars of counts.
 */
export type ChartRequest =
  | (ChartFrame & {
      readonly kind: 'ranking' | 'byField';
      readonly bars: readonly ChartBar[];
      readonly limit: ChartLine | null;
    })
  | (ChartFrame & {
      readonly kind: 'target';
      readonly bars: readonly ChartBar[];
      readonly target: {
        readonly from: number;
        readonly to: number;
        readonly label: string;
      } | null;
    })
  | (ChartFrame & {
      readonly kind: 'comparison';
      readonly groups: readonly { readonly label: string; readonly bars: readonly ChartBar[] }[];
      readonly limit: ChartLine | null;
    })
  | (ChartFrame & {
      readonly kind: 'trend';
      readonly points: readonly {
        readonly label: string;
        readonly value: number | null;
        readonly valueLabel: string;
        /** The line comes to this point from the one before: the two can be compared. */
        readonly joined: boolean;
      }[];
      readonly limit: ChartLine | null;
    })
  | (ChartFrame & {
      readonly kind: 'composition';
      readonly bars: readonly {
        readonly label: string;
        readonly total: string;
        readonly segments: readonly {
          readonly label: string;
          readonly value: number;
          readonly valueLabel: string;
          readonly tone: Tone;
        }[];
      }[];
    });

export type ChartKind = ChartRequest['kind'];

/** Draws a chart to PNG bytes. Rejects when it cannot be drawn; the text goes out all the same. */
export type DrawChart = (request: ChartRequest) => Promise<Uint8Array>;
