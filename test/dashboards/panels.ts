import { definitionText, Json } from './documents';
import {
  DashboardDefinition, DashboardDefinitionProps, DashboardPanel, DashboardPanelProps, DashboardSection, DashboardSectionProps,
  MarkdownPanel, RowsQuery, TimeSeriesQuery,
} from '../../src';

export const REQUESTS = TimeSeriesQuery.fromSql('SELECT time_bucket($resolution, start_timestamp) AS x, count(*) AS requests FROM records GROUP BY x', { metrics: ['requests'] });
export const COUNT = RowsQuery.fromSql('SELECT count(*) AS requests FROM records');

/** The props that each panel needs. */
export const NAMED = { panelId: 'p', title: 'P' };

/** A definition of one section with these panels. */
export function definitionOf(panels: DashboardPanel[], props: Partial<DashboardDefinitionProps> = {}, section: Partial<DashboardSectionProps> = {}) {
  return DashboardDefinition.fromSections({ sections: [new DashboardSection({ title: 'All', panels, ...section })], ...props });
}

/** The document that Terraform gets. */
export function documentOf(panels: DashboardPanel[], props?: Partial<DashboardDefinitionProps>, section?: Partial<DashboardSectionProps>): Json {
  return JSON.parse(definitionText(definitionOf(panels, props, section)));
}

/** The spec of the only panel. */
export function specOf(panel: DashboardPanel): Json {
  return documentOf([panel]).spec.panels.p.spec;
}

/** A text `a`, `b`, ... at a place. */
export function text(panelId: string, place: Partial<DashboardPanelProps> = {}): MarkdownPanel {
  return new MarkdownPanel({ panelId, title: panelId, text: 'Text', ...place });
}
