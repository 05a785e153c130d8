import { scaleBand, scaleLinear, type ScaleBand, type ScaleLinear } from 'd3-scale'
import { line, stack, stackOrderNone } from 'd3-shape'
import { element, escaped, text } from './svg.ts'

export interface Chart {
  /** Unique on its page. */
  id: string
  /** Bars are stacked: their series add up. Lines stand side by side. */
  kind: 'bars' | 'lines'
  title: string
  /** For whoever does not see it: where the same numbers stand in words, for example. */
  description: string
  /** Of each place along the bottom; as many of them are written as there is room for. */
  labels: readonly string[]
  series: readonly Series[]
  /** How a number is written beside the chart: as it is unless said otherwise. */
  inWords?: (value: number) => string
}

export interface Series {
  name: string
  /** One for each label; undefined where there is none to draw. */
  values: readonly (number | undefined)[]
}

// In units of the drawing, which is as wide as there is room for. Small, so that its words can be read at 320 pixels.
const WIDTH = 420
const HEIGHT = 210
const EDGE = { top: 12, right: 8, bottom: 26, left: 44 }
const MOST_LABELS = 5
const TICKS = 4

/** Draws on the server, without styles of its own: colours are classes of `charts.css`. @returns SVG. */
export function drawChart(chart: Chart): string {
  const across = scaleBand<number>(chart.labels.keys(), [EDGE.left, WIDTH - EDGE.right]).paddingInner(0.15)
  const up = scaleLinear([0, Math.max(1, highest(chart))], [HEIGHT - EDGE.bottom, EDGE.top]).nice(TICKS)
  const names = [`${chart.id}-title`, `${chart.id}-description`]
  return element(
    'svg',
    { class: 'app-chart__drawing', viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: 'img', 'aria-labelledby': names.join(' ') },
    element('title', { id: names[0] ?? '' }, escaped(chart.title)),
    element('desc', { id: names[1] ?? '' }, escaped(chart.description)),
    ...grid(up, chart.inWords ?? String),
    ...bottom(across, chart.labels),
    ...(chart.kind === 'bars' ? bars(chart, across, up) : lines(chart, across, up)),
  )
}

type Up = ScaleLinear<number, number>
type Across = ScaleBand<number>

function highest({ kind, labels, series }: Chart): number {
  const at = (index: number) => series.map(({ values }) => values[index] ?? 0)
  const heights = labels.map((_, index) =>
    kind === 'bars' ? at(index).reduce((sum, one) => sum + one, 0) : Math.max(...at(index)),
  )
  return Math.max(0, ...heights)
}

/** Whole numbers only: there is no half of a delivery. */
function grid(up: Up, inWords: (value: number) => string): string[] {
  return up
    .ticks(TICKS)
    .filter(Number.isInteger)
    .flatMap((value) => [
      element('line', {
        class: 'app-chart__grid',
        x1: EDGE.left,
        x2: WIDTH - EDGE.right,
        y1: up(value),
        y2: up(value),
      }),
      text({ class: 'app-chart__text', x: EDGE.left - 6, y: up(value) + 4, 'text-anchor': 'end' }, inWords(value)),
    ])
}

function bottom(across: Across, labels: readonly string[]): string[] {
  const step = Math.ceil(labels.length / MOST_LABELS)
  return labels.flatMap((label, index) => {
    if (index % step !== 0) return []
    const x = (across(index) ?? 0) + across.bandwidth() / 2
    // The first would stand outside to the left, were it in the middle of its bar.
    const anchor = index === 0 ? { x: EDGE.left, 'text-anchor': 'start' } : { x, 'text-anchor': 'middle' }
    return [text({ class: 'app-chart__text', y: HEIGHT - 8, ...anchor }, label)]
  })
}

function bars({ labels, series }: Chart, across: Across, up: Up): string[] {
  const stacked = stack<unknown, number, number>()
    .keys(series.keys())
    .value((index, key) => series[key]?.values[index] ?? 0)
    .order(stackOrderNone)(labels.keys())
  return stacked.flatMap((bar, key) =>
    bar.flatMap(([low, high], index) => {
      if (high <= low) return []
      const [y, height] = [up(high), up(low) - up(high)]
      const place = { x: across(index) ?? 0, y, width: across.bandwidth(), height }
      return [element('rect', { class: `app-chart__bar app-chart__bar--${key + 1}`, ...place })]
    }),
  )
}

function lines({ series }: Chart, across: Across, up: Up): string[] {
  const path = line<number | undefined>()
    .defined((value) => value !== undefined)
    .x((_, index) => (across(index) ?? 0) + across.bandwidth() / 2)
    .y((value) => up(value ?? 0))
  return series.map(({ values }, key) =>
    element('path', { class: `app-chart__line app-chart__line--${key + 1}`, d: path([...values]) ?? '' }),
  )
}
