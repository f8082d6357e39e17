import { AI } from './stories/ai';
import { DATABASE } from './stories/database';
import { FRONTEND } from './stories/frontend';
import { HOSTS } from './stories/hosts';
import { JOB } from './stories/job';
import { QUEUES } from './stories/queues';
import { SERVICE } from './stories/service';
import { StoriesByAlert } from './story';

/** The stories of the alerts of all subjects. */
export const STORIES: StoriesByAlert = { ...SERVICE, ...AI, ...HOSTS, ...DATABASE, ...QUEUES, ...JOB, ...FRONTEND };

/** Kind of a story. */
export type StoryKind = 'incident' | 'quiet day' | 'no telemetry' | 'three events';

/** What an alert does in a story, as the test of the stories proves it. */
export interface StoryResult {
  /** The ids of the subject and the alert, such as `Hosts/CpuCritical`. */
  readonly alert: string;
  readonly kind: StoryKind;
  /** What happens, as a sentence. */
  readonly says: string;
  readonly fires: boolean;
  /** For an incident: how many minutes after its onset the alert fires. */
  readonly afterMinutes?: number;
}

/** The results of all stories, for documents. */
export function storyResults(): StoryResult[] {
  return Object.entries(STORIES).flatMap(([alert, { incident, firesOnEmpty = false, firesOnThree = false }]) => [
    { alert, kind: 'incident' as const, says: incident.says, fires: true, afterMinutes: incident.firesAfter },
    { alert, kind: 'quiet day' as const, says: 'An ordinary day with what goes wrong on such a day.', fires: false },
    { alert, kind: 'no telemetry' as const, says: 'There is no telemetry at all.', fires: firesOnEmpty },
    { alert, kind: 'three events' as const, says: 'Three events, two of which fail, and nothing else.', fires: firesOnThree },
  ]);
}
