import { choice, formatProps, freeForm, legend, LIBRARY, scalar, scalars, texts } from './props';
import { itemsOf, JsonObject, membersOf } from './read-dashboard';
import { callStatic, Expression, list, literal, make, struct } from '../program/model';

type Props = { readonly [prop: string]: Expression | undefined };

/** A class of panels, its size by default, and its props for the plugin and the query of a document. */
interface PanelKind {
  readonly type: string;
  readonly width: number;
  readonly height: number;
  readonly props: (plugin: JsonObject, query: JsonObject) => Props;
}

const rows = (query: JsonObject) => callStatic(`${LIBRARY}.RowsQuery`, 'fromSql', literal(String(query.query ?? '')));

function series(query: JsonObject): Expression {
  const groupBy = query.groupBy === '' ? undefined : scalar(query.groupBy);
  const columns = struct(`${LIBRARY}.TimeSeriesColumns`, { metrics: texts(query.metrics) ?? list([]), groupBy });
  return callStatic(`${LIBRARY}.TimeSeriesQuery`, 'fromSql', literal(String(query.query ?? '')), columns);
}

const KINDS: { readonly [pluginKind: string]: PanelKind } = {
  TimeSeriesChart: {
    type: 'TimeSeriesPanel',
    width: 12,
    height: 8,
    props: (plugin, query) => {
      const [visual, yAxis] = [membersOf(plugin.visual), membersOf(plugin.yAxis)];
      return {
        query: series(query),
        ...formatProps(yAxis.format),
        display: choice('TimeSeriesDisplay', visual.display),
        stacked: visual.stack === 'all' ? literal(true) : undefined,
        legend: legend(plugin.legend),
        yAxis: scalars('ChartAxis', yAxis, ['show', 'label', 'min', 'max']),
        lineWidth: scalar(visual.lineWidth),
        areaOpacity: scalar(visual.areaOpacity),
        connectNulls: scalar(visual.connectNulls),
        palette: choice('TimeSeriesPalette', membersOf(visual.palette).mode),
      };
    },
  },
  BarChart: {
    type: 'BarPanel',
    width: 12,
    height: 8,
    props: (plugin, query) => ({
      query: rows(query),
      ...formatProps(plugin.format),
      orientation: choice('BarOrientation', plugin.orientation),
      sort: choice('ChartSort', plugin.sort),
      values: choice('ChartValues', plugin.mode),
      showValues: scalar(plugin.showValues),
    }),
  },
  PieChart: {
    type: 'PiePanel',
    width: 12,
    height: 8,
    props: (plugin, query) => ({
      query: rows(query),
      ...formatProps(plugin.format),
      legend: legend(plugin.legend),
      showLabels: scalar(plugin.showLabels),
      sort: choice('ChartSort', plugin.sort),
      values: choice('ChartValues', plugin.mode),
    }),
  },
  Table: { type: 'TablePanel', width: 24, height: 8, props: (_, query) => ({ query: rows(query) }) },
  Values: {
    type: 'ValuesPanel',
    width: 6,
    height: 4,
    props: (plugin, query) => ({
      query: rows(query),
      ...formatProps(plugin.format),
      thresholds: scalars('ValueThresholds', membersOf(plugin.statusThresholds), ['warning', 'critical']),
    }),
  },
  Markdown: { type: 'MarkdownPanel', width: 24, height: 4, props: ({ text }) => ({ text: literal(String(text ?? '')) }) },
};

const RAW_SIZE = { width: 12, height: 8 };

/** Where a panel is, as far as its section would place it differently. */
export interface PanelPlace {
  readonly item: JsonObject;
  /** Whether the position is written down. */
  readonly isPlaced: boolean;
}

/** @param asRaw writes the plugin as JSON, because the class for it does not say all of it */
export function panelCode(panelId: string, panel: JsonObject, { item, isPlaced }: PanelPlace, asRaw: boolean): Expression {
  const spec = membersOf(panel.spec);
  const display = membersOf(spec.display);
  const plugin = membersOf(spec.plugin);
  const kind = asRaw ? undefined : KINDS[String(plugin.kind)];
  const size = kind ?? RAW_SIZE;
  const queries = itemsOf(spec.queries).map((query) => membersOf(membersOf(membersOf(membersOf(query).spec).plugin).spec));
  return make(`${LIBRARY}.${kind?.type ?? 'RawPanel'}`, struct(`${LIBRARY}.${kind?.type ?? 'RawPanel'}Props`, {
    panelId: literal(panelId),
    title: literal(String(display.name ?? '')),
    description: scalar(display.description),
    ...kind?.props(membersOf(plugin.spec), queries[0] ?? {}) ?? {
      pluginKind: literal(String(plugin.kind ?? '')),
      pluginSpec: freeForm(plugin.spec),
      queries: queries.length === 0 ? undefined : list(itemsOf(spec.queries).flatMap((query) => freeForm(query) ?? [])),
    },
    width: item.width === size.width ? undefined : scalar(item.width),
    height: item.height === size.height ? undefined : scalar(item.height),
    x: isPlaced ? scalar(item.x) : undefined,
    y: isPlaced ? scalar(item.y) : undefined,
  }));
}
