import { DashboardPanel, DashboardPanelProps, PanelContent, PanelSize } from './panel';
import { checkCall } from '../../core/calls';
import { Spot } from '../spot';

/** Properties of a Markdown panel. */
export interface MarkdownPanelProps extends DashboardPanelProps {
  /** The text, in Markdown. It must not be blank. */
  readonly text: string;
}

/**
 * A panel with a text, such as how to read the dashboard and what to do (`Markdown`).
 *
 * @example
 * const panel = new MarkdownPanel({ panelId: 'runbook', title: 'Runbook', text: 'What to do: [runbook](https://example.com/runbook)' });
 */
export class MarkdownPanel extends DashboardPanel {
  private readonly props: MarkdownPanelProps;

  constructor(props: MarkdownPanelProps) {
    super(props);
    checkCall('new MarkdownPanel', arguments, this);
    this.props = props;
  }

  /** @internal */
  public get _defaultSize(): PanelSize {
    return { width: 24, height: 4 };
  }

  /** @internal */
  public _content(spot: Spot): PanelContent {
    spot.checkText('text', this.props.text, 'pass a text, or remove the panel');
    return { plugin: { kind: 'Markdown', spec: { text: this.props.text } }, queries: [] };
  }
}
