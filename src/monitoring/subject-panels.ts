import { IConstruct } from 'constructs';
import { fail } from '../core/errors';
import { DashboardSection } from '../dashboards/dashboard-section';
import { DashboardPanel } from '../dashboards/panels/panel';
import { Spot } from '../dashboards/spot';

const SUMMARY = 'Summary';

/** The panels of a subject by their sections. Each is checked when it is added, where the program can still be told which line it was. */
export class SubjectPanels {
  private readonly bySection = new Map<string, DashboardPanel[]>([[SUMMARY, []]]);

  private readonly ids = new Set<string>();

  constructor(private readonly subject: IConstruct) {}

  /** How many panels there are. */
  public get count(): number {
    return this.ids.size;
  }

  public addSummary(panel: DashboardPanel): void {
    this.add(panel, SUMMARY);
  }

  public add(panel: DashboardPanel, section: string): void {
    const spot = new Spot(`${this.subject.node.path}, panel ${JSON.stringify(panel.panelId)}`);
    panel._render(spot);
    panel._place(spot);
    if (this.ids.has(panel.panelId)) {
      fail(this.subject, 'unique-panel', `panelId must be unique among the panels of the subject, got ${JSON.stringify(panel.panelId)} twice; rename one of the panels`);
    }
    const panels = this.bySection.get(section) ?? [];
    if (panels.some(({ title }) => title === panel.title)) {
      fail(this.subject, 'unique-panel', `title must be unique in the section ${JSON.stringify(section)}, got ${JSON.stringify(panel.title)} twice; rename one of the panels`);
    }
    this.bySection.set(section, [...panels, panel]);
    this.ids.add(panel.panelId);
  }

  /** The panels that say how the subject is doing. */
  public summary(title: string, collapsed: boolean): DashboardSection {
    return new DashboardSection({ title, panels: this.bySection.get(SUMMARY)!, collapsed });
  }

  /** The sections that have panels. */
  public sections(): DashboardSection[] {
    return [...this.bySection].filter(([, panels]) => panels.length > 0).map(([title, panels]) => new DashboardSection({ title, panels }));
  }
}
