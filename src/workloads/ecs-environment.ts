/** A variable of a container in Amazon ECS. */
export interface EcsVariable {
  /** Name of the variable. */
  readonly name: string;
  /** Value of the variable. Never a secret. */
  readonly value: string;
}

/** A variable of a container in Amazon ECS, which ECS reads from a secret store when it starts the container. */
export interface EcsSecret {
  /** Name of the variable. */
  readonly name: string;
  /** ARN of a secret in Secrets Manager or of a parameter in Systems Manager. */
  readonly valueFrom: string;
}

/** The part of a container definition in Amazon ECS that configures Logfire. */
export interface EcsEnvironment {
  /** Variables for `environment` of the container definition. */
  readonly environment: EcsVariable[];
  /** Variables for `secrets` of the container definition. */
  readonly secrets: EcsSecret[];
}
