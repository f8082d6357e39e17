/** A region of the Logfire service. */
export enum LogfireRegion {
  /** United States: `https://logfire-us.pydantic.dev`. */
  US = 'us',
  /** European Union: `https://logfire-eu.pydantic.dev`. */
  EU = 'eu',
}

/** The address of the service in a region, or in the region that a Terraform expression gives. */
export function regionUrl(region: string): string {
  return `https://logfire-${region}.pydantic.dev`;
}
