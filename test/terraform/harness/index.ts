export * from './suite';
export * from './terraform-binary';
export * from './workspace';
