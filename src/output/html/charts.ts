// Drawings by ECharts, without a browser. Colours are the page's own, so that they follow light and dark.
import "echarts/lib/chart/bar";
import "echarts/lib/chart/line";
import "echarts/lib/chart/sankey";
import "echarts/lib/chart/scatter";
import "echarts/lib/component/grid";
import "echarts/lib/component/legend";
import "echarts/lib/component/markLine";
import { init, use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import { escapeInvisible } from "../escape.ts";
import { englishOutput, type OutputWords } from "../words.ts";
import type { Bubbles, Curve, Drawing, Flows, Lines, Unit, Waterfall } from "./page.ts";

use([SVGRenderer]);

/** An option of the library; what is in it is checked by the drawings' tests, its own types are wider than any check. */
type Option = Readonly<Record<string, unknown>>;

/** Below this a drawing is narrow: fewer ticks, shorter words. */
const narrowBelow = 500;

/** The drawing as SVG text. */
export function drawSvg(drawing: Drawing, width: number, words: AxisWords = englishOutput): string {
  const isNarrow = width < narrowBelow;
  const chart = init(null, null, {
    renderer: "svg",
    ssr: true,
    width,
    height: drawing.kind === "flows" || drawing.kind === "bubbles" ? 400 : 320,
  });
  try {
    chart.setOption({
      animation: false,
      textStyle: { fontFamily: "inherit", fontSize: fontSize },
      ...optionOf(drawing, isNarrow, words),
    });
    return chart.renderToSVGString();
  } finally {
    chart.dispose();
  }
}

const fontSize = 12;
const ink = "var(--ink)";
const soft = "var(--soft)";
const line = "var(--line)";

const seriesColours = ["var(--one)", "var(--two)", "var(--three)"];

const toneColours = {
  good: "var(--good)",
  fair: "var(--fair)",
  weak: "var(--weak)",
  bad: "var(--bad)",
  plain: "var(--plain)",
} as const;

/** Nothing changes under the pointer: the drawing has no script of its own. */
const still = { emphasis: { disabled: true } };

function optionOf(drawing: Drawing, isNarrow: boolean, words: AxisWords): Option {
  switch (drawing.kind) {
    case "lines":
      return linesOption(drawing, isNarrow, words);
    case "curve":
      return curveOption(drawing, isNarrow, words);
    case "bubbles":
      return bubblesOption(drawing, isNarrow, words);
    case "waterfall":
      return waterfallOption(drawing, isNarrow, words);
    case "flows":
      return flowsOption(drawing, isNarrow);
  }
}

/** How the figures of an axis are written. */
type AxisWords = Pick<OutputWords, "axis" | "notation">;

const figure = (value: number, { notation }: AxisWords): string => String(value).replace(".", notation.decimal);

const short = (value: number, words: AxisWords): string => {
  const { thousand, million, billion } = words.axis;
  const size = Math.abs(value);
  const [divisor, mark] =
    size >= 1e9 ? [1e9, billion] : size >= 1e6 ? [1e6, million] : size >= 1e4 ? [1e3, thousand] : [1, ""];
  return `${figure(Number((value / divisor).toPrecision(3)), words)}${mark}`;
};

/** Figures of an axis. */
const formatters: Readonly<Record<Unit, (value: number, words: AxisWords) => string>> = {
  money: short,
  share: (value, words) => `${figure(Number((value * 100).toFixed(1)), words)}${words.notation.beforeUnit}%`,
  points: figure,
  count: short,
};

const axisLook = {
  axisLine: { lineStyle: { color: line } },
  axisTick: { lineStyle: { color: line } },
  axisLabel: { color: soft, fontSize },
  splitLine: { lineStyle: { color: line } },
  nameTextStyle: { color: soft, fontSize },
};

const valueAxis = (unit: Unit, words: AxisWords, more: Option = {}): Option => ({
  type: "value",
  ...axisLook,
  ...more,
  axisLabel: {
    ...axisLook.axisLabel,
    formatter: (value: number) => formatters[unit](value, words),
    ...(more.axisLabel as Option | undefined),
  },
});

const room = { left: 58, right: 24, top: 34, bottom: 48 };

function linesOption({ ticks, unit, series }: Lines, isNarrow: boolean, words: AxisWords): Option {
  return {
    grid: { ...room, bottom: 34 },
    legend: {
      data: series.map(({ name }) => ({ name })),
      left: room.left,
      top: 0,
      itemWidth: 30,
      textStyle: { color: ink, fontSize },
      selectedMode: false,
    },
    xAxis: {
      type: "category",
      data: ticks.map(escapeInvisible),
      ...axisLook,
      splitLine: { show: false },
      axisLabel: { ...axisLook.axisLabel, interval: Math.max(0, Math.ceil(ticks.length / (isNarrow ? 4 : 10)) - 1) },
    },
    yAxis: valueAxis(unit, words),
    series: series.map(({ name, dashed, values }, i) => ({
      type: "line",
      name,
      data: values,
      symbol: "circle",
      symbolSize: 8,
      lineStyle: { color: seriesColours[i], width: 2, type: dashed === true ? "dashed" : "solid" },
      itemStyle: { color: seriesColours[i] },
      ...still,
    })),
  };
}

function curveOption({ across, up, points, marks }: Curve, isNarrow: boolean, words: AxisWords): Option {
  return {
    grid: room,
    xAxis: valueAxis("share", words, {
      min: 0,
      max: 1,
      interval: 0.2,
      name: across,
      nameLocation: "middle",
      nameGap: 30,
    }),
    yAxis: valueAxis("share", words, {
      min: 0,
      max: 1,
      interval: 0.2,
      name: up,
      nameLocation: "end",
      nameTextStyle: { ...axisLook.nameTextStyle, align: "left" },
    }),
    series: [
      {
        type: "line",
        data: points,
        symbol: "circle",
        symbolSize: 5,
        lineStyle: { color: seriesColours[0], width: 2.5 },
        itemStyle: { color: seriesColours[0] },
        areaStyle: { color: seriesColours[0], opacity: 0.12 },
        ...still,
      },
      {
        type: "line",
        data: [
          [0, 0],
          [1, 1],
        ],
        symbol: "none",
        silent: true,
        lineStyle: { color: line, width: 1.5, type: "dashed" },
        ...still,
      },
      {
        type: "scatter",
        data: marks.map(({ at, label }) => ({
          value: at,
          label: {
            show: true,
            position: "right",
            distance: 8,
            color: ink,
            fontSize,
            formatter: isNarrow ? label.replace(/: /, ":\n") : label,
          },
        })),
        symbolSize: 11,
        silent: true,
        itemStyle: { color: "var(--bad)" },
        ...still,
      },
    ],
  };
}

const [leastBubble, largestBubble] = [9, 46];

function bubblesOption({ across, up, bubbles, corners }: Bubbles, isNarrow: boolean, words: AxisWords): Option {
  const positive = [...bubbles.map((bubble) => bubble.up), ...(up.cut === null ? [] : [up.cut])].filter(
    (value) => value > 0,
  );
  // Powers of ten around all of them.
  const bottom =
    10 ** Math.floor(Math.log10(positive.reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY)));
  const top = 10 ** Math.ceil(Math.log10(positive.reduce((most, value) => Math.max(most, value), 1) * 1.2));
  const [least, most] = positive.length === 0 ? [1, 10] : [bottom, Math.max(top, bottom * 10)];
  const largest = isNarrow ? largestBubble * 0.6 : largestBubble;
  const corner = (text: string, x: number, y: number): Option => ({
    value: [x, y],
    label: {
      show: true,
      formatter: text,
      color: soft,
      fontSize,
      fontWeight: "bold",
      position: x < 0 ? "right" : "left",
      distance: 0,
    },
  });
  const [from, to] = across.range;
  return {
    grid: room,
    xAxis: valueAxis(across.unit, words, {
      min: from,
      max: to,
      name: across.name,
      nameLocation: "middle",
      nameGap: 30,
      splitLine: { show: false },
      // The ends are there so that no circle is cut; they are no figures of a customer.
      axisLabel: { showMinLabel: false, showMaxLabel: false },
    }),
    yAxis: {
      ...valueAxis(up.unit, words, {
        name: up.name,
        nameLocation: "end",
        min: least,
        max: most,
        nameTextStyle: { ...axisLook.nameTextStyle, align: "left" },
        axisLine: { ...axisLook.axisLine, onZero: false },
      }),
      type: "log",
    },
    series: [
      {
        type: "scatter",
        data: bubbles.map((bubble) => ({
          value: [bubble.across, Math.max(bubble.up, least)],
          symbolSize: Math.round(Math.max(leastBubble, Math.sqrt(bubble.size) * largest)),
          itemStyle: { color: toneColours[bubble.tone], opacity: 0.6, borderColor: toneColours[bubble.tone] },
        })),
        clip: false,
        markLine: {
          silent: true,
          symbol: "none",
          label: { show: false },
          lineStyle: { color: ink, type: "dashed", width: 1 },
          data: [{ xAxis: across.cut }, ...(up.cut === null || up.cut <= 0 ? [] : [{ yAxis: up.cut }])],
          ...still,
        },
        ...still,
      },
      {
        type: "scatter",
        silent: true,
        symbolSize: 0.1,
        clip: false,
        itemStyle: { color: "none" },
        data: [
          corner(corners[0], from, most * 0.8),
          corner(corners[1], to, most * 0.8),
          corner(corners[2], from, least * 1.25),
          corner(corners[3], to, least * 1.25),
        ],
        ...still,
      },
    ],
  };
}

function waterfallOption({ unit, steps }: Waterfall, isNarrow: boolean, words: AxisWords): Option {
  return {
    grid: { ...room, bottom: isNarrow ? 84 : 40 },
    xAxis: {
      type: "category",
      data: steps.map(({ name }) => name),
      ...axisLook,
      splitLine: { show: false },
      axisLabel: { ...axisLook.axisLabel, interval: 0, rotate: isNarrow ? 55 : 0 },
    },
    yAxis: valueAxis(unit, words),
    series: [
      {
        type: "bar",
        stack: "all",
        silent: true,
        data: steps.map(({ from, to }) => base(from, to)),
        itemStyle: { color: "none" },
        ...still,
      },
      {
        type: "bar",
        stack: "all",
        barWidth: "62%",
        data: steps.map(({ from, to, tone, label }) => ({
          value: height(from, to),
          itemStyle: { color: toneColours[tone] },
          label: {
            show: true,
            position: height(from, to) < 0 ? "bottom" : "top",
            color: ink,
            fontSize: isNarrow ? 9 : 11,
            formatter: isNarrow ? shortLabel(from, to, tone === "plain", words) : label,
          },
        })),
        ...still,
      },
    ],
  };
}

const shortLabel = (from: number, to: number, isTotal: boolean, words: AxisWords): string =>
  isTotal ? short(to, words) : `${to < from ? "-" : "+"}${short(Math.abs(to - from), words)}`;

/** Where a bar begins: its end nearer to zero; zero where it crosses zero. */
const base = (from: number, to: number): number => {
  if (from >= 0 && to >= 0) return Math.min(from, to);
  return from <= 0 && to <= 0 ? Math.max(from, to) : 0;
};

/** How far it goes from there, the longer way where it crosses zero. */
const height = (from: number, to: number): number => {
  if (from >= 0 && to >= 0) return Math.abs(to - from);
  if (from <= 0 && to <= 0) return -Math.abs(to - from);
  return Math.abs(to) > Math.abs(from) ? to : from;
};

function flowsOption({ from, to, flows }: Flows, isNarrow: boolean): Option {
  const node =
    (side: string) =>
    (end: { readonly name: string; readonly tone: keyof typeof toneColours }, i: number): Option => ({
      name: `${side}${i}`,
      depth: side === "from" ? 0 : 1,
      itemStyle: { color: toneColours[end.tone] },
      label: { formatter: escapeInvisible(end.name), position: side === "from" ? "left" : "right" },
    });
  return {
    series: [
      {
        type: "sankey",
        left: isNarrow ? 62 : 120,
        right: isNarrow ? 62 : 120,
        top: 12,
        bottom: 12,
        nodeGap: 14,
        layoutIterations: 0,
        label: { color: ink, fontSize },
        data: [...from.map(node("from")), ...to.map(node("to"))],
        links: flows.map(({ from: start, to: end, count }) => ({
          source: `from${start}`,
          target: `to${end}`,
          value: count,
          lineStyle: { color: toneColours[to[end]?.tone ?? "plain"], opacity: 0.35 },
        })),
        ...still,
      },
    ],
  };
}
