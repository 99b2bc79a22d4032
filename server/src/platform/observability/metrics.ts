/** Label values of one series, e.g. `{ outcome: "accepted" }`. They come from the program, never from a caller. */
export type Labels = Readonly<Record<string, string>>;

export interface Counter {
  /** Adds `by` (default 1, never negative). */
  add(labels?: Labels, by?: number): void;
}

export interface Histogram {
  /** Counts one observation, in the unit that the name says. */
  observe(value: number, labels?: Labels): void;
}

/** Counts and distributions of this process. Names follow Prometheus: `xinheng_ingest_rows_total`, `…_seconds`. */
export interface Metrics {
  counter(metric: Described): Counter;
  /** `bounds` are the upper ends of the buckets, rising; +Inf is added. */
  histogram(metric: Described & { readonly bounds: readonly number[] }): Histogram;
  /** Everything in Prometheus text format 0.0.4. */
  text(): string;
}

export interface Described {
  readonly name: string;
  readonly help: string;
}

/** Series of one metric; further label sets are counted together as `other`, so that no caller can fill the memory. */
const seriesMax = 500;
const overflow: Labels = { other: "true" };

interface Distribution {
  readonly labels: Labels;
  readonly buckets: number[];
  sum: number;
  count: number;
}

/** Opens an empty registry. Asking twice for a name, or for a name that is none, throws. */
export function createMetrics(): Metrics {
  const metrics = new Map<string, () => string[]>();
  const register = ({ name, help }: Described, type: string, lines: () => string[]): void => {
    if (!/^[a-z][a-z0-9_]*$/.test(name)) throw new RangeError(`metric name: ${name}`);
    if (metrics.has(name)) throw new Error(`metric ${name} exists`);
    const head = [`# HELP ${name} ${help.replaceAll("\\", "\\\\").replaceAll("\n", "\\n")}`, `# TYPE ${name} ${type}`];
    metrics.set(name, () => [...head, ...lines()]);
  };
  return {
    counter: (metric) => {
      const series = new Map<string, number>();
      register(metric, "counter", () => [...series].map(([labels, count]) => `${metric.name}${labels} ${count}`));
      return {
        add: (labels = {}, by = 1) => {
          if (!(by >= 0)) throw new RangeError(`${metric.name}: a counter only rises`);
          const key = seriesKey(series, labels);
          series.set(key, (series.get(key) ?? 0) + by);
        },
      };
    },
    histogram: (metric) => {
      const series = new Map<string, Distribution>();
      register(metric, "histogram", () => [...series.values()].flatMap((one) => distributionLines(metric, one)));
      return {
        observe: (value, labels = {}) => {
          const key = seriesKey(series, labels);
          const known = series.get(key) ?? emptyDistribution(series, labels, metric.bounds.length);
          series.set(key, known);
          count(known, metric.bounds, value);
        },
      };
    },
    text: () => [...metrics.values()].flatMap((lines) => lines()).join("\n") + "\n",
  };
}

function seriesKey(series: ReadonlyMap<string, unknown>, labels: Labels): string {
  const key = written(labels);
  return series.has(key) || series.size < seriesMax ? key : written(overflow);
}

function emptyDistribution(series: ReadonlyMap<string, unknown>, labels: Labels, buckets: number): Distribution {
  const kept = series.size < seriesMax ? labels : overflow;
  return { labels: kept, buckets: new Array<number>(buckets).fill(0), sum: 0, count: 0 };
}

function count(distribution: Distribution, bounds: readonly number[], value: number): void {
  distribution.sum += value;
  distribution.count += 1;
  const at = bounds.findIndex((bound) => value <= bound);
  if (at !== -1) distribution.buckets[at] = (distribution.buckets[at] ?? 0) + 1;
}

function distributionLines(
  metric: Described & { readonly bounds: readonly number[] },
  { labels, buckets, sum, count: all }: Distribution,
): string[] {
  let upTo = 0;
  const lines = metric.bounds.map((bound, index) => {
    upTo += buckets[index] ?? 0;
    return `${metric.name}_bucket${written({ ...labels, le: String(bound) })} ${upTo}`;
  });
  return [
    ...lines,
    `${metric.name}_bucket${written({ ...labels, le: "+Inf" })} ${all}`,
    `${metric.name}_sum${written(labels)} ${sum}`,
    `${metric.name}_count${written(labels)} ${all}`,
  ];
}

function written(labels: Labels): string {
  const parts = Object.entries(labels).map(([name, value]) => `${name}="${escapeLabel(value)}"`);
  return parts.length === 0 ? "" : `{${parts.join(",")}}`;
}

function escapeLabel(value: string): string {
  return value.replaceAll("\\", "\\\\").replaceAll('"', '\\"').replaceAll("\n", "\\n");
}
