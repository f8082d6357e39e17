export { LogfireStandIn, type LogfireStandInOptions, type PlannedChange } from './logfire-stand-in';
export { TerraformError } from './terraform';
export type { LogfireObject } from '../stand-in';
